//! Destroying obsolete client files (A-BOR-06, A-BOR-07).
mod erased;
mod incidents;
mod process;
mod refused;
mod trail;

use chrono::{DateTime, TimeZone, Utc};
use clients::archive::entity::{Column, Entity};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};
use serde_json::{Value, json};
use tests::app::fresh_key;
use tests::company::{
    GENERAL_MANAGER, INFORMATION_ADMINISTRATOR, INFORMATION_SUPERVISOR, SERVICE_MANAGER,
};
use tests::{Answer, Caller, TestApp};
use uuid::Uuid;

/// The other information administrator.
const OTHER_ADMINISTRATOR: &str = "jiangsihan";
/// Who decides, in the order of the handbook.
const THREE: [&str; 3] = [INFORMATION_SUPERVISOR, SERVICE_MANAGER, GENERAL_MANAGER];

fn id(path: &str) -> Uuid {
    path.rsplit('/').next().unwrap().parse().unwrap()
}

fn years_ago() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2023, 3, 14, 2, 0, 0).unwrap()
}

/// As if nothing had come into some files since the spring of 2023.
async fn age(app: &TestApp, paths: &[&str]) {
    let ids: Vec<Uuid> = paths.iter().map(|path| id(path)).collect();
    Entity::update_many()
        .col_expr(Column::SupplementedAt, Expr::value(years_ago()))
        .col_expr(Column::LastContactAt, Expr::value(None::<DateTime<Utc>>))
        .filter(Column::Id.is_in(ids))
        .exec(app.app.db.exclusive())
        .await
        .unwrap();
    for path in paths {
        said_long_ago(app, id(path)).await;
    }
}

/// What people said about a file, too.
async fn said_long_ago(app: &TestApp, file: Uuid) {
    use clients::{comments, information_reports, instructions, submissions};
    let db = app.app.db.exclusive();
    macro_rules! long_ago {
        ($entity:path, $moment:ident, $of:expr) => {{
            use $entity as of;
            of::Entity::update_many()
                .col_expr(of::Column::$moment, Expr::value(years_ago()))
                .filter($of)
                .exec(db)
                .await
                .unwrap();
        }};
    }
    long_ago!(comments::entity, CreatedAt, comments::entity::Column::ClientId.eq(file));
    long_ago!(instructions::entity, GivenAt, instructions::entity::Column::ClientId.eq(file));
    long_ago!(submissions::entity, SubmittedAt, submissions::entity::Column::ClientId.eq(file));
    use clients::disclosures::{entity as disclosure, named::entity as disclosed};
    let named = disclosed::Entity::find().filter(disclosed::Column::ClientId.eq(file));
    let named = named.all(db).await.unwrap().into_iter().map(|it| it.disclosure_id);
    let named: Vec<_> = named.collect();
    long_ago!(disclosure, RequestedAt, disclosure::Column::Id.is_in(named.clone()));
    long_ago!(disclosure, ProvidedAt, disclosure::Column::Id.is_in(named));
    let reports = information_reports::entries::entity::Entity::find()
        .filter(information_reports::entries::entity::Column::ClientId.eq(file))
        .all(db)
        .await
        .unwrap();
    let reports = reports.into_iter().map(|entry| entry.report_id);
    let of = information_reports::entity::Column::Id.is_in(reports);
    long_ago!(information_reports::entity, SubmittedAt, of);
}

fn proposal(path: &str) -> Value {
    json!({"client_id": id(path), "ground": "CEASED", "reason": "两年以上无任何往来，经销售部确认不再合作"})
}

async fn propose(by: &Caller, path: &str) -> Answer {
    by.post_with_key("/client-destructions", &fresh_key(), &proposal(path)).await
}

/// Proposed; the address of the destruction.
async fn proposed(by: &Caller, path: &str) -> String {
    let made = propose(by, path).await.expect(201);
    format!("/client-destructions/{}", made["id"].as_str().unwrap())
}

/// Somebody decides about everything that waits for them.
async fn decide(app: &TestApp, login: &str, act: &str, more: &Value) {
    let approver = app.signed_in(login).await;
    let open = approver.get("/approval-tasks").await.expect(200);
    let tasks = open["items"].as_array().unwrap();
    assert!(!tasks.is_empty(), "{login} has nothing to decide");
    for task in tasks {
        let mut body = more.clone();
        if act == "approve" {
            body["content_hash"] = task["content_hash"].clone();
        }
        let path = format!("/approval-tasks/{}", task["id"].as_str().unwrap());
        let _ = approver.act_now(&path, act, body).await.expect(200);
    }
}

async fn approved_by_all(app: &TestApp) {
    for login in THREE {
        decide(app, login, "approve", &json!({})).await;
    }
}

/// Carried out by the other administrator; the certificate.
async fn carried_out(app: &TestApp, destruction: &str) -> Value {
    let other = app.signed_in(OTHER_ADMINISTRATOR).await;
    let seen = other.get(destruction).await.expect(200);
    let body = json!({"client_number": seen["client"]["number"]});
    other.act_now(destruction, "carry-out", body).await.expect(200)
}

/// From the proposal to the certificate.
async fn destroyed(app: &TestApp, path: &str) -> Value {
    age(app, &[path]).await;
    let destruction = proposed(&app.signed_in(INFORMATION_ADMINISTRATOR).await, path).await;
    approved_by_all(app).await;
    carried_out(app, &destruction).await
}
