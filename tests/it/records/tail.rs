//! Reading a live stream as a client does.
use reqwest::{Method, RequestBuilder, Response};
use serde_json::Value;
use std::time::Duration;
use tests::Caller;
use tokio::time::timeout;

/// Nothing in these tests takes this long unless it is broken.
const BROKEN: Duration = Duration::from_secs(30);

pub struct Tail {
    response: Response,
    buffer: String,
    /// The last id that arrived.
    pub id: i64,
}

/// One dispatched message: its name (`message` unless it says otherwise) and its data.
#[derive(Debug)]
pub struct Message {
    pub name: String,
    pub data: Value,
}

impl Tail {
    pub async fn open(caller: &Caller) -> Self {
        Self::of(caller.request(Method::GET, "/events/stream")).await
    }

    pub async fn after(caller: &Caller, id: i64) -> Self {
        let request = caller.request(Method::GET, "/events/stream");
        Self::of(request.header("Last-Event-ID", id)).await
    }

    async fn of(request: RequestBuilder) -> Self {
        let response = request.header("Accept-Encoding", "gzip, zstd").send().await.unwrap();
        assert_eq!(response.status(), 200);
        assert_eq!(response.headers()["content-type"], "text/event-stream");
        let mut tail = Self { response, buffer: String::new(), id: -1 };
        let opening = tail.block().await.unwrap();
        assert!(opening.contains("retry:"), "{opening}");
        tail
    }

    /// The next message; none when the stream has ended.
    pub async fn next(&mut self) -> Option<Message> {
        loop {
            let block = self.block().await?;
            let field =
                |name: &str| block.lines().find_map(|line| line.strip_prefix(name)).map(str::trim);
            if let Some(data) = field("data:") {
                let name = field("event:").unwrap_or("message").to_owned();
                return Some(Message { name, data: serde_json::from_str(data).unwrap() });
            }
        }
    }

    /// The next message within so long.
    pub async fn within(&mut self, long: Duration) -> Message {
        let next = timeout(long, self.next()).await;
        next.unwrap_or_else(|_| panic!("nothing within {long:?}")).expect("a message")
    }

    async fn block(&mut self) -> Option<String> {
        loop {
            if let Some((block, rest)) = self.buffer.split_once("\n\n") {
                let (block, rest) = (block.to_owned(), rest.to_owned());
                self.buffer = rest;
                let id = block.lines().find_map(|line| line.strip_prefix("id:"));
                self.id = id.map_or(self.id, |id| id.trim().parse().unwrap());
                return Some(block);
            }
            let chunk = timeout(BROKEN, self.response.chunk()).await.expect("a sign of life");
            let chunk = chunk.ok().flatten()?;
            self.buffer.push_str(std::str::from_utf8(&chunk).unwrap());
        }
    }
}
