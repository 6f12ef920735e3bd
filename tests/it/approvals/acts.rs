//! What an approver can do besides yes and no, and what whoever asked can.
use super::{
    MARKETING_MANAGER, OTHER_SALES_MANAGER, approval, approve, asked, history, open, path, people,
    standings, task, told,
};
use serde_json::json;
use tests::company::GENERAL_MANAGER;
use tests::on_both;

on_both! {
    async fn sent_back_to_whoever_asked_it_is_put_right_and_submitted_again(app: TestApp) {
        let (seller, manager, _) = people(&app).await;
        let loan = asked(&seller).await;
        let why = json!({"comment": "请注明需要哪几份档案"});
        let _ = manager.act_now(&task(&manager).await, "send-back", why).await.expect(200);
        let seen = seller.get(&loan).await.expect(200);
        assert_eq!(seen["state"], "SENT_BACK");
        assert_eq!(told(&seller).await[0], "approval.returned");
        let _ = seller.patch_now(&loan, json!({"wanted": "成都锦川机电设备有限公司的往来记录"})).await.expect(200);
        let again = seller.act_now(&loan, "submit", json!({})).await.expect(200);
        assert_eq!(again["state"], "REQUESTED");
        let seen = approval(&seller, &loan).await;
        let changed = &seen["changes"][0];
        assert_eq!((&changed["field"], &changed["after"]),
            (&json!("wanted"), &json!("成都锦川机电设备有限公司的往来记录")));
        assert_eq!(open(&manager).await.len(), 1, "from the first step on");
    }

    /// To an earlier step: its decisions and those after it count no more.
    async fn sent_back_to_an_earlier_step_it_goes_on_from_there(app: TestApp) {
        let (seller, manager, supervisor) = people(&app).await;
        let loan = asked(&seller).await;
        let _ = approve(&manager, &task(&manager).await).await.expect(200);
        let second = task(&supervisor).await;
        for nowhere in ["customer-service", "elsewhere"] {
            let body = json!({"to_step": nowhere, "comment": "请再核对"});
            supervisor.act_now(&second, "send-back", body).await.refuses(409, "APPROVAL_EARLIER_STEP");
        }
        let body = json!({"to_step": "department-head", "comment": "请部门经理确认用途"});
        let _ = supervisor.act_now(&second, "send-back", body).await.expect(200);
        let seen = approval(&seller, &loan).await;
        assert_eq!(standings(&seen)[0].1, "OPEN");
        let counted = seen["steps"][0]["tasks"].as_array().unwrap().iter()
            .filter(|it| it["counts"] == true).count();
        assert_eq!(counted, 1);
        let _ = approve(&manager, &task(&manager).await).await.expect(200);
        let _ = approve(&supervisor, &task(&supervisor).await).await.expect(200);
        assert_eq!(approval(&seller, &loan).await["state"], "APPROVED");
    }

    /// 前加签: one's own decision waits for theirs.
    async fn somebody_is_asked_before(app: TestApp) {
        let (seller, manager, supervisor) = people(&app).await;
        let loan = asked(&seller).await;
        let marketing = app.signed_in(MARKETING_MANAGER).await;
        let mine = task(&manager).await;
        let add = json!({"person_id": marketing.id, "when": "BEFORE", "comment": "请先核对用途"});
        let waiting = manager.act_now(&mine, "add-approver", add).await.expect(200);
        assert_eq!(waiting["state"], "WAITING");
        assert!(open(&manager).await.is_empty() && open(&supervisor).await.is_empty());
        approve(&manager, &mine).await.refuses(409, "APPROVAL_SETTLED");
        let theirs = open(&marketing).await;
        assert_eq!((&theirs[0]["origin"], &theirs[0]["given_by"]["id"]), (&json!("ADDED"), &json!(manager.id)));
        let _ = approve(&marketing, &task(&marketing).await).await.expect(200);
        let _ = approve(&manager, &mine).await.expect(200);
        let _ = approve(&supervisor, &task(&supervisor).await).await.expect(200);
        assert_eq!(approval(&seller, &loan).await["state"], "APPROVED");
    }

    /// 后加签: after the step at hand, before the next.
    async fn somebody_is_asked_after(app: TestApp) {
        let (seller, manager, supervisor) = people(&app).await;
        let loan = asked(&seller).await;
        let boss = app.signed_in(GENERAL_MANAGER).await;
        let mine = task(&manager).await;
        let add = json!({"person_id": boss.id, "when": "AFTER", "comment": "数量较大，请总经理阅示"});
        let _ = manager.act_now(&mine, "add-approver", add).await.expect(200);
        let _ = approve(&manager, &mine).await.expect(200);
        assert!(open(&supervisor).await.is_empty());
        let _ = approve(&boss, &task(&boss).await).await.expect(200);
        let _ = approve(&supervisor, &task(&supervisor).await).await.expect(200);
        let seen = approval(&seller, &loan).await;
        assert_eq!(standings(&seen).len(), 3);
        assert_eq!(history(&seen)[1], "ADDED_AFTER");
    }

    /// 转办: to somebody who may, within the same term.
    async fn a_task_is_handed_over(app: TestApp) {
        let (seller, manager, supervisor) = people(&app).await;
        let loan = asked(&seller).await;
        let other = app.signed_in(OTHER_SALES_MANAGER).await;
        let mine = task(&manager).await;
        let due = manager.get(&mine).await.expect(200)["due_at"].clone();
        let to = |id: uuid::Uuid| json!({"person_id": id, "comment": "该片区由邓经理主管"});
        manager.act_now(&mine, "hand-over", to(seller.id)).await.points_at("/person_id", "APPROVAL_CANNOT_SEE");
        let nobody = manager.act_now(&mine, "hand-over", to(uuid::Uuid::nil())).await;
        nobody.points_at("/person_id", "UNKNOWN_REFERENCE");
        manager.act_now(&mine, "hand-over", to(manager.id)).await.points_at("/person_id", "DUPLICATE");
        let _ = manager.act_now(&mine, "hand-over", to(other.id)).await.expect(200);
        let theirs = open(&other).await;
        assert_eq!((&theirs[0]["origin"], &theirs[0]["due_at"]), (&json!("HANDED_OVER"), &due));
        let _ = approve(&other, &task(&other).await).await.expect(200);
        let _ = approve(&supervisor, &task(&supervisor).await).await.expect(200);
        assert_eq!(approval(&seller, &loan).await["state"], "APPROVED");
    }

    async fn whoever_asked_withdraws_and_nobody_else(app: TestApp) {
        let (seller, manager, _) = people(&app).await;
        let loan = asked(&seller).await;
        let way = path(&approval(&seller, &loan).await);
        let why = json!({"reason": "已从公开资料取得"});
        manager.act_now(&way, "withdraw", why.clone()).await.refuses_by(409, "APPROVAL_NOT_REQUESTER", "A-BOR-01");
        let _ = seller.act_now(&way, "withdraw", why.clone()).await.expect(200);
        assert_eq!(seller.get(&loan).await.expect(200)["state"], "WITHDRAWN");
        assert!(open(&manager).await.is_empty());
        assert_eq!(told(&manager).await[0], "approval.withdrawn");
        seller.act_now(&way, "withdraw", why).await.refuses(409, "APPROVAL_ENDED");
    }

    async fn whoever_asked_reminds_and_not_twice_unread(app: TestApp) {
        let (seller, manager, _) = people(&app).await;
        let loan = asked(&seller).await;
        let way = path(&approval(&seller, &loan).await);
        let _ = seller.act_now(&way, "remind", json!({})).await.expect(200);
        assert_eq!(told(&manager).await[0], "approval.reminded");
        seller.act_now(&way, "remind", json!({})).await.refuses(409, "APPROVAL_REMINDED");
        let _ = manager.post("/notifications/actions/mark-read", json!({"all": true})).await;
        let _ = seller.act_now(&way, "remind", json!({})).await.expect(200);
    }
}
