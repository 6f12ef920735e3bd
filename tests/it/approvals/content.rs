//! An approval is of what was submitted, by its hash, and of nothing else.
use super::{approval, approve, asked, history, open, path, people, task, told};
use serde_json::json;
use tests::on_both;

on_both! {
    async fn a_decision_names_what_was_looked_at(app: TestApp) {
        let (seller, manager, _) = people(&app).await;
        let _ = asked(&seller).await;
        let mine = task(&manager).await;
        let other = json!({"content_hash": "0".repeat(64)});
        manager.act_now(&mine, "approve", other).await.refuses_by(409, "APPROVAL_CONTENT_CHANGED", "A-BOR-01");
        manager.act_now(&mine, "approve", json!({})).await.points_at("/content_hash", "REQUIRED");
        let seen = manager.get(&mine).await.expect(200);
        // The hash is that of the content as anybody can compute it: keys in order, no blanks.
        let text = serde_json::to_string(&seen["content"]).unwrap();
        let hash = hex::encode(<sha2::Sha256 as sha2::Digest>::digest(text.as_bytes()));
        assert_eq!(seen["content_hash"], hash);
    }

    /// What was approved so far was of something else: it begins anew and says why.
    async fn a_change_voids_what_was_approved_and_begins_anew(app: TestApp) {
        let (seller, manager, supervisor) = people(&app).await;
        let loan = asked(&seller).await;
        let before = approval(&seller, &loan).await;
        let _ = approve(&manager, &task(&manager).await).await.expect(200);
        let theirs = task(&supervisor).await;
        let looked_at = supervisor.get(&theirs).await.expect(200);
        let _ = seller.patch_now(&loan, json!({"purpose": "向外部咨询公司提供"})).await.expect(200);
        let stale = json!({"content_hash": looked_at["content_hash"]});
        supervisor.act_now(&theirs, "approve", stale).await.refuses(409, "APPROVAL_ENDED");
        let old = seller.get(&path(&before)).await.expect(200);
        assert_eq!(old["state"], "VOIDED");
        assert_eq!(history(&old).last(), Some(&"VOIDED"));
        assert!(old["reason"].as_str().unwrap().contains("修改"), "{}", old["reason"]);
        let now = approval(&seller, &loan).await;
        assert_eq!((&now["state"], &now["previous_id"]), (&json!("RUNNING"), &before["id"]));
        assert_ne!(now["content_hash"], before["content_hash"]);
        let changed = &now["changes"][0];
        assert_eq!((&changed["field"], &changed["before"], &changed["after"]),
            (&json!("purpose"), &json!("编制 2027 年度销售计划"), &json!("向外部咨询公司提供")));
        assert_eq!(now["changes"].as_array().unwrap().len(), 1);
        assert!(told(&manager).await.contains(&"approval.voided".to_owned()));
        assert_eq!((open(&manager).await.len(), open(&supervisor).await.len()), (1, 0));
    }

    /// A change that changes nothing of what is approved leaves it under way.
    async fn the_same_again_is_no_change(app: TestApp) {
        let (seller, manager, supervisor) = people(&app).await;
        let loan = asked(&seller).await;
        let _ = approve(&manager, &task(&manager).await).await.expect(200);
        let _ = seller.patch_now(&loan, json!({"purpose": "编制 2027 年度销售计划"})).await.expect(200);
        assert_eq!(open(&supervisor).await.len(), 1);
    }

    /// Past every door: a record changed underneath is not approved on the strength of an old hash.
    async fn what_was_changed_underneath_is_not_approved(app: TestApp) {
        use sea_orm::ConnectionTrait;
        let (seller, manager, _) = people(&app).await;
        let loan = asked(&seller).await;
        let sql = "UPDATE client_loan SET purpose = '转交他人'";
        app.app.db.exclusive().execute_unprepared(sql).await.unwrap();
        approve(&manager, &task(&manager).await).await.refuses(409, "APPROVAL_CONTENT_CHANGED");
        assert_eq!(approval(&seller, &loan).await["state"], "RUNNING");
    }
}
