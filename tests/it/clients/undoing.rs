//! What keeps an import from being taken back.
use super::importing::{ended, imported, undone};
use chrono::Duration;
use serde_json::json;
use tests::company::{INFORMATION_ADMINISTRATOR, INFORMATION_SUPERVISOR, SERVICE_MANAGER};
use tests::on_both;

on_both! {
    /// A-CLI-18.
    async fn an_import_is_not_undone_while_the_rights_rest_and_says_what_to_sign(app: TestApp) {
        let keeper = app.signed_in(INFORMATION_ADMINISTRATOR).await;
        let csv = "客户名称,客户类型\n绵阳涪城精工机械有限公司,机构\n";
        let (job, rows) = imported(&keeper, csv, &[]).await;
        app.clock.advance(Duration::days(366));
        let keeper = app.signed_in(INFORMATION_ADMINISTRATOR).await;
        let path = format!("/jobs/{}", job["id"].as_str().unwrap());
        let undoing = keeper.act_now(&path, "undo", json!({})).await.expect(202);
        let failed = ended(&keeper, &undoing).await;
        assert_eq!(failed["state"], "FAILED", "{failed}");
        assert_eq!(failed["problem"]["code"], "SECRECY_NOT_ACKNOWLEDGED", "{failed}");
        keeper.acknowledge_secrecy("杜欣怡").await;
        let file = format!("/clients/{}", rows[0]["resource_id"].as_str().unwrap());
        assert_eq!(keeper.get(&file).await.expect(200)["status"], "ACTIVE");
    }

    async fn a_file_about_which_somebody_was_instructed_stays(app: TestApp) {
        let keeper = app.signed_in(INFORMATION_SUPERVISOR).await;
        let csv = "客户名称,客户类型\n绵阳涪城精工机械有限公司,机构\n德阳旌阳铸造有限公司,机构\n";
        let (job, rows) = imported(&keeper, csv, &[]).await;
        let id = rows[1]["resource_id"].as_str().unwrap();
        let manager = app.signed_in(SERVICE_MANAGER).await;
        let body = json!({"given_to": keeper.id, "client_id": id, "instruction": "请补齐资质"});
        let _ = manager.post("/client-instructions", body).await.expect(201);
        let result = undone(&keeper, &job).await;
        assert_eq!((&result["withdrawn"], &result["kept"]), (&json!(1), &json!(1)), "{result}");
        assert_eq!(keeper.get(&format!("/clients/{id}")).await.expect(200)["status"], "ACTIVE");
    }
}
