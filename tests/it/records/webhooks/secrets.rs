//! Signatures, and the secrets that make them.
use super::receiver::hmac_sha256;
use super::{ENGINES, House};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use chrono::Duration;
use kernel::app::App;
use sea_orm::{ConnectionTrait, DbBackend, Statement};
use serde_json::{Value, json};
use tests::TestApp;

/// The vector of the standard's own libraries, so that what checks the signatures below is right.
#[test]
fn the_tests_own_check_is_the_standards() {
    let key = STANDARD.decode("C2FVsBQIhrscChlQIMV+b5sSYspob7oD").unwrap();
    let message = br#"msg_27UH4WbU6Z5A5EzD8u03UvzRbpk.1649367553.{"email":"test@example.com","username":"test_user"}"#;
    let signature = STANDARD.encode(hmac_sha256(&key, message));
    assert_eq!(signature, "tZ1I4/hDygAJgO5TYxiSd6Sd0kDW6hPenDe+bTa3Kkw=");
}

#[actix_web::test]
async fn what_is_sent_is_signed_by_the_standard() {
    for engine in ENGINES {
        let house = House::open(engine).await;
        let manager = house.manager().await;
        let (_, secret) = house.hook(&manager, "/in?tenant=1", &["test.*"]).await;
        let (_, other) = house.hook(&manager, "/other", &["person.*"]).await;
        house.anything("一").await;
        let _ = house.round().await;
        let got = &house.receiver.take()[0];
        assert!(got.is_signed_with(&secret));
        assert!(!got.is_signed_with(&other), "each has its own");
        assert_eq!(got.headers["content-type"], "application/json");
        assert_eq!(got.headers["user-agent"], "zhidu-webhooks");
        let now = house.app.app.clock.now().timestamp().to_string();
        assert_eq!(got.headers["webhook-timestamp"], now);
        assert_eq!(got.json()["data"]["id"], got.headers["webhook-id"].as_str());
        let mut forged = got.clone();
        forged.body.push(b' ');
        assert!(!forged.is_signed_with(&secret));
    }
}

#[actix_web::test]
async fn for_a_day_after_a_rotation_both_secrets_sign() {
    for engine in ENGINES {
        let house = House::open(engine).await;
        let manager = house.manager().await;
        let (hook, first) = house.hook(&manager, "/", &["test.*"]).await;
        let tried = manager.get(&hook).await.etag();
        let tried = manager
            .act(&format!("{hook}/actions/rotate-secret?dry_run=true"), &tried, json!({}))
            .await;
        assert_eq!(tried.expect(200)["secret"], Value::Null, "what is only tried tells no secret");
        let rotated = manager.act_now(&hook, "rotate-secret", json!({})).await.expect(200);
        let second = rotated["secret"].as_str().unwrap().to_owned();
        assert!(rotated["previous_secret_until"].is_string());
        assert_ne!(first, second);
        house.anything("当日").await;
        let _ = house.round().await;
        let got = &house.receiver.take()[0];
        assert!(got.is_signed_with(&first) && got.is_signed_with(&second));
        assert_eq!(got.headers["webhook-signature"].split(' ').count(), 2);
        house.app.clock.advance(Duration::hours(24));
        house.anything("次日").await;
        let _ = house.round().await;
        let got = &house.receiver.take()[0];
        assert!(!got.is_signed_with(&first) && got.is_signed_with(&second));
        let manager = house.manager().await;
        assert_eq!(manager.get(&hook).await.expect(200)["previous_secret_until"], Value::Null);
    }
}

#[actix_web::test]
async fn a_secret_is_shown_once_and_kept_nowhere() {
    for engine in ENGINES {
        let house = House::open(engine).await;
        let manager = house.manager().await;
        let body = json!({"name": "ERP 对接", "url": house.receiver.url("/"), "types": []});
        let first = manager.post_with_key("/webhooks", "key-1", &body).await.expect(201);
        let again = manager.post_with_key("/webhooks", "key-1", &body).await;
        assert_eq!(again.header("idempotent-replayed"), "true");
        assert_eq!(again.expect(201)["secret"], Value::Null);
        let hook = format!("/webhooks/{}", first["id"].as_str().unwrap());
        assert_eq!(manager.get(&hook).await.expect(200)["secret"], Value::Null);
        let rotated = manager.act_now(&hook, "rotate-secret", json!({})).await.expect(200);
        house.app.seal().await;
        let _ = house.round().await;
        for secret in [&first["secret"], &rotated["secret"]] {
            let secret = secret.as_str().unwrap().strip_prefix("whsec_").unwrap();
            let bytes = hex::encode(STANDARD.decode(secret).unwrap());
            assert_eq!(anywhere(&house.app, secret).await, Vec::<String>::new());
            assert_eq!(anywhere(&house.app, &bytes).await, Vec::<String>::new());
        }
        // The search finds what is there.
        assert!(!anywhere(&house.app, "ERP 对接").await.is_empty());
    }
}

/// The tables in which a text stands in any column.
async fn anywhere(app: &TestApp, text: &str) -> Vec<String> {
    let mut found = vec![];
    for table in tables(&app.app).await {
        let db = app.app.db.reader();
        let found_in = match db.get_database_backend() {
            DbBackend::Sqlite => columns(&app.app, &table, text).await,
            _ => format!("t::text LIKE '%{text}%'"),
        };
        let sql = format!("SELECT count(*) AS n FROM \"{table}\" t WHERE {found_in}");
        let counted =
            db.query_one_raw(Statement::from_string(db.get_database_backend(), sql)).await;
        let counted = counted.unwrap().unwrap();
        if counted.try_get::<i64>("", "n").unwrap() > 0 {
            found.push(table);
        }
    }
    found
}

async fn names(app: &App, sql: String) -> Vec<String> {
    let db = app.db.reader();
    let rows =
        db.query_all_raw(Statement::from_string(db.get_database_backend(), sql)).await.unwrap();
    rows.iter().map(|row| row.try_get::<String>("", "name").unwrap()).collect()
}

async fn tables(app: &App) -> Vec<String> {
    let sql = match app.db.backend() {
        DbBackend::Sqlite => {
            "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%' AND name NOT LIKE '%_search%'"
        }
        _ => {
            "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'"
        }
    };
    let found = names(app, sql.to_owned()).await;
    assert!(
        found.contains(&"idempotency_record".to_owned()) && found.contains(&"webhook".to_owned())
    );
    found
}

/// Whether a text stands in any column of a table, as text or as bytes.
async fn columns(app: &App, table: &str, text: &str) -> String {
    let names = names(app, format!("SELECT name FROM pragma_table_info('{table}')")).await;
    let each = |name: &String| {
        format!("CAST(\"{name}\" AS TEXT) LIKE '%{text}%' OR hex(\"{name}\") LIKE '%{text}%'")
    };
    names.iter().map(each).collect::<Vec<_>>().join(" OR ")
}
