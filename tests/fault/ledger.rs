//! What the writers asked for and what they heard, kept outside the service.
use reqwest::{Method, header};
use serde_json::Value;
use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard};
use tests::{Answer, Caller};
use tokio::sync::watch;

/// One write, to be sent again word for word.
#[derive(Clone, Debug)]
pub struct Ask {
    pub key: String,
    pub name: String,
    pub method: Method,
    pub path: String,
    pub etag: Option<String>,
    pub body: Value,
}

/// A file as its writer last heard of it.
#[derive(Clone, Debug)]
pub struct Known {
    pub path: String,
    pub etag: String,
    pub employees: Option<i64>,
    pub changes: i64,
}

#[derive(Default)]
struct Inner {
    files: BTreeMap<String, Known>,
    /// Asked, and no answer that says what became of it.
    open: Vec<Ask>,
    acknowledged: usize,
    indeterminate: usize,
    refusals: BTreeMap<u16, usize>,
}

/// Shared by all writers of a test.
pub struct Ledger {
    inner: Mutex<Inner>,
    count: watch::Sender<usize>,
}

impl Default for Ledger {
    fn default() -> Self {
        Self { inner: Mutex::default(), count: watch::Sender::new(0) }
    }
}

/// What became of one asking.
#[derive(Debug)]
pub enum Heard {
    Done,
    /// The service said that it could not.
    Refused(Answer),
    /// The connection ended without an answer.
    Nothing,
    /// There was no connection, so nothing was asked.
    Unreachable,
}

impl Ask {
    /// The answer, whole or not at all.
    pub async fn send(&self, caller: &Caller) -> Result<Answer, reqwest::Error> {
        let mut request = caller.request(self.method.clone(), &self.path);
        request = request.header("Idempotency-Key", &self.key);
        if let Some(etag) = &self.etag {
            request = request.header(header::IF_MATCH, etag);
        }
        let response = request.json(&self.body).send().await?;
        let (status, headers) = (response.status(), response.headers().clone());
        Ok(Answer { status, headers, text: response.text().await? })
    }
}

impl Ledger {
    fn inner(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap()
    }

    /// Ask, and write down what was heard.
    pub async fn ask(&self, caller: &Caller, ask: Ask) -> Heard {
        match ask.send(caller).await {
            Ok(answer) if answer.status.is_success() => {
                self.done(&ask, &answer);
                Heard::Done
            }
            Ok(answer) => {
                let mut inner = self.inner();
                *inner.refusals.entry(answer.status.as_u16()).or_default() += 1;
                inner.open.push(ask);
                Heard::Refused(answer)
            }
            Err(error) if error.is_connect() => {
                self.inner().open.push(ask);
                Heard::Unreachable
            }
            Err(_) => {
                let mut inner = self.inner();
                inner.indeterminate += 1;
                inner.open.push(ask);
                Heard::Nothing
            }
        }
    }

    fn done(&self, ask: &Ask, answer: &Answer) {
        let body = answer.json();
        let mut inner = self.inner();
        inner.acknowledged += 1;
        let path = format!("/clients/{}", body["id"].as_str().unwrap());
        let before = inner.files.get(&ask.name).map_or(0, |known| known.changes);
        let changes = before + i64::from(ask.method == Method::PATCH);
        let employees = body["employees"].as_i64();
        let known = Known { path, etag: answer.etag(), employees, changes };
        inner.files.insert(ask.name.clone(), known);
        let count = inner.acknowledged;
        drop(inner);
        self.count.send_replace(count);
    }

    /// Once so many more are acknowledged.
    pub async fn grown_by(&self, more: usize) {
        let enough = self.acknowledged() + more;
        let mut count = self.count.subscribe();
        let _ = count.wait_for(|count| *count >= enough).await.unwrap();
    }

    /// Ask again for everything that has no answer yet. How many of them had been done all the same:
    /// a POST says so by its key, a PATCH by the version that is no longer the one it was based on.
    pub async fn settle(&self, caller: &Caller) -> usize {
        let open = std::mem::take(&mut self.inner().open);
        let mut done_before = 0;
        for ask in open {
            let mut answer = ask.send(caller).await.expect("an answer, now that all is well");
            if answer.status == 412 {
                answer = caller.get(&ask.path).await;
                assert_eq!(answer.json()["employees"], ask.body["employees"], "{}", ask.key);
                done_before += 1;
            }
            assert!(answer.status.is_success(), "{}: {}", ask.key, answer.text);
            done_before += usize::from(answer.header("idempotent-replayed") == "true");
            self.done(&ask, &answer);
        }
        done_before
    }

    pub fn acknowledged(&self) -> usize {
        self.inner().acknowledged
    }

    pub fn indeterminate(&self) -> usize {
        self.inner().indeterminate
    }

    pub fn refused_with(&self, status: u16) -> usize {
        self.inner().refusals.get(&status).copied().unwrap_or_default()
    }

    /// Statuses that were heard other than success.
    pub fn refusals(&self) -> BTreeMap<u16, usize> {
        self.inner().refusals.clone()
    }

    pub fn known(&self, name: &str) -> Option<Known> {
        self.inner().files.get(name).cloned()
    }

    pub fn files(&self) -> BTreeMap<String, Known> {
        self.inner().files.clone()
    }
}
