//! The service with areas of the test's own behind it (fake records, fake jobs) and no worker beside
//! it, so that a test decides what runs and when.
use actix_web::{HttpServer, dev::ServerHandle, web::Data};
use kernel::access::Actor;
use kernel::access::OnBehalf;
use kernel::app::App;
use kernel::audit::Record;
use kernel::clock::ManualClock;
use kernel::db::Statements;
use kernel::http::reply::Items;
use kernel::ids::PersonId;
use kernel::work::Work;
use records::Wiring;
use reqwest::{Client, Method, RequestBuilder, header};
use serde_json::{Value, json};
use std::sync::Arc;
use tests::app::send;
use tests::database::TestDatabase;
use tests::{Answer, Engine};
use uuid::Uuid;
use zhidu::application::{Service, application};

pub const ENGINES: [Engine; 2] = [Engine::Sqlite, Engine::Postgres];

pub struct Desk {
    pub app: App,
    pub clock: Arc<ManualClock>,
    pub owners: Arc<dyn OnBehalf>,
    statements: Statements,
    base: String,
    http: Client,
    server: ServerHandle,
    _database: TestDatabase,
}

/// Somebody of the standard company at this desk.
pub struct Sitter {
    http: Client,
    base: String,
    bearer: String,
    pub id: Uuid,
}

impl Desk {
    pub async fn open(engine: Engine, wiring: Wiring) -> Self {
        let _ = rustls::crypto::ring::default_provider().install_default();
        let database = TestDatabase::new(engine).await;
        let clock = ManualClock::at(tests::start_of_tests());
        let opened = zhidu::start::open_at(database.config.clone(), clock.clone()).await;
        let mut app = opened.unwrap();
        let statements = Statements::default();
        app.db.count_statements(&statements);
        let mut service = Service::new(app.clone()).unwrap();
        service.areas.records = Data::new(wiring);
        let owners = service.areas.on_behalf();
        let server = HttpServer::new(move || application(service.clone()))
            .workers(1)
            .disable_signals()
            .bind("127.0.0.1:0")
            .unwrap();
        let base = format!("http://{}/api/v1", server.addrs()[0]);
        let running = server.run();
        let server = running.handle();
        tokio::spawn(running);
        let http = Client::new();
        Self { app, clock, owners, statements, base, http, server, _database: database }
    }

    pub async fn seat(&self, login: &str) -> Sitter {
        let body = json!({"login": login, "password": zhidu::demo_company::PASSWORD});
        let request = self.http.post(format!("{}/auth/sign-in", self.base)).json(&body);
        let token = send(request).await.expect(200);
        let bearer = token["access_token"].as_str().unwrap().to_owned();
        let (http, base) = (self.http.clone(), self.base.clone());
        let sitter = Sitter { http, base, bearer, id: Uuid::nil() };
        let me = sitter.get("/me").await.expect(200);
        Sitter { id: me["id"].as_str().unwrap().parse().unwrap(), ..sitter }
    }

    /// Statements that an answer costs once the caller's rights are known.
    pub async fn cost(&self, sitter: &Sitter, path: &str) -> usize {
        let _ = sitter.get(path).await.expect(200);
        let _ = self.statements.take();
        let _ = sitter.get(path).await.expect(200);
        self.statements.take()
    }

    /// What a job of this person's would act as.
    pub async fn actor(&self, sitter: &Sitter) -> Actor {
        let found = self.owners.actor(&self.app, PersonId(sitter.id), "test").await;
        found.unwrap().unwrap()
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        self.app.stopping.send_replace(true);
        tokio::spawn(self.server.stop(false));
    }
}

impl Sitter {
    fn request(&self, method: Method, path: &str) -> RequestBuilder {
        self.http.request(method, format!("{}{path}", self.base)).bearer_auth(&self.bearer)
    }

    pub async fn get(&self, path: &str) -> Answer {
        send(self.request(Method::GET, path)).await
    }

    pub async fn post(&self, path: &str, body: Value) -> Answer {
        send(self.request(Method::POST, path).json(&body)).await
    }

    pub async fn put(&self, path: &str, body: Value) -> Answer {
        send(self.request(Method::PUT, path).json(&body)).await
    }

    pub async fn delete(&self, path: &str) -> Answer {
        send(self.request(Method::DELETE, path)).await
    }

    /// An action that takes no body, on a version that was looked at.
    pub async fn act(&self, path: &str, etag: &str) -> Answer {
        send(self.request(Method::POST, path).header(header::IF_MATCH, etag)).await
    }
}

/// Commit these acts, by nobody in particular.
pub async fn commit(app: &App, records: impl IntoIterator<Item = Record>) {
    let actor = Actor::system([], "test");
    let mut work = Work::begin(app, &actor).await.unwrap();
    for record in records {
        work.record(record);
    }
    work.commit(Items::<u8> { items: vec![] }).await.unwrap();
}

/// One field of each item of a list.
pub fn each(list: &Value, pointer: &str) -> Vec<Value> {
    let items = list["items"].as_array().unwrap();
    items.iter().map(|item| item.pointer(pointer).cloned().unwrap_or_default()).collect()
}
