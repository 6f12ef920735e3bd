use super::{allowed, begun, each, institution, supervisor_and_owner};
use serde_json::{Value, json};
use tests::company::*;
use tests::{Caller, TestApp, on_both};

fn said(body: &str, mentions: &[&Caller]) -> Value {
    let mentions: Vec<_> = mentions.iter().map(|caller| caller.id).collect();
    json!({"body": body, "mentions": mentions})
}

/// A file of the salesperson; the address of its comments.
async fn client(app: &TestApp) -> (Caller, Caller, String) {
    let (keeper, owner) = supervisor_and_owner(app).await;
    let path = begun(&keeper, institution("成都锦川机电设备有限公司", &owner)).await;
    (keeper, owner, format!("{path}/comments"))
}

/// Kinds of what somebody was told.
async fn told(caller: &Caller) -> Vec<String> {
    let page = caller.get("/notifications").await.expect(200);
    each(&page, "kind").into_iter().map(str::to_owned).collect()
}

on_both! {
    async fn whoever_is_mentioned_hears_of_it_and_nobody_else(app: TestApp) {
        let (keeper, owner, list) = client(&app).await;
        let manager = app.signed_in(SALES_MANAGER).await;
        let made = owner.post(&list, said("@唐伟 请核价", &[&manager, &owner])).await.expect(201);
        assert_eq!(made["mentions"][0], json!({"id": manager.id, "name": "唐伟"}));
        assert_eq!(told(&manager).await, ["client.mentioned"]);
        assert_eq!(told(&owner).await, Vec::<String>::new(), "nobody tells themselves");
        assert_eq!(told(&keeper).await, Vec::<String>::new());
        let path = format!("{list}/{}", made["id"].as_str().unwrap());
        let more = json!({"mentions": [manager.id, keeper.id], "body": "@唐伟 @沈慧敏 请核价"});
        let changed = owner.patch_now(&path, more).await.expect(200);
        assert_eq!((&changed["edited"], &changed["version"]), (&json!(true), &json!(2)));
        assert_eq!(told(&manager).await, ["client.mentioned"], "once for one comment");
        assert_eq!(told(&keeper).await, ["client.mentioned"]);
    }

    /// A-CLI-18.
    async fn who_cannot_see_the_client_cannot_be_mentioned(app: TestApp) {
        let (keeper, owner, list) = client(&app).await;
        let (elsewhere, nobody) = (app.signed_in(OTHER_SALESPERSON).await, app.signed_in("maoyuting").await);
        let refused = owner.post(&list, said("看一下", &[&keeper, &elsewhere, &nobody])).await;
        refused.points_at("/mentions/1", "MENTION_CANNOT_SEE");
        refused.points_at("/mentions/2", "MENTION_CANNOT_SEE");
        assert_eq!(owner.get(&list).await.expect(200)["items"], json!([]), "nothing half done");
        assert_eq!(told(&keeper).await, Vec::<String>::new());
        let unknown = json!({"body": "x", "mentions": [uuid::Uuid::new_v4()]});
        owner.post(&list, unknown).await.points_at("/mentions/0", "MENTION_CANNOT_SEE");
        let twice = json!({"body": "x", "mentions": [keeper.id, keeper.id]});
        owner.post(&list, twice).await.points_at("/mentions", "DUPLICATE");

        // A clearance that is too low is no sight either.
        let specialist = app.signed_in(SERVICE_SPECIALIST).await;
        let _ = owner.post(&list, said("看一下", &[&specialist])).await.expect(201);
        let file = list.strip_suffix("/comments").unwrap();
        classify_for(&keeper, file, &app.signed_in(SALES_MANAGER).await, "CONFIDENTIAL").await;
        let refused = keeper.post(&list, said("看一下", &[&specialist])).await;
        refused.points_at("/mentions/0", "MENTION_CANNOT_SEE");
    }

    async fn ones_words_are_changed_by_oneself_and_taken_back_by_oneself_or_the_keeper(app: TestApp) {
        let (keeper, owner, list) = client(&app).await;
        let made = owner.post(&list, said("对方资金紧张", &[])).await.expect(201);
        let path = format!("{list}/{}", made["id"].as_str().unwrap());
        keeper.patch_now(&path, json!({"body": "对方资金充裕"})).await.refuses(403, "WRITTEN_BY_ANOTHER");
        let seen = keeper.get(&path).await.expect(200);
        assert_eq!((allowed(&seen, "update").0, allowed(&seen, "remove").0), (false, true));
        let reader = app.signed_in(AUDITOR).await;
        let refused = reader.act_now(&path, "remove", json!({"reason": "x"})).await;
        refused.refuses(403, "WRITTEN_BY_ANOTHER");
        let gone = keeper.act_now(&path, "remove", json!({"reason": "与事实不符"})).await;
        let body = gone.expect(200);
        assert_eq!((&body["body"], &body["removed"]["reason"]), (&json!(null), &json!("与事实不符")));
        assert!(!owner.get(&format!("{list}?include_removed=true")).await.text.contains("资金"));
        owner.patch_now(&path, json!({"body": "x"})).await.refuses(409, "HANGING_REMOVED");
        let outsider = app.signed_in(OTHER_SALESPERSON).await;
        outsider.get(&path).await.refuses(404, "NOT_FOUND");
        outsider.post(&list, said("x", &[])).await.refuses(404, "NOT_FOUND");
    }

    async fn comments_are_paged_latest_first(app: TestApp) {
        let (_, owner, list) = client(&app).await;
        for n in 0..5 {
            app.clock.advance(chrono::Duration::milliseconds(5));
            let _ = owner.post(&list, said(&format!("第{n}条"), &[])).await.expect(201);
        }
        let mut found = vec![];
        let mut query = "limit=2&include_total=true".to_owned();
        loop {
            let page = owner.get(&format!("{list}?{query}")).await.expect(200);
            found.extend(each(&page, "body").into_iter().map(str::to_owned));
            let Some(next) = page["page"]["next_cursor"].as_str() else { break };
            query = format!("limit=2&cursor={next}");
        }
        assert_eq!(found, ["第4条", "第3条", "第2条", "第1条", "第0条"]);
    }
}
