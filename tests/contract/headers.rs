//! What the document says of headers is what answers carry, both ways.
use crate::call::{Operation, all, call, filled};
use crate::foreign::body;
use crate::world::World;
use reqwest::Method;
use serde_json::Value;
use std::collections::BTreeSet;
use tests::{Answer, Engine, TestApp, app::send};
use zhidu::application::DOCUMENT;

/// Headers of the contract; others belong to HTTP itself (`Date`, `Vary`) or to security.
const CONTRACT: &[&str] = &[
    "ETag",
    "Location",
    "Link",
    "Idempotent-Replayed",
    "RateLimit",
    "RateLimit-Policy",
    "Retry-After",
    "WWW-Authenticate",
    "Content-Language",
    "Content-Disposition",
    "Set-Cookie",
];

/// A live stream answers and goes on; a calendar has an address that nobody can make up; these end the
/// caller's own session.
const LEFT_OUT: &[&str] =
    &["stream_events", "read_calendar_feed", "sign_out", "end_my_other_sessions"];

struct Contract(Value);

impl Contract {
    /// The headers documented for an answer; none where the status is not documented at all.
    fn of(&self, operation: &Operation, status: u16) -> Option<BTreeSet<String>> {
        let path = format!("/api/v1{}", operation.template);
        let method = operation.method.as_str().to_lowercase();
        let mut response = &self.0["paths"][path][method]["responses"][status.to_string()];
        if let Some(reference) = response["$ref"].as_str() {
            response = self.0.pointer(reference.trim_start_matches('#')).unwrap();
        }
        let named = response.as_object()?["headers"].as_object();
        Some(named.into_iter().flatten().map(|(name, _)| name.clone()).collect())
    }

    /// What is wrong with one answer.
    fn judge(&self, operation: &Operation, answer: &Answer, wrong: &mut BTreeSet<String>) {
        let status = answer.status.as_u16();
        let at = format!("{} {status}", operation.id);
        let Some(documented) = self.of(operation, status) else {
            wrong.insert(format!("{at}: the status is not documented: {}", answer.text));
            return;
        };
        for name in CONTRACT {
            let (there, said) = (answer.headers.contains_key(*name), documented.contains(*name));
            if there && !said {
                wrong.insert(format!("{at}: {name} is not documented"));
            }
            // A page may be the last, an answer the first, a refusal one before the counting.
            let always = matches!(*name, "ETag" | "Location" | "Content-Disposition")
                || (name.starts_with("RateLimit") && status < 300);
            if said && !there && always {
                wrong.insert(format!("{at}: {name} is documented and missing"));
            }
        }
    }
}

/// Every operation, called by everybody who was there when the records were made; what creates is
/// asked a second time with the same key.
#[actix_web::test]
async fn every_header_of_an_answer_is_documented_and_every_documented_one_is_there() {
    let app = TestApp::start(Engine::Sqlite).await;
    let mut world = World::make(&app).await;
    world.round(&app).await;
    let contract = Contract(serde_json::to_value(&*DOCUMENT).unwrap());
    let (mut wrong, mut good, mut replayed, mut paged) = (BTreeSet::new(), BTreeSet::new(), 0, 0);
    let asked = all().into_iter().filter(|it| !LEFT_OUT.contains(&it.id.as_str()));
    let (reads, writes): (Vec<_>, Vec<_>) = asked.partition(|it| it.method == Method::GET);
    for operation in writes.iter().filter(|it| it.is_created()) {
        for answer in world.twice(operation).await {
            contract.judge(operation, &answer, &mut wrong);
            replayed += usize::from(answer.header("idempotent-replayed") == "true");
        }
    }
    for operation in reads.iter().chain(&writes) {
        for caller in world.doers.iter().chain([&world.owner]) {
            let mut path = filled(&operation.template, &|list| world.id(list));
            let limit = if operation.has_query("limit") { "&limit=1" } else { "" };
            path += &format!("?{}{limit}", operation.needed_query()).replace("?&", "?");
            let answer = call(caller, operation, &path, &body(operation, caller)).await;
            contract.judge(operation, &answer, &mut wrong);
            if answer.status.is_success() {
                good.insert(operation.id.clone());
            }
            paged += usize::from(!answer.header("link").is_empty());
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    let read: Vec<_> = reads.iter().filter(|it| !good.contains(&it.id)).map(|it| &it.id).collect();
    assert!(read.is_empty(), "never read: {read:?}");
    assert!(replayed > 15 && paged > 10, "{replayed} replays, {paged} pages");
}

#[actix_web::test]
async fn somebody_who_calls_too_often_is_told_the_limit_and_when_to_come_back() {
    let few = |config: &mut kernel::config::Config| config.server.rate_limit_per_minute = 2;
    let app = TestApp::start_with(Engine::Sqlite, few).await;
    let nobody = app.anonymous();
    let mut last = nobody.get("/system/info").await;
    for _ in 0..3 {
        last = send(nobody.request(Method::GET, "/system/info")).await;
    }
    last.refuses(429, "RATE_LIMITED");
    assert_eq!(last.header("ratelimit"), "\"default\";r=0");
    assert_eq!(last.header("ratelimit-policy"), "\"default\";q=2;w=60");
    assert!(last.header("retry-after").parse::<u32>().unwrap() > 0);
}
