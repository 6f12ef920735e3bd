//! Several at the same moment: one decision, one effect, and nobody waits for ever.
use super::{agree, approval, asked, open, path, people};
use futures_util::future::join_all;
use serde_json::{Value, json};
use tests::company::{GENERAL_MANAGER, SERVICE_MANAGER};
use tests::on_both;

/// Tasks that wait to be decided.
fn waiting(approval: &Value) -> usize {
    let steps = approval["steps"].as_array().unwrap().iter();
    let tasks = steps.flat_map(|step| step["tasks"].as_array().unwrap());
    tasks.filter(|task| task["state"] == "OPEN").count()
}

on_both! {
    /// Twenty presses of the same button.
    async fn a_task_is_decided_once_however_often_it_is_asked_for(app: TestApp) {
        let (seller, manager, supervisor) = people(&app).await;
        let loan = asked(&seller).await;
        let mine = open(&manager).await[0].clone();
        let way = format!("/approval-tasks/{}/actions/approve", mine["id"].as_str().unwrap());
        let answers = join_all((0..20).map(|_| manager.act(&way, "\"1\"", agree(&mine)))).await;
        let done = answers.iter().filter(|it| it.status == 200).count();
        assert_eq!(done, 1);
        assert!(answers.iter().all(|it| matches!(it.status.as_u16(), 200 | 412)));
        let seen = approval(&seller, &loan).await;
        let approved = seen["history"].as_array().unwrap().iter().filter(|it| it["kind"] == "APPROVED");
        assert_eq!(approved.count(), 1);
        assert_eq!(open(&supervisor).await.len(), 1);
    }

    /// Two who might: one does, and the approval is complete once.
    async fn of_several_who_may_one_decides(app: TestApp) {
        let (seller, manager, supervisor) = people(&app).await;
        let boss = app.signed_in(GENERAL_MANAGER).await;
        let service = app.signed_in(SERVICE_MANAGER).await;
        let step = json!({"key": "any", "name": "任一人审批", "mode": "ANY",
            "approver": {"by": "PEOPLE", "people": [manager.id, supervisor.id, service.id]}});
        let flow = json!({"code": "client-loan", "subject": "client-loan", "effective_from": "2026-11-23",
            "reason": "试行", "definition": {"name": "试行", "enabled": true, "priority": 1, "steps": [step]}});
        let _ = boss.post("/approval-flows", flow).await.expect(201);
        for _ in 0..5 {
            let loan = asked(&seller).await;
            let mut asking = vec![];
            for who in [&manager, &supervisor, &service] {
                let task = open(who).await[0].clone();
                asking.push((who, format!("/approval-tasks/{}/actions/approve", task["id"].as_str().unwrap()), agree(&task)));
            }
            let answers = join_all(asking.iter().map(|(who, way, body)| who.act(way, "\"1\"", body.clone()))).await;
            assert_eq!(answers.iter().filter(|it| it.status == 200).count(), 1);
            let seen = approval(&seller, &loan).await;
            let kinds: Vec<_> = seen["history"].as_array().unwrap().iter().map(|it| it["kind"].clone()).collect();
            assert_eq!(kinds, [json!("SUBMITTED"), json!("APPROVED"), json!("COMPLETED")]);
            assert_eq!(seller.get(&loan).await.expect(200)["state"], "APPROVED");
        }
    }

    /// A change and a decision meet: either the decision counts and the change begins anew after it, or it
    /// comes too late. Nothing is approved that was not looked at, and nobody waits for the other.
    async fn a_change_and_a_decision_meet(app: TestApp) {
        let (seller, manager, _) = people(&app).await;
        for round in 0..8 {
            let loan = asked(&seller).await;
            let mine = open(&manager).await[0].clone();
            let way = format!("/approval-tasks/{}/actions/approve", mine["id"].as_str().unwrap());
            let other = json!({"purpose": format!("第 {round} 次修改")});
            let (decided, changed) = futures_util::join!(
                manager.act(&way, "\"1\"", agree(&mine)),
                seller.patch_now(&loan, other)
            );
            // The loan's own version stays while it is under approval.
            let _ = changed.expect(200);
            assert!(matches!(decided.status.as_u16(), 200 | 412), "{}", decided.text);
            let now = approval(&seller, &loan).await;
            assert_eq!(now["content"]["purpose"], format!("第 {round} 次修改"));
            assert_eq!(waiting(&now), 1, "of what it is now nothing is approved: {now}");
            let old = seller.get(&format!("/approvals/{}", now["previous_id"].as_str().unwrap())).await.expect(200);
            assert_eq!(old["state"], "VOIDED");
            let why = json!({"reason": "下一轮"});
            let _ = seller.act_now(&path(&now), "withdraw", why).await.expect(200);
        }
    }

    /// Two inboxes decide the same approvals in opposite orders.
    async fn two_inboxes_do_not_wait_for_each_other(app: TestApp) {
        let (seller, manager, supervisor) = people(&app).await;
        let boss = app.signed_in(GENERAL_MANAGER).await;
        let step = json!({"key": "all", "name": "会签", "mode": "ALL",
            "approver": {"by": "PEOPLE", "people": [manager.id, supervisor.id]}});
        let flow = json!({"code": "client-loan", "subject": "client-loan", "effective_from": "2026-11-23",
            "reason": "试行", "definition": {"name": "试行", "enabled": true, "priority": 1, "steps": [step]}});
        let _ = boss.post("/approval-flows", flow).await.expect(201);
        for _ in 0..10 {
            let _ = asked(&seller).await;
        }
        let body = |tasks: Vec<Value>| {
            let tasks: Vec<_> = tasks.iter().map(|it| json!({
                "task_id": it["id"], "version": it["version"], "content_hash": it["content_hash"],
            })).collect();
            json!({"decision": "APPROVE", "tasks": tasks})
        };
        let (ours, mut theirs) = (open(&manager).await, open(&supervisor).await);
        theirs.reverse();
        let (one, two) = futures_util::join!(
            manager.post("/approval-tasks/actions/decide", body(ours)),
            supervisor.post("/approval-tasks/actions/decide", body(theirs))
        );
        for answer in [one.expect(200), two.expect(200)] {
            assert!(answer["items"].as_array().unwrap().iter().all(|it| it["done"] == true), "{answer}");
        }
        let done = seller.get("/approvals?state=APPROVED&include_total=true").await.expect(200);
        assert_eq!(done["page"]["total"], 10);
    }
}
