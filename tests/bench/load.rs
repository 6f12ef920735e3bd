//! A load generator: a few kept-alive connections on one thread, every answer's time recorded.
//! The same one loads the reference and the service, so that its own cost is on both sides.
use anyhow::{Context, Result, bail, ensure};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::net::TcpStream;

/// The bytes of a caller's next request: (caller, how many before).
pub type Requests = Arc<dyn Fn(usize, u64) -> Vec<u8> + Send + Sync>;

pub struct Load {
    pub address: SocketAddr,
    pub callers: usize,
    pub time: Duration,
    pub requests: Requests,
}

/// What came of it.
#[derive(Clone, Debug, Default)]
pub struct Outcome {
    /// Microseconds of each answer, in rising order.
    pub micros: Vec<u64>,
    pub elapsed_micros: u64,
    pub refused: u64,
    /// The first answer that was none of 2xx.
    pub refusal: Option<String>,
}

impl Outcome {
    /// Answers in a second.
    pub fn rate(&self) -> u64 {
        let answers = u64::try_from(self.micros.len()).unwrap_or(u64::MAX);
        answers.saturating_mul(1_000_000).checked_div(self.elapsed_micros).unwrap_or_default()
    }

    /// Microseconds within which so many of a hundred were answered.
    pub fn percentile(&self, percent: usize) -> u64 {
        let at = self.micros.len().saturating_mul(percent) / 100;
        let last = self.micros.len().saturating_sub(1);
        self.micros.get(at.min(last)).copied().unwrap_or_default()
    }
}

impl Load {
    /// Run on a thread of its own; refused answers make it fail.
    pub fn run(self) -> Result<Outcome> {
        let thread = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
            runtime.block_on(self.drive())
        });
        let outcome = thread.join().map_err(|_| anyhow::anyhow!("the load generator fell"))??;
        if let Some(refusal) = &outcome.refusal {
            bail!("{} requests were refused; the first: {refusal}", outcome.refused);
        }
        ensure!(!outcome.micros.is_empty(), "nothing was answered");
        Ok(outcome)
    }

    async fn drive(self) -> Result<Outcome> {
        let start = Instant::now();
        let until = start + self.time;
        let mut callers = vec![];
        for caller in 0..self.callers {
            let requests = self.requests.clone();
            callers.push(tokio::spawn(call(self.address, caller, requests, until)));
        }
        let mut all = Outcome::default();
        for caller in callers {
            let one = caller.await??;
            all.micros.extend(one.micros);
            all.refused += one.refused;
            all.refusal = all.refusal.or(one.refusal);
        }
        all.elapsed_micros = micros(start.elapsed());
        all.micros.sort_unstable();
        Ok(all)
    }
}

pub fn micros(time: Duration) -> u64 {
    u64::try_from(time.as_micros()).unwrap_or(u64::MAX)
}

async fn call(
    address: SocketAddr,
    caller: usize,
    requests: Requests,
    until: Instant,
) -> Result<Outcome> {
    let mut connection = Connection::open(address).await?;
    let mut outcome = Outcome::default();
    for count in 0.. {
        let began = Instant::now();
        if began >= until {
            break;
        }
        let answer = connection.exchange(&requests(caller, count)).await?;
        if (200..300).contains(&answer.status) {
            outcome.micros.push(micros(began.elapsed()));
        } else {
            outcome.refused += 1;
            let text = || format!("{} {}", answer.status, String::from_utf8_lossy(&answer.body));
            outcome.refusal.get_or_insert_with(text);
        }
    }
    Ok(outcome)
}

/// One kept-alive connection.
pub struct Connection {
    stream: TcpStream,
    buffer: Vec<u8>,
}

pub struct Answer {
    pub status: u16,
    pub body: Vec<u8>,
}

impl Connection {
    pub async fn open(address: SocketAddr) -> Result<Self> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        Ok(Self { stream, buffer: Vec::with_capacity(64 * 1024) })
    }

    pub async fn exchange(&mut self, request: &[u8]) -> Result<Answer> {
        self.send(request).await?;
        self.buffer.clear();
        loop {
            self.receive().await?;
            let Some(head) = find(&self.buffer, b"\r\n\r\n") else { continue };
            let (status, length) = read_head(self.buffer.get(..head).unwrap_or_default())?;
            let end = head + 4 + length;
            while self.buffer.len() < end {
                self.receive().await?;
            }
            let body = self.buffer.get(head + 4..end).unwrap_or_default().to_vec();
            return Ok(Answer { status, body });
        }
    }

    async fn send(&self, mut bytes: &[u8]) -> Result<()> {
        while !bytes.is_empty() {
            match self.stream.try_write(bytes) {
                Ok(written) => bytes = bytes.get(written..).unwrap_or_default(),
                Err(error) if error.kind() == std::io::ErrorKind::WouldBlock => {
                    self.stream.writable().await?;
                }
                Err(error) => return Err(error.into()),
            }
        }
        Ok(())
    }

    async fn receive(&mut self) -> Result<()> {
        loop {
            self.stream.readable().await?;
            match self.stream.try_read_buf(&mut self.buffer) {
                Ok(0) => bail!("the connection was closed"),
                Ok(_) => return Ok(()),
                Err(error) if error.kind() == std::io::ErrorKind::WouldBlock => {}
                Err(error) => return Err(error.into()),
            }
        }
    }
}

fn find(within: &[u8], what: &[u8]) -> Option<usize> {
    within.windows(what.len()).position(|window| window == what)
}

/// Status and length of the body.
fn read_head(head: &[u8]) -> Result<(u16, usize)> {
    let head = std::str::from_utf8(head).context("the head of the answer is no text")?;
    let status = head.split(' ').nth(1).context("no status")?.parse()?;
    let length = head.lines().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.eq_ignore_ascii_case("content-length").then(|| value.trim().parse::<usize>())
    });
    // 204 has none.
    Ok((status, length.transpose()?.unwrap_or_default()))
}

/// A request with or without a body.
pub fn request(method: &str, target: &str, token: Option<&str>, body: Option<&str>) -> Vec<u8> {
    let mut text = format!("{method} {target} HTTP/1.1\r\nHost: bench\r\n");
    if let Some(token) = token {
        text.push_str(&format!("Authorization: Bearer {token}\r\n"));
    }
    if let Some(body) = body {
        let length = body.len();
        text.push_str(&format!("Content-Type: application/json\r\nContent-Length: {length}\r\n"));
        // What draws a number asks for a key; no two bodies are the same.
        if token.is_some() {
            let mut hasher = DefaultHasher::new();
            body.hash(&mut hasher);
            text.push_str(&format!("Idempotency-Key: {:016x}\r\n", hasher.finish()));
        }
    }
    text.push_str("\r\n");
    text.push_str(body.unwrap_or_default());
    text.into_bytes()
}
