//! A mail server of the test's own: takes what comes, or refuses it as it is told.
use mail_parser::{Message, MessageParser};
use std::sync::{Arc, Mutex};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};

/// What arrived, and the answer to whom a mail is for.
#[derive(Clone)]
pub struct Postbox {
    pub port: u16,
    arrived: Arc<Mutex<Vec<Arrived>>>,
    answer: Arc<Mutex<&'static str>>,
}

/// One mail as the server got it.
#[derive(Clone, Debug)]
pub struct Arrived {
    pub to: String,
    raw: Vec<u8>,
}

impl Arrived {
    #[must_use]
    pub fn message(&self) -> Message<'_> {
        MessageParser::default().parse(&self.raw).expect("a mail")
    }

    #[must_use]
    pub fn text(&self) -> String {
        self.message().body_text(0).expect("a text").into_owned()
    }

    #[must_use]
    pub fn subject(&self) -> String {
        self.message().subject().expect("a subject").to_owned()
    }
}

impl Postbox {
    pub async fn open() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let port = listener.local_addr().expect("an address").port();
        let postbox =
            Self { port, arrived: Arc::default(), answer: Arc::new(Mutex::new("250 OK")) };
        let own = postbox.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let own = own.clone();
                tokio::spawn(async move { own.talk(stream).await });
            }
        });
        postbox
    }

    /// From now on, to `RCPT TO`.
    pub fn answer(&self, with: &'static str) {
        *self.answer.lock().expect("the answer") = with;
    }

    /// What arrived since the last look.
    #[must_use]
    pub fn take(&self) -> Vec<Arrived> {
        std::mem::take(&mut *self.arrived.lock().expect("the mails"))
    }

    async fn talk(&self, stream: TcpStream) -> Option<()> {
        let (read, mut write) = stream.into_split();
        let mut lines = BufReader::new(read).lines();
        let mut to = String::new();
        write.write_all(b"220 test\r\n").await.ok()?;
        while let Some(line) = lines.next_line().await.ok()? {
            let word = line.split([' ', ':']).next().unwrap_or_default().to_uppercase();
            let answer = match word.as_str() {
                "RCPT" => {
                    to = line.split(['<', '>']).nth(1).unwrap_or_default().to_owned();
                    (*self.answer.lock().expect("the answer")).to_owned()
                }
                "DATA" => {
                    write.write_all(b"354 go on\r\n").await.ok()?;
                    let mut raw = vec![];
                    while let Some(line) = lines.next_line().await.ok()?.filter(|line| line != ".")
                    {
                        raw.extend_from_slice(line.strip_prefix('.').unwrap_or(&line).as_bytes());
                        raw.extend_from_slice(b"\r\n");
                    }
                    let mail = Arrived { to: to.clone(), raw };
                    self.arrived.lock().expect("the mails").push(mail);
                    "250 taken".to_owned()
                }
                "QUIT" => "221 bye".to_owned(),
                _ => "250 OK".to_owned(),
            };
            write.write_all(format!("{answer}\r\n").as_bytes()).await.ok()?;
        }
        Some(())
    }
}
