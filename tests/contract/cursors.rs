//! Cursors: each belongs to one list with its filters, and to nobody who makes up another.
use tests::{Caller, Engine, TestApp, company};
use utoipa::openapi::{RefOr, path::Operation};
use zhidu::{application::DOCUMENT, policy::operations};

/// Lists with pages whose address names no record.
fn lists() -> Vec<String> {
    let paged = |operation: &Operation| {
        operation.parameters.iter().flatten().any(|parameter| match parameter {
            RefOr::T(parameter) => parameter.name == "cursor",
            RefOr::Ref(_) => false,
        })
    };
    let mut found = vec![];
    for (path, item) in &DOCUMENT.paths.paths {
        for (method, operation) in operations(item) {
            if method == "GET" && !path.contains('{') && paged(operation) {
                found.push(path.trim_start_matches("/api/v1").to_owned());
            }
        }
    }
    assert!(found.len() > 8, "{found:?}");
    found
}

/// The place after the first item, of every list that is long enough for the caller.
async fn cursors(caller: &Caller) -> Vec<(String, String)> {
    let mut found = vec![];
    for list in lists() {
        let answer = caller.get(&format!("{list}?limit=1")).await;
        if answer.status != 200 {
            continue;
        }
        if let Some(cursor) = answer.json()["page"]["next_cursor"].as_str() {
            found.push((list, cursor.to_owned()));
        }
    }
    found
}

#[actix_web::test]
async fn a_cursor_of_one_list_is_none_of_another() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let app = TestApp::start(engine).await;
        let _ = company::a_secret_client_of_sales_one(&app).await;
        app.seal().await;
        let mut seen = 0;
        for login in [company::ADMINISTRATOR, company::AUDITOR] {
            let caller = app.signed_in(login).await;
            let own = cursors(&caller).await;
            for (list, cursor) in &own {
                let _ = caller.get(&format!("{list}?limit=2&cursor={cursor}")).await.expect(200);
                for (other, _) in own.iter().filter(|(other, _)| other != list) {
                    let answer = caller.get(&format!("{other}?cursor={cursor}")).await;
                    answer.refuses(400, "CURSOR_MISMATCH");
                }
                seen += 1;
            }
        }
        assert!(seen > 5, "{seen} lists had a second page");
    }
}

#[actix_web::test]
async fn a_changed_cursor_is_none() {
    let app = TestApp::start(Engine::Sqlite).await;
    let caller = app.signed_in(company::ADMINISTRATOR).await;
    for (list, cursor) in cursors(&caller).await {
        for at in [0, cursor.len() / 2, cursor.len() - 2] {
            let mut other: Vec<char> = cursor.chars().collect();
            other[at] = if other[at] == 'A' { 'B' } else { 'A' };
            let other: String = other.into_iter().collect();
            let answer = caller.get(&format!("{list}?cursor={other}")).await;
            answer.refuses(400, "CURSOR_INVALID");
        }
        let cut = &cursor[..cursor.len() - 4];
        caller.get(&format!("{list}?cursor={cut}")).await.refuses(400, "CURSOR_INVALID");
    }
}
