//! Several decisions at once: each judged on its own.
use super::{asked, open, people};
use serde_json::{Value, json};
use tests::on_both;

fn decision(task: &Value) -> Value {
    json!({"task_id": task["id"], "version": task["version"], "content_hash": task["content_hash"]})
}

on_both! {
    async fn each_has_its_own_outcome(app: TestApp) {
        let (seller, manager, supervisor) = people(&app).await;
        let first = asked(&seller).await;
        let _ = asked(&seller).await;
        let _ = asked(&seller).await;
        let tasks = open(&manager).await;
        let mut chosen: Vec<_> = tasks.iter().map(decision).collect();
        // The oldest was changed meanwhile; one is looked at in another version.
        let _ = seller.patch_now(&first, json!({"purpose": "投标"})).await.expect(200);
        chosen[0]["version"] = json!(7);
        chosen.push(json!({"task_id": uuid::Uuid::nil(), "version": 1, "content_hash": "0".repeat(64)}));
        let body = json!({"decision": "APPROVE", "comment": "同意", "tasks": chosen});
        let tried = manager.post("/approval-tasks/actions/decide?dry_run=true", body.clone()).await.expect(200);
        let done = manager.post("/approval-tasks/actions/decide", body).await.expect(200);
        let outcomes = |answer: &Value| -> Vec<(bool, String)> {
            answer["items"].as_array().unwrap().iter().map(|it| {
                let code = it["problem"]["code"].as_str().unwrap_or_default();
                (it["done"].as_bool().unwrap(), code.to_owned())
            }).collect()
        };
        let expected = [
            (false, "STALE_VERSION"), (true, ""), (false, "APPROVAL_ENDED"), (false, "NOT_FOUND"),
        ];
        let expected: Vec<_> = expected.iter().map(|(done, code)| (*done, (*code).to_owned())).collect();
        assert_eq!(outcomes(&done), expected);
        assert_eq!(outcomes(&tried), expected);
        assert_eq!(open(&supervisor).await.len(), 1, "one was approved");
        assert_eq!(open(&manager).await.len(), 2);
    }

    async fn a_no_to_several_needs_its_reason(app: TestApp) {
        let (seller, manager, _) = people(&app).await;
        let loan = asked(&seller).await;
        let chosen: Vec<_> = open(&manager).await.iter().map(decision).collect();
        let without = json!({"decision": "REJECT", "tasks": chosen});
        manager.post("/approval-tasks/actions/decide", without).await.points_at("/comment", "REQUIRED");
        let with = json!({"decision": "REJECT", "comment": "本季度暂停借阅", "tasks": chosen});
        let done = manager.post("/approval-tasks/actions/decide", with).await.expect(200);
        assert_eq!(done["items"][0]["done"], true);
        assert_eq!(seller.get(&loan).await.expect(200)["state"], "REJECTED");
    }

    async fn one_task_is_named_once(app: TestApp) {
        let (seller, manager, _) = people(&app).await;
        let _ = asked(&seller).await;
        let one = decision(&open(&manager).await[0]);
        let body = json!({"decision": "APPROVE", "tasks": [one, one]});
        manager.post("/approval-tasks/actions/decide", body).await.points_at("/tasks", "DUPLICATE");
    }
}
