//! Every operation × every kind of principal, generated from the document: a new endpoint is in
//! here without anybody thinking of it.
use reqwest::Method;
use serde_json::json;
use std::collections::BTreeMap;
use tests::{Answer, Caller, Engine, TestApp, app::send, company};
use uuid::Uuid;
use zhidu::{application::DOCUMENT, policy::operations};

/// One operation with a path that can be called.
struct Operation {
    method: Method,
    path: String,
    permission: String,
}

/// All operations, `{id}` and its kin replaced.
fn all(id: Uuid) -> Vec<Operation> {
    let mut found = vec![];
    for (path, item) in &DOCUMENT.paths.paths {
        for (method, operation) in operations(item) {
            let permission = operation.extensions.as_ref().unwrap().get("x-permission").unwrap();
            found.push(Operation {
                method: method.parse().unwrap(),
                path: filled(path.trim_start_matches("/api/v1"), id),
                permission: permission.as_str().unwrap().to_owned(),
            });
        }
    }
    assert!(found.len() > 30);
    found
}

pub fn filled(path: &str, id: Uuid) -> String {
    let part = |part: &str| match part {
        // A day that is no id is no address, and would be refused as such.
        "{date}" => "2026-12-31".to_owned(),
        part if part.starts_with('{') => id.to_string(),
        part => part.to_owned(),
    };
    path.split('/').map(part).collect::<Vec<_>>().join("/")
}

async fn call(caller: &Caller, operation: &Operation) -> Answer {
    let mut request = caller.request(operation.method.clone(), &operation.path);
    if operation.method != Method::GET {
        request = request.header("If-Match", "\"1\"").json(&json!({}));
        request = request.header("Idempotency-Key", tests::app::fresh_key());
    }
    send(request).await
}

/// What is left out where every answer is read to its end; may only shrink.
/// A live stream answers and goes on: `records/stream.rs` has its own tests of rights and reach.
const ENDLESS: &[&str] = &["/events/stream"];

/// What is left out where a caller goes on calling: it would end their session.
const ENDS_THE_SESSION: &[&str] = &["/auth/sign-out", "/me/sessions/actions/end-others"];

fn ends(operation: &Operation) -> bool {
    !ENDLESS.contains(&operation.path.as_str())
}

#[actix_web::test]
async fn nobody_gets_in_without_a_credential() {
    let app = TestApp::start(Engine::Sqlite).await;
    let nobody = app.anonymous();
    for operation in all(Uuid::new_v4()) {
        if operation.permission != "public" {
            let answer = call(&nobody, &operation).await;
            assert_eq!(answer.status, 401, "{} {}", operation.method, operation.path);
            answer.refuses(401, "NOT_AUTHENTICATED");
        }
    }
}

#[actix_web::test]
async fn a_forged_or_foreign_credential_is_no_credential() {
    let app = TestApp::start(Engine::Sqlite).await;
    for bearer in ["x", "zk_0000", "eyJhbGciOiJub25lIn0.e30.", "a.b.c"] {
        let caller = app.bearing(bearer.to_owned(), Uuid::nil());
        for operation in all(Uuid::new_v4()).iter().filter(|o| o.permission != "public") {
            let answer = call(&caller, operation).await;
            assert_eq!(answer.status, 401, "{} {} {bearer}", operation.method, operation.path);
        }
    }
}

#[actix_web::test]
async fn a_person_without_a_role_is_told_which_permission_is_missing() {
    let app = TestApp::start(Engine::Sqlite).await;
    let nobody = app.newcomer("qianxinlai").await;
    for operation in all(Uuid::new_v4()) {
        if matches!(operation.permission.as_str(), "public" | "signed-in") || !ends(&operation) {
            continue;
        }
        let body = call(&nobody, &operation).await.refuses(403, "PERMISSION_MISSING");
        let at = format!("{} {}", operation.method, operation.path);
        assert_eq!(body["params"]["permission"], operation.permission.as_str(), "{at}");
    }
}

/// A key carries what was put on it. Whatever else its owner may do, the key may not.
#[actix_web::test]
async fn a_key_without_the_scope_is_told_which_is_missing() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let app = TestApp::start(engine).await;
        let key = company::a_key_of_the_service_manager(&app, &["person.read"]).await;
        let mut asked = 0;
        for operation in all(Uuid::new_v4()) {
            let open = ["public", "signed-in", "person.read"];
            if open.contains(&operation.permission.as_str()) || !ends(&operation) {
                continue;
            }
            let answer = call(&key, &operation).await;
            let at = format!("{engine:?} {} {}: {}", operation.method, operation.path, answer.text);
            assert_eq!(answer.status, 403, "{at}");
            let code = answer.json()["code"].as_str().unwrap().to_owned();
            assert!(["PERMISSION_MISSING", "SESSION_NEEDED"].contains(&code.as_str()), "{at}");
            asked += 1;
        }
        assert!(asked > 60);
    }
}

/// Somebody who has left is nobody, with the token that was theirs a moment ago.
#[actix_web::test]
async fn somebody_disabled_gets_in_nowhere() {
    let app = TestApp::start(Engine::Sqlite).await;
    let gone = app.newcomer("lizhi").await;
    let admin = app.signed_in(company::ADMINISTRATOR).await;
    let path = format!("/people/{}", gone.id);
    let _ = admin.act_now(&path, "disable", json!({"reason": "已离职"})).await.expect(200);
    for operation in all(Uuid::new_v4()).iter().filter(|o| o.permission != "public") {
        call(&gone, operation).await.refuses(401, "NOT_AUTHENTICATED");
    }
}

/// Whoever holds a right and names a record that does not exist hears 404 and nothing else; no
/// operation falls over on an empty body, whoever calls.
#[actix_web::test]
async fn no_operation_falls_over_for_any_role() {
    let app = TestApp::start(Engine::Sqlite).await;
    let mut seen: BTreeMap<u16, usize> = BTreeMap::new();
    for login in tests::company::EVERY_ROLE {
        let caller = app.signed_in(login).await;
        for operation in all(Uuid::new_v4()).iter().filter(|o| ends(o)) {
            if ENDS_THE_SESSION.contains(&operation.path.as_str()) {
                continue;
            }
            let answer = call(&caller, operation).await;
            let at = format!("{login}: {} {} → {}", operation.method, operation.path, answer.text);
            assert!(answer.status.as_u16() < 500, "{at}");
            *seen.entry(answer.status.as_u16()).or_default() += 1;
        }
    }
    assert!(
        seen.contains_key(&200) && seen.contains_key(&403) && seen.contains_key(&404),
        "{seen:?}"
    );
}
