//! The service under test and somebody calling it.
use crate::{
    answer::Answer,
    database::{Engine, TestDatabase},
};
use actix_web::{HttpServer, dev::ServerHandle};
use kernel::{app::App, clock::ManualClock, config::Config, db::Statements};
use reqwest::{Client, Method, RequestBuilder, header};
use serde_json::Value;
use std::sync::Arc;
use zhidu::application::{Service, application};

/// A running service with a database of its own.
pub struct TestApp {
    pub app: App,
    pub service: Service,
    pub clock: Arc<ManualClock>,
    pub statements: Statements,
    pub address: String,
    pub engine: Engine,
    server: ServerHandle,
    beside: tokio::sync::Mutex<Option<tokio::task::JoinHandle<()>>>,
    http: Client,
    database: TestDatabase,
}

/// Somebody with a credential. `bearer` empty: nobody in particular.
#[derive(Clone)]
pub struct Caller {
    http: Client,
    base: String,
    pub bearer: String,
    /// The person behind it; nil for nobody.
    pub id: uuid::Uuid,
    language: &'static str,
}

impl TestApp {
    pub async fn start(engine: Engine) -> Self {
        Self::start_with(engine, |_| {}).await
    }

    /// With other settings.
    pub async fn start_with(engine: Engine, change: impl FnOnce(&mut Config)) -> Self {
        // First: it brings the TLS provider, which a bucket needs as well.
        let http = client();
        let mut database = TestDatabase::new(engine).await;
        change(&mut database.config);
        let clock = ManualClock::at(crate::start_of_tests());
        let mut app = zhidu::start::open_at(database.config.clone(), clock.clone())
            .await
            .expect("the service opens");
        // What runs beside the requests must not be counted with them.
        let beside = Service::new(app.clone()).expect("the areas");
        let statements = Statements::default();
        app.db.count_statements(&statements);
        let service = Service::new(app.clone()).expect("the areas");
        let (server, address) = serve(&service);
        let beside = tokio::sync::Mutex::new(Some(tokio::spawn(zhidu::worker::run(beside))));
        Self { beside, app, service, clock, statements, address, engine, server, http, database }
    }

    /// Nobody signed in.
    #[must_use]
    pub fn anonymous(&self) -> Caller {
        self.bearing(String::new(), uuid::Uuid::nil())
    }

    /// Somebody of the standard company, by login (see [`crate::company`]), signed in.
    pub async fn signed_in(&self, login: &str) -> Caller {
        self.sign_in(login, zhidu::demo_company::PASSWORD).await
    }

    pub async fn sign_in(&self, login: &str, password: &str) -> Caller {
        self.anonymous().signed_in(login, password).await
    }

    #[must_use]
    pub fn bearing(&self, bearer: String, id: uuid::Uuid) -> Caller {
        Caller {
            http: self.http.clone(),
            base: format!("http://{}", self.address),
            bearer,
            id,
            language: "zh-CN",
        }
    }

    /// End what runs beside the requests, and wait until it has.
    pub async fn rest(&self) {
        self.app.stopping.send_replace(true);
        if let Some(beside) = self.beside.lock().await.take() {
            beside.await.expect("what ran beside");
        }
    }

    /// Seal trail and events now, as the worker would a moment later.
    pub async fn seal(&self) {
        zhidu::worker::seal_once(&self.app).await;
    }

    /// The directory that holds the test's database and files.
    #[must_use]
    pub fn directory(&self) -> &std::path::Path {
        self.database.directory.path()
    }
}

impl Drop for TestApp {
    fn drop(&mut self) {
        self.app.stopping.send_replace(true);
        let stopping = self.server.stop(false);
        tokio::spawn(stopping);
    }
}

fn client() -> Client {
    // A second installation is none, and would be the same provider.
    let _ = rustls::crypto::ring::default_provider().install_default();
    Client::builder().redirect(reqwest::redirect::Policy::none()).build().expect("an HTTP client")
}

fn serve(service: &Service) -> (ServerHandle, String) {
    let shared = service.clone();
    let server = HttpServer::new(move || application(shared.clone()))
        .workers(2)
        .h1_allow_half_closed(false)
        .disable_signals()
        .bind("127.0.0.1:0")
        .expect("a free port");
    let address = server.addrs().first().expect("an address").to_string();
    let running = server.run();
    let handle = running.handle();
    tokio::spawn(running);
    (handle, address)
}

impl Caller {
    /// Nobody in particular, at a service elsewhere (`127.0.0.1:port`).
    #[must_use]
    pub fn nobody_at(address: &str) -> Self {
        Self {
            http: client(),
            base: format!("http://{address}"),
            bearer: String::new(),
            id: uuid::Uuid::nil(),
            language: "zh-CN",
        }
    }

    /// The same credential at another address: the service was started again.
    #[must_use]
    pub fn moved_to(&self, address: &str) -> Self {
        Self { http: client(), base: format!("http://{address}"), ..self.clone() }
    }

    /// Sign in where this caller calls.
    pub async fn signed_in(&self, login: &str, password: &str) -> Self {
        let body = serde_json::json!({"login": login, "password": password});
        let answer = self.post("/auth/sign-in", body).await.expect(200);
        let token = answer["access_token"].as_str().expect("a token").to_owned();
        let caller = Self { bearer: token, ..self.clone() };
        let me = caller.get("/me").await.expect(200);
        let id = me["id"].as_str().and_then(|id| id.parse().ok()).expect("an id");
        Self { id, ..caller }
    }

    /// The same caller, reading another language.
    #[must_use]
    pub fn reading(&self, language: &'static str) -> Self {
        Self { language, ..self.clone() }
    }

    /// A request below `/api/v1`.
    pub fn request(&self, method: Method, path: &str) -> RequestBuilder {
        let mut request = self
            .http
            .request(method, format!("{}/api/v1{path}", self.base))
            .header(header::ACCEPT_LANGUAGE, self.language);
        if !self.bearer.is_empty() {
            request = request.bearer_auth(&self.bearer);
        }
        request
    }

    /// A request to the service's root (`/livez`, the application).
    pub fn root(&self, path: &str) -> RequestBuilder {
        self.http.get(format!("{}{path}", self.base))
    }

    pub async fn get(&self, path: &str) -> Answer {
        send(self.request(Method::GET, path)).await
    }

    pub async fn post(&self, path: &str, body: Value) -> Answer {
        self.post_with_key(path, &fresh_key(), &body).await
    }

    pub async fn post_with_key(&self, path: &str, key: &str, body: &Value) -> Answer {
        send(self.request(Method::POST, path).header("Idempotency-Key", key).json(body)).await
    }

    pub async fn patch(&self, path: &str, etag: &str, body: Value) -> Answer {
        send(self.request(Method::PATCH, path).header(header::IF_MATCH, etag).json(&body)).await
    }

    pub async fn delete(&self, path: &str, etag: &str) -> Answer {
        send(self.request(Method::DELETE, path).header(header::IF_MATCH, etag)).await
    }

    /// An action on a record, with the version that was looked at.
    pub async fn act(&self, path: &str, etag: &str, body: Value) -> Answer {
        let request = self.request(Method::POST, path).header("Idempotency-Key", fresh_key());
        send(request.header(header::IF_MATCH, etag).json(&body)).await
    }

    /// Read it and act on the version just read.
    pub async fn act_now(&self, record: &str, action: &str, body: Value) -> Answer {
        let etag = self.get(record).await.etag();
        self.act(&format!("{record}/actions/{action}"), &etag, body).await
    }

    /// Read it and patch the version just read.
    pub async fn patch_now(&self, record: &str, body: Value) -> Answer {
        let etag = self.get(record).await.etag();
        self.patch(record, &etag, body).await
    }
}

/// As every client should.
#[must_use]
pub fn fresh_key() -> String {
    uuid::Uuid::new_v4().to_string()
}

/// Send and read the whole answer.
pub async fn send(request: RequestBuilder) -> Answer {
    Answer::of(request.send().await.expect("an answer")).await
}
