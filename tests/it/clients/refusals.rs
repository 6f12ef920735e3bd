//! What a refusal says is read by people, what it carries is read by programs.
use super::bulk::{acted, three};
use super::{begun, institution, supervisor_and_owner};
use serde_json::json;
use tests::on_both;

on_both! {
    async fn a_refusal_says_words_and_carries_codes(app: TestApp) {
        let (keeper, owner) = supervisor_and_owner(&app).await;
        let path = begun(&keeper, institution("成都锦川机电设备有限公司", &owner)).await;
        let existing = json!({"state": "EXISTING", "reason": "已成交"});
        let settled = json!({"result": "CONFIRMED"});
        let patch = json!({"industry": "物流"});
        for (language, lost, moved, gaps) in [
            ("zh-CN", "缺少权限 建立与维护客户档案", "客户状态不能由 潜在目标客户 改为 已有客户", "、"),
            ("zh-TW", "缺少權限 建立與維護客戶檔案", "客戶狀態不能由 潛在目標客戶 改為 已有客戶", "、"),
            ("en", "The permission Build and maintain client files is missing", "The state cannot change from Potential to Existing", ", "),
        ] {
            let (keeper, owner) = (keeper.reading(language), owner.reading(language));
            let problem = owner.patch_now(&path, patch.clone()).await.refuses(403, "PERMISSION_MISSING");
            assert_eq!((&problem["detail"], &problem["params"]["permission"]), (&json!(lost), &json!("client.maintain")));
            let problem = keeper.act_now(&path, "change-state", existing.clone()).await.refuses(409, "CLIENT_STATE_MOVE");
            assert_eq!(problem["detail"], moved);
            assert_eq!(problem["params"], json!({"from": "POTENTIAL", "to": "EXISTING"}));
            let problem = keeper.act_now(&path, "verify", settled.clone()).await.refuses(409, "CLIENT_BASIC_INCOMPLETE");
            let detail = problem["detail"].as_str().unwrap();
            assert!(detail.contains(gaps) && !detail.contains("assets") && !detail.contains("basic."), "{detail}");
            assert!(problem["params"]["missing"].as_str().unwrap().contains("assets"), "{problem}");
            // The reason of an action that is shown as closed is said in the same words.
            let file = owner.get(&path).await.expect(200);
            let actions = file["allowed_actions"].as_array().unwrap();
            let update = actions.iter().find(|action| action["action"] == "update").unwrap();
            assert_eq!(update["reasons"][0]["detail"], lost);
        }
    }

    /// A row of a job keeps its refusal in the words of whoever began it.
    async fn a_row_of_a_bulk_action_is_refused_in_words(app: TestApp) {
        let (keeper, _, ids) = three(&app).await;
        let input = json!({"state": "EXISTING", "reason": "已成交"});
        let request = json!({"action": "CHANGE_STATE", "ids": ids, "input": input});
        let (_, rows) = acted(&keeper, request).await;
        let error = &rows[0]["errors"][0];
        assert_eq!(error["detail"], "客户状态不能由 潜在目标客户 改为 已有客户", "{error}");
    }
}
