//! An integrator's side: keeps what arrives, and answers as it is told.
use actix_web::{App, HttpRequest, HttpResponse, HttpServer, dev::ServerHandle, web};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

/// Never answers.
pub const HANGS: u16 = 0;

/// What arrived.
#[derive(Clone, Debug)]
pub struct Got {
    pub path: String,
    pub headers: BTreeMap<String, String>,
    pub body: Vec<u8>,
}

type Answer = Box<dyn Fn(&Got) -> (u16, Vec<(&'static str, String)>) + Send>;

struct Inner {
    got: Mutex<Vec<Got>>,
    answer: Mutex<Answer>,
}

pub struct Receiver {
    pub port: u16,
    inner: Arc<Inner>,
    server: ServerHandle,
}

impl Receiver {
    /// Takes everything, until told otherwise.
    pub fn open() -> Self {
        let taken: Answer = Box::new(|_| (204, vec![]));
        let inner = Arc::new(Inner { got: Mutex::default(), answer: Mutex::new(taken) });
        let shared = inner.clone();
        let server = HttpServer::new(move || {
            let shared = shared.clone();
            App::new().default_service(web::to(move |request: HttpRequest, body: web::Bytes| {
                take(shared.clone(), request, body)
            }))
        });
        let server = server.workers(1).disable_signals().bind("127.0.0.1:0").unwrap();
        let port = server.addrs()[0].port();
        let running = server.run();
        let server = running.handle();
        tokio::spawn(running);
        Self { port, inner, server }
    }

    pub fn url(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }

    pub fn answers(
        &self,
        with: impl Fn(&Got) -> (u16, Vec<(&'static str, String)>) + Send + 'static,
    ) {
        *self.inner.answer.lock().unwrap() = Box::new(with);
    }

    /// The same status to everything.
    pub fn says(&self, status: u16) {
        self.answers(move |_| (status, vec![]));
    }

    /// Everything since the last time.
    pub fn take(&self) -> Vec<Got> {
        std::mem::take(&mut self.inner.got.lock().unwrap())
    }

    /// How much has arrived at an address.
    pub fn count(&self, path: &str) -> usize {
        self.inner.got.lock().unwrap().iter().filter(|got| got.path == path).count()
    }

    /// The labels of what arrived since the last time.
    pub fn labels(&self) -> Vec<String> {
        self.take().iter().map(Got::label).collect()
    }
}

impl Drop for Receiver {
    fn drop(&mut self) {
        tokio::spawn(self.server.stop(false));
    }
}

async fn take(inner: Arc<Inner>, request: HttpRequest, body: web::Bytes) -> HttpResponse {
    let headers = request.headers().iter();
    let got = Got {
        path: request.path().to_owned(),
        headers: headers
            .map(|(name, value)| (name.to_string(), value.to_str().unwrap().to_owned()))
            .collect(),
        body: body.to_vec(),
    };
    let (status, headers) = (inner.answer.lock().unwrap())(&got);
    inner.got.lock().unwrap().push(got);
    if status == HANGS {
        std::future::pending::<()>().await;
    }
    let mut answer = HttpResponse::build(status.try_into().unwrap());
    for (name, value) in headers {
        answer.insert_header((name, value));
    }
    answer.finish()
}

impl Got {
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap()
    }

    pub fn label(&self) -> String {
        let body = self.json();
        let label = body["data"]["data"]["label"].as_str();
        label.unwrap_or_else(|| body["type"].as_str().unwrap()).to_owned()
    }

    /// Whether the holder of a secret believes it, as the standard says: written here by the text of
    /// the standard, with nothing of the product's.
    pub fn is_signed_with(&self, secret: &str) -> bool {
        let key = STANDARD.decode(secret.strip_prefix("whsec_").unwrap()).unwrap();
        let mut message =
            format!("{}.{}.", self.headers["webhook-id"], self.headers["webhook-timestamp"])
                .into_bytes();
        message.extend(&self.body);
        let expected = format!("v1,{}", STANDARD.encode(hmac_sha256(&key, &message)));
        self.headers["webhook-signature"].split(' ').any(|signature| signature == expected)
    }
}

/// RFC 2104.
pub fn hmac_sha256(key: &[u8], message: &[u8]) -> Vec<u8> {
    let mut block = [0_u8; 64];
    block[..key.len()].copy_from_slice(key);
    let pad = |with: u8| block.map(|byte| byte ^ with);
    let inner = Sha256::new().chain_update(pad(0x36)).chain_update(message).finalize();
    Sha256::new().chain_update(pad(0x5c)).chain_update(inner).finalize().to_vec()
}
