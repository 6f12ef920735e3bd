//! Obligations: what the rules make due, by when, how it closes, and what happens where it does not.
mod closing;
mod evidence;
mod exceptions;
mod feed;
mod opening;
mod reading;
mod reminding;
mod ticks;
mod year;

use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeZone, Utc};
use chrono_tz::Asia::Shanghai;
use handbook::obligations::{self, Ticked};
use serde_json::{Value, json};
use std::sync::atomic::{AtomicU32, Ordering};
use tests::{Caller, TestApp};

/// An instant on the company's wall.
fn at(text: &str) -> DateTime<Utc> {
    let wall = NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap();
    Shanghai.from_local_datetime(&wall).unwrap().with_timezone(&Utc)
}

/// Move to an instant and tick, as the worker of some process would.
async fn tick_at(app: &TestApp, when: &str) -> Ticked {
    app.clock.set(at(when));
    tick(app, "test").await
}

async fn tick(app: &TestApp, holder: &str) -> Ticked {
    obligations::tick(&app.app, &app.service.areas.obligations, holder).await.unwrap()
}

/// An institution's file like no other, owned by `owner`; its address.
async fn begun(keeper: &Caller, name: &str, owner: &Caller) -> String {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let telephone = format!("028-8{:07}", NEXT.fetch_add(1, Ordering::Relaxed));
    let body = json!({
        "name": name, "kind": "INSTITUTION", "industry": "机械制造", "region": "四川省成都市",
        "address": "四川省成都市龙泉驿区成龙大道二段1666号", "telephone": telephone, "owner_id": owner.id,
    });
    let made = keeper.post("/clients", body).await.expect(201);
    format!("/clients/{}", made["id"].as_str().unwrap())
}

fn id(path: &str) -> &str {
    path.rsplit('/').next().unwrap()
}

/// What somebody finds under a query.
async fn due(who: &Caller, query: &str) -> Vec<Value> {
    let page = who.get(&format!("/obligations?{query}")).await.expect(200);
    page["items"].as_array().unwrap().clone()
}

/// The only one that somebody finds.
async fn only(who: &Caller, query: &str) -> Value {
    let found = due(who, query).await;
    assert_eq!(found.len(), 1, "{query}: {found:?}");
    found[0].clone()
}

/// Kinds of somebody's notices about what is due but the report of the month, the latest first.
async fn told(who: &Caller) -> Vec<String> {
    let page = who.get("/notifications?limit=200").await.expect(200);
    let notices = page["items"].as_array().unwrap().iter();
    let others = notices.filter(|it| it["params"]["kind"] != "client.information-report");
    let kinds = others.map(|it| it["kind"].as_str().unwrap().to_owned());
    kinds
        .filter(|kind| ["obligation.", "exception."].iter().any(|it| kind.starts_with(it)))
        .collect()
}

/// Verified and found adjusted, which needs no complete file.
async fn verified(keeper: &Caller, file: &str) {
    let body = json!({"result": "ADJUSTED", "note": "电话核对，更新联系方式"});
    let _ = keeper.act_now(file, "verify", body).await.expect(200);
}

/// Talked to the client just now.
async fn contacted(app: &TestApp, who: &Caller, file: &str) {
    let now = app.app.clock.now().to_rfc3339();
    let body = json!({"occurred_at": now, "channel": "TELEPHONE", "summary": "确认下季度备件需求"});
    let _ = who.post(&format!("{file}/interactions"), body).await.expect(201);
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}
