//! How many statements a request may cost. Rights are kept long enough for a slow machine, so that
//! nothing else is counted by accident.
use super::HR_MANAGER;
use chrono::Duration;
use tests::{Engine, TestApp, company::ADMINISTRATOR, company::SALES_MANAGER};

async fn patient(engine: Engine) -> TestApp {
    TestApp::start_with(engine, |config| config.security.rights_cache_ms = 600_000).await
}

/// Wait until the service does nothing beside the requests any more (sealing the trail).
async fn quiet(app: &TestApp) {
    app.seal().await;
    loop {
        let _ = app.statements.take();
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
        if app.statements.take() == 0 {
            return;
        }
    }
}

/// One of them for the undertaking of secrecy (A-CLI-18), one for the handbook's parameters when they
/// have not been read for two seconds.
async fn a_known_caller_costs_nothing_and_a_new_one_six_at_most(engine: Engine) {
    let app = patient(engine).await;
    // A manager whose scopes need the tree of departments.
    let caller = app.signed_in(SALES_MANAGER).await;
    quiet(&app).await;
    app.clock.advance(Duration::seconds(601));
    let _ = caller.get("/me/permissions").await.expect(200);
    let texts = app.statements.texts();
    let cold = app.statements.take();
    assert!((1..=6).contains(&cold), "{cold}: {texts:#?}");
    for _ in 0..3 {
        let _ = caller.get("/me/permissions").await.expect(200);
    }
    let texts = app.statements.texts();
    assert_eq!(app.statements.take(), 0, "{texts:#?}");
}

async fn lists_cost_a_fixed_number(engine: Engine) {
    let app = patient(engine).await;
    let (hr, admin) = (app.signed_in(HR_MANAGER).await, app.signed_in(ADMINISTRATOR).await);
    for (path, most) in [
        ("/people?limit=200", 5),
        ("/role-grants?limit=200", 3),
        ("/departments", 2),
        ("/sites", 1),
        ("/roles", 2),
        ("/duty-conflicts", 1),
        ("/delegations", 2),
        ("/api-keys", 2),
    ] {
        let caller = if path.starts_with("/people") { &hr } else { &admin };
        let _ = caller.get("/me/permissions").await.expect(200);
        quiet(&app).await;
        let _ = caller.get(path).await.expect(200);
        let texts = app.statements.texts();
        let count = app.statements.take();
        assert!(count <= most, "{path}: {count} statements: {texts:#?}");
    }
}

#[actix_web::test]
/// One of them for the undertaking of secrecy (A-CLI-18), one for the handbook's parameters when they
/// have not been read for two seconds.
async fn a_known_caller_costs_nothing_and_a_new_one_six_at_most_sqlite() {
    a_known_caller_costs_nothing_and_a_new_one_six_at_most(Engine::Sqlite).await;
}

#[actix_web::test]
/// One of them for the undertaking of secrecy (A-CLI-18), one for the handbook's parameters when they
/// have not been read for two seconds.
async fn a_known_caller_costs_nothing_and_a_new_one_six_at_most_postgres() {
    a_known_caller_costs_nothing_and_a_new_one_six_at_most(Engine::Postgres).await;
}

#[actix_web::test]
async fn lists_cost_a_fixed_number_sqlite() {
    lists_cost_a_fixed_number(Engine::Sqlite).await;
}

#[actix_web::test]
async fn lists_cost_a_fixed_number_postgres() {
    lists_cost_a_fixed_number(Engine::Postgres).await;
}
