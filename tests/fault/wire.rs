//! HTTP by hand, where a test must decide what is sent when, and where it is cut.
use crate::ledger::Ask;
use std::net::SocketAddr;
use tests::{Answer, Caller};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// The head and the body of a request.
pub fn request(ask: &Ask, caller: &Caller, more: &str) -> (Vec<u8>, Vec<u8>) {
    let body = ask.body.to_string().into_bytes();
    let head = format!(
        "{} /api/v1{} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {}\r\n\
         Idempotency-Key: {}\r\nContent-Type: application/json\r\nContent-Length: {}\r\n{more}\r\n",
        ask.method,
        ask.path,
        caller.bearer,
        ask.key,
        body.len()
    );
    (head.into_bytes(), body)
}

pub struct Wire(TcpStream);

impl Wire {
    pub async fn open(address: SocketAddr) -> Self {
        Self(TcpStream::connect(address).await.unwrap())
    }

    pub async fn send(&mut self, bytes: &[u8]) {
        self.0.write_all(bytes).await.unwrap();
    }

    /// One byte of an answer, which shows that there is one.
    pub async fn first_byte(&mut self) -> u8 {
        self.0.read_u8().await.unwrap()
    }

    /// The head of an answer.
    pub async fn head(&mut self) -> String {
        let mut head = vec![];
        while !head.ends_with(b"\r\n\r\n") {
            head.push(self.0.read_u8().await.expect("the rest of the head"));
        }
        String::from_utf8(head).unwrap()
    }

    /// A whole answer.
    pub async fn answer(&mut self) -> Answer {
        let head = self.head().await;
        let mut lines = head.lines();
        let status = lines.next().unwrap().split(' ').nth(1).unwrap().parse().unwrap();
        let mut headers = reqwest::header::HeaderMap::new();
        for (name, value) in lines.filter_map(|line| line.split_once(": ")) {
            let name: reqwest::header::HeaderName = name.parse().unwrap();
            headers.append(name, value.parse().unwrap());
        }
        let length = headers["content-length"].to_str().unwrap().parse().unwrap();
        let mut body = vec![0; length];
        self.0.read_exact(&mut body).await.unwrap();
        Answer { status, headers, text: String::from_utf8(body).unwrap() }
    }

    /// As when a cable is pulled and the other side hears of it: no polite end.
    pub fn cut(self) {
        self.0.set_zero_linger().unwrap();
    }
}
