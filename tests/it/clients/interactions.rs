use super::{allowed, begun, each, institution, supervisor_and_owner};
use serde_json::{Value, json};
use tests::company::*;
use tests::{Caller, TestApp, on_both};

fn visit(summary: &str) -> Value {
    json!({
        "occurred_at": "2026-11-20T02:30:00Z", "channel": "VISIT", "summary": summary,
        "needs": "交期提前两周", "next_step": "发送新报价", "next_on": "2026-11-27",
    })
}

/// A file of the salesperson; the address of its interactions.
async fn client(app: &TestApp) -> (Caller, Caller, String) {
    let (keeper, owner) = supervisor_and_owner(app).await;
    let path = begun(&keeper, institution("成都锦川机电设备有限公司", &owner)).await;
    (keeper, owner, format!("{path}/interactions"))
}

on_both! {
    /// B-CRM-07 to B-CRM-09: the figure follows what stands, not what was once written.
    async fn a_talk_that_was_put_right_no_longer_counts_as_the_last_one(app: TestApp) {
        let (keeper, owner, list) = client(&app).await;
        let file = list.strip_suffix("/interactions").unwrap();
        let made = owner.post(&list, visit("拜访采购部")).await.expect(201);
        assert_eq!(keeper.get(file).await.expect(200)["last_contact_at"], "2026-11-20T02:30:00Z");
        let mut earlier = visit("拜访采购部");
        earlier["occurred_at"] = json!("2026-11-02T02:30:00Z");
        earlier["corrects_id"] = made["id"].clone();
        earlier["correction_reason"] = json!("日期写错");
        let _ = owner.post(&list, earlier).await.expect(201);
        assert_eq!(keeper.get(file).await.expect(200)["last_contact_at"], "2026-11-02T02:30:00Z");
        let since = keeper.get("/clients?last_contact_before=2026-11-10T00:00:00Z").await.expect(200);
        assert_eq!(since["items"].as_array().unwrap().len(), 1);
    }

    /// A-CLI-23, B-CRM-14: whoever deals with the client writes it up; a mere reader does not.
    async fn whoever_deals_with_a_client_writes_up_the_talk(app: TestApp) {
        let (_, _, list) = client(&app).await;
        for login in [SALESPERSON, SALES_MANAGER, SERVICE_SPECIALIST, INFORMATION_ADMINISTRATOR] {
            let caller = app.signed_in(login).await;
            let made = caller.post(&list, visit(login)).await.expect(201);
            assert_eq!((&made["summary"], &made["created_by"]["id"]), (&json!(login), &json!(caller.id)));
        }
        for login in [AUDITOR, GENERAL_MANAGER, "fangsuqin"] {
            let caller = app.signed_in(login).await;
            caller.post(&list, visit("x")).await.refuses_by(403, "PERMISSION_MISSING", "A-CLI-23");
            assert_eq!(caller.get(&list).await.expect(200)["items"].as_array().unwrap().len(), 4);
        }
        let outsider = app.signed_in(OTHER_SALESPERSON).await;
        outsider.post(&list, visit("x")).await.refuses(404, "NOT_FOUND");
        outsider.get(&list).await.refuses(404, "NOT_FOUND");
    }

    /// A-CLI-23: what is filed stays.
    async fn a_mistake_is_put_right_by_a_new_record_that_names_the_old(app: TestApp) {
        let (keeper, owner, list) = client(&app).await;
        let made = owner.post(&list, visit("谈妥价格")).await;
        let old = made.header("location").strip_prefix("/api/v1").unwrap().to_owned();
        let id = made.expect(201)["id"].clone();
        let correction = |reason: Value| {
            let mut body = visit("价格尚未谈妥");
            body["corrects_id"] = id.clone();
            body["correction_reason"] = reason;
            body
        };
        owner.post(&list, correction(json!(null))).await.points_at("/correction_reason", "REQUIRED");
        let colleague = app.signed_in(SERVICE_SPECIALIST).await;
        let refused = colleague.post(&list, correction(json!("记错了"))).await;
        refused.refuses_by(403, "WRITTEN_BY_ANOTHER", "A-CLI-23");

        let new = owner.post(&list, correction(json!("记错了"))).await.expect(201);
        assert_eq!(new["corrects_id"], id);
        let before = owner.get(&old).await.expect(200);
        assert_eq!((&before["summary"], &before["corrected_by_id"]), (&json!("谈妥价格"), &new["id"]));
        assert_eq!((&before["removed"]["reason"], &before["version"]), (&json!("记错了"), &json!(2)));
        assert_eq!(allowed(&before, "correct"), (false, "INTERACTION_CORRECTED"));
        keeper.post(&list, correction(json!("再改"))).await.refuses(409, "INTERACTION_CORRECTED");
        assert_eq!(each(&owner.get(&list).await.expect(200), "summary"), ["价格尚未谈妥"]);
        let all = owner.get(&format!("{list}?include_corrected=true")).await.expect(200);
        assert_eq!(all["items"].as_array().unwrap().len(), 2);
    }

    async fn what_cannot_be_true_is_refused(app: TestApp) {
        let (keeper, owner, list) = client(&app).await;
        let other = begun(&keeper, institution("成都宏远商贸有限公司", &owner)).await;
        let foreign = keeper.post(&format!("{other}/contacts"), json!({"name": "周建国"})).await.expect(201);
        let talk = owner.post(&format!("{other}/interactions"), visit("另一家")).await.expect(201);
        for (field, value, code) in [
            ("occurred_at", json!("2026-11-23T02:00:01Z"), "RANGE"),
            ("occurred_at", json!("1901-01-01T00:00:00Z"), "RANGE"),
            ("next_on", json!("2026-11-19"), "ORDER"),
            ("with_contact_id", foreign["id"].clone(), "UNKNOWN_REFERENCE"),
            ("corrects_id", talk["id"].clone(), "UNKNOWN_REFERENCE"),
            ("channel", json!("PIGEON"), "NOT_IN_CHOICE"),
            ("summary", json!("\n"), "REQUIRED"),
        ] {
            let mut body = visit("x");
            body["correction_reason"] = json!("x");
            body[field] = value;
            owner.post(&list, body).await.points_at(&format!("/{field}"), code);
        }
        assert_eq!(owner.get(&list).await.expect(200)["items"], json!([]));
    }

    async fn talks_are_listed_by_their_time_and_filtered(app: TestApp) {
        let (keeper, owner, list) = client(&app).await;
        let file = list.strip_suffix("/interactions").unwrap();
        let contact = keeper.post(&format!("{file}/contacts"), json!({"name": "周建国"})).await.expect(201);
        for (day, channel) in [(1, "VISIT"), (3, "TELEPHONE"), (2, "WECHAT"), (4, "TELEPHONE")] {
            let mut body = visit("x");
            body["channel"] = json!(channel);
            body["occurred_at"] = json!(format!("2026-11-0{day}T02:00:00.123456789Z"));
            if channel == "WECHAT" {
                body["with_contact_id"] = contact["id"].clone();
            }
            let made = owner.post(&list, body).await.expect(201);
            assert!(made["occurred_at"].as_str().unwrap().contains(".123456"), "{made}");
        }
        let channels = async |query: &str| {
            let page = owner.get(&format!("{list}?{query}")).await.expect(200);
            each(&page, "channel").into_iter().map(str::to_owned).collect::<Vec<_>>()
        };
        assert_eq!(channels("").await, ["TELEPHONE", "TELEPHONE", "WECHAT", "VISIT"]);
        assert_eq!(channels("channel=VISIT&channel=WECHAT").await, ["WECHAT", "VISIT"]);
        let range = "occurred_after=2026-11-02T00:00:00Z&occurred_before=2026-11-04T00:00:00Z";
        assert_eq!(channels(range).await, ["TELEPHONE", "WECHAT"]);
        let with = format!("with_contact_id={}", contact["id"].as_str().unwrap());
        assert_eq!(channels(&with).await, ["WECHAT"]);
        let page = owner.get(&format!("{list}?{with}")).await.expect(200);
        assert_eq!(page["items"][0]["with_contact"]["name"], "周建国");
    }
}
