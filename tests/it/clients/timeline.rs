use super::{begun, institution, supervisor_and_owner, with};
use chrono::Duration;
use serde_json::{Value, json};
use tests::company::*;
use tests::{Caller, TestApp, on_both};

fn kinds(page: &Value) -> Vec<String> {
    let items = page["items"].as_array().unwrap();
    items
        .iter()
        .map(|item| {
            let kind = item["kind"].as_str().unwrap();
            item["change"]["action"].as_str().unwrap_or(kind).to_owned()
        })
        .collect()
}

async fn timeline(caller: &Caller, path: &str, query: &str) -> Value {
    caller.get(&format!("{path}/timeline?{query}")).await.expect(200)
}

/// The value of a field in the first change of an action: before, after, masked.
fn field(page: &Value, action: &str, field: &str) -> (Value, Value, bool) {
    let items = page["items"].as_array().unwrap();
    let item = items.iter().find(|item| item["change"]["action"] == action).unwrap();
    let changes = item["change"]["changes"].as_array().unwrap();
    let found = changes.iter().find(|change| change["field"] == field).unwrap();
    (found["before"].clone(), found["after"].clone(), found["masked"].as_bool().unwrap())
}

/// A file to which one thing of each kind happened, a second apart.
async fn eventful(app: &TestApp) -> (Caller, Caller, String) {
    let (keeper, owner) = supervisor_and_owner(app).await;
    let path = begun(&keeper, institution("成都锦川机电设备有限公司", &owner)).await;
    let tick = || app.clock.advance(Duration::seconds(1));
    tick();
    let contact = json!({"name": "周建国", "mobile": "13800138000", "birthday": "1979-03-08"});
    let made = keeper.post(&format!("{path}/contacts"), contact).await.expect(201);
    tick();
    let talk = json!({
        "occurred_at": "2026-11-23T02:00:01.5Z", "channel": "VISIT", "summary": "面谈",
        "with_contact_id": made["id"], "next_step": "发报价", "next_on": "2026-11-30",
    });
    let _ = owner.post(&format!("{path}/interactions"), talk).await.expect(201);
    tick();
    let said = json!({"body": "@沈慧敏 请看", "mentions": [keeper.id]});
    let _ = owner.post(&format!("{path}/comments"), said).await.expect(201);
    tick();
    let drawing = ("图纸.pdf", &b"%PDF-1.7 x"[..]);
    let upload = owner.upload(&format!("{path}/attachments"), drawing, &[("kind", "DRAWING")]);
    let _ = tests::app::send(upload).await.expect(201);
    tick();
    let mobile = json!({"mobile": "13900139000", "position": "总监"});
    let contact = format!("{path}/contacts/{}", made["id"].as_str().unwrap());
    let _ = keeper.patch_now(&contact, mobile).await.expect(200);
    (keeper, owner, path)
}

const ALL: [&str; 6] = [
    "client.contact-updated",
    "ATTACHMENT",
    "COMMENT",
    "INTERACTION",
    "client.contact-added",
    "client.created",
];

on_both! {
    async fn everything_that_happened_stands_in_one_list_latest_first(app: TestApp) {
        let (keeper, owner, path) = eventful(&app).await;
        let page = timeline(&owner, &path, "include_total=true").await;
        assert_eq!(kinds(&page), ALL);
        assert_eq!(page["page"]["total"], 6);
        let [_, paper, said, talk, ..] = page["items"].as_array().unwrap().as_slice() else { panic!() };
        assert_eq!((&paper["attachment"]["file_name"], &paper["attachment"]["kind"]), (&json!("图纸.pdf"), &json!("DRAWING")));
        assert_eq!((&said["comment"]["body"], &said["comment"]["mentions"][0]["id"]), (&json!("@沈慧敏 请看"), &json!(keeper.id)));
        assert_eq!((&said["actor"]["name"], &said["comment"]["edited"]), (&json!("程涛"), &json!(false)));
        assert_eq!((&talk["interaction"]["with_contact"]["name"], &talk["interaction"]["next_on"]), (&json!("周建国"), &json!("2026-11-30")));
        assert_eq!(talk["occurred_at"], "2026-11-23T02:00:01.500Z");
        assert_eq!(field(&page, "client.contact-updated", "contact.position"), (json!(null), json!("总监"), false));
        let some = timeline(&owner, &path, "kind=COMMENT&kind=INTERACTION").await;
        assert_eq!(kinds(&some), ["COMMENT", "INTERACTION"]);
        owner.get(&format!("{path}/timeline?kind=RUMOUR")).await.refuses(400, "INVALID_PARAMETER");
    }

    async fn pages_of_any_size_hold_the_same_list(app: TestApp) {
        let (_, owner, path) = eventful(&app).await;
        for limit in [1, 2, 4, 6] {
            let (mut found, mut query) = (vec![], format!("limit={limit}"));
            loop {
                let page = timeline(&owner, &path, &query).await;
                found.extend(kinds(&page));
                let Some(next) = page["page"]["next_cursor"].as_str() else { break };
                query = format!("limit={limit}&cursor={next}");
            }
            assert_eq!(found, ALL, "{limit}");
        }
        let page = timeline(&owner, &path, "limit=2").await;
        let next = page["page"]["next_cursor"].as_str().unwrap();
        let other = owner.get(&format!("{path}/timeline?kind=COMMENT&cursor={next}")).await;
        other.refuses(400, "CURSOR_MISMATCH");
    }

    /// Many things of one moment are neither lost nor shown twice.
    async fn what_happened_at_once_is_paged_once(app: TestApp) {
        let (_, owner, path) = eventful(&app).await;
        for n in 0..7 {
            let _ = owner.post(&format!("{path}/comments"), json!({"body": format!("第{n}条")})).await.expect(201);
        }
        let (mut found, mut query) = (vec![], "limit=2&kind=COMMENT".to_owned());
        loop {
            let page = timeline(&owner, &path, &query).await;
            found.extend(page["items"].as_array().unwrap().iter().map(|item| item["id"].to_string()));
            let Some(next) = page["page"]["next_cursor"].as_str() else { break };
            query = format!("limit=2&kind=COMMENT&cursor={next}");
        }
        found.sort();
        found.dedup();
        assert_eq!(found.len(), 8);
    }

    /// A-CLI-28.
    async fn personal_data_are_masked_for_those_without_the_right(app: TestApp) {
        let (keeper, _, path) = eventful(&app).await;
        let full = timeline(&keeper, &path, "").await;
        let mobile = |before: &str, after: &str, masked| (json!(before), json!(after), masked);
        assert_eq!(field(&full, "client.contact-updated", "contact.mobile"), mobile("13800138000", "13900139000", false));
        for login in [AUDITOR, SERVICE_SPECIALIST] {
            let reader = app.signed_in(login).await;
            let answer = reader.get(&format!("{path}/timeline")).await;
            let page = answer.expect(200);
            assert_eq!(field(&page, "client.contact-updated", "contact.mobile"), mobile("138****8000", "139****9000", true));
            assert_eq!(field(&page, "client.contact-added", "contact.birthday"), (json!(null), json!("***"), true));
            for secret in ["13800138000", "13900139000", "1979-03-08"] {
                assert!(!answer.text.contains(secret), "{login}: {secret}");
            }
        }
        let outsider = app.signed_in(OTHER_SALESPERSON).await;
        outsider.get(&format!("{path}/timeline")).await.refuses(404, "NOT_FOUND");
    }

    async fn what_was_taken_back_is_not_read_here_either(app: TestApp) {
        let (keeper, owner, path) = eventful(&app).await;
        let page = timeline(&owner, &path, "kind=COMMENT").await;
        let comment = format!("{path}/comments/{}", page["items"][0]["id"].as_str().unwrap());
        let _ = owner.patch_now(&comment, json!({"body": "对方资金紧张"})).await.expect(200);
        let page = timeline(&owner, &path, "kind=COMMENT").await;
        assert_eq!(page["items"][0]["comment"]["edited"], true);
        let _ = keeper.act_now(&comment, "remove", json!({"reason": "与事实不符"})).await.expect(200);
        let answer = owner.get(&format!("{path}/timeline")).await;
        assert_eq!(kinds(&answer.expect(200)), ALL);
        assert!(!answer.text.contains("资金") && !answer.text.contains("请看"), "{}", answer.text);
    }

    /// A-CLI-14: neither history is lost.
    async fn the_history_of_a_merged_file_stands_with_the_one_that_remains(app: TestApp) {
        let (keeper, owner, path) = eventful(&app).await;
        let first = begun(&keeper, institution("锦川机电", &owner)).await;
        app.clock.advance(Duration::seconds(1));
        let from = keeper.get(&path).await.expect(200);
        let body = json!({"from_id": from["id"], "from_version": from["version"], "reason": "重复建档"});
        let _ = keeper.act_now(&first, "merge", body).await.expect(200);
        let page = timeline(&owner, &first, "limit=200").await;
        let found = kinds(&page);
        for kind in ALL {
            assert!(found.contains(&kind.to_owned()), "{kind} in {found:?}");
        }
        let items = page["items"].as_array().unwrap();
        let added = items.iter().find(|item| item["change"]["action"] == "client.contact-added").unwrap();
        assert_eq!(added["change"]["of"]["id"], from["id"]);
        let created = items.iter().filter(|item| item["change"]["action"] == "client.created");
        assert_eq!(created.count(), 2);
        let gone = timeline(&owner, &path, "kind=CHANGE").await;
        assert!(kinds(&gone).contains(&"client.contact-added".to_owned()), "the other file keeps its own");
    }

    /// What was done while the file was more secret stays as secret as it was.
    async fn what_was_recorded_as_secret_stays_so(app: TestApp) {
        let (keeper, owner) = supervisor_and_owner(&app).await;
        let path = begun(&keeper, institution("成都锦川机电设备有限公司", &owner)).await;
        let manager = app.signed_in(SERVICE_MANAGER).await;
        let to = json!({"owner_id": manager.id, "reason": "提升密级前移交"});
        let _ = keeper.act_now(&path, "hand-over", to).await.expect(200);
        for (level, analysis) in [("TOP_SECRET", "并购谈判中"), ("SECRET", "常规往来")] {
            let classified = json!({"level": level, "reason": "按业务调整"});
            let _ = keeper.act_now(&path, "classify", classified).await.expect(200);
            let _ = keeper.patch_now(&path, json!({"analysis": analysis})).await.expect(200);
        }
        let specialist = app.signed_in(SERVICE_SPECIALIST).await;
        let low = specialist.get(&format!("{path}/timeline")).await;
        let _ = low.expect(200);
        let analyses: Vec<_> = low.text.matches("\"after\":\"并购谈判中\"").collect();
        assert_eq!(analyses.len(), 0, "{}", low.text);
        assert!(keeper.get(&format!("{path}/timeline")).await.text.contains("\"after\":\"并购谈判中\""));
    }

    async fn a_page_costs_the_same_statements_however_long(app: TestApp) {
        let (_, owner, path) = eventful(&app).await;
        app.seal().await;
        let count = async |limit: u32| {
            let query = format!("limit={limit}&include_total=true");
            let _ = timeline(&owner, &path, &query).await;
            let _ = app.statements.take();
            let _ = timeline(&owner, &path, &query).await;
            let texts = app.statements.texts();
            // The worker beside looks for what is to be sealed whenever it likes.
            let ours = |sql: &String| sql.starts_with("SELECT") && !sql.contains("\"sequence\"");
            texts.into_iter().filter(ours).collect::<Vec<_>>()
        };
        let (some, all) = (count(4).await, count(200).await);
        assert_eq!(some.len(), all.len(), "{some:#?} {all:#?}");
        assert!(all.len() <= 5, "{all:#?}");
    }

    async fn a_private_persons_changes_are_masked_too(app: TestApp) {
        let (keeper, owner) = supervisor_and_owner(&app).await;
        let more = json!({"kind": "INDIVIDUAL", "telephone": "13800138000"});
        let path = begun(&keeper, with(institution("陈桂兰", &owner), &more)).await;
        let specialist = app.signed_in(SERVICE_SPECIALIST).await;
        let answer = specialist.get(&format!("{path}/timeline")).await;
        assert_eq!(field(&answer.expect(200), "client.created", "telephone"), (json!(null), json!("138****8000"), true));
        assert!(!answer.text.contains("成龙大道"));
    }
}
