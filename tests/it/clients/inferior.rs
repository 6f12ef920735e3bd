use super::{begun, institution, supervisor_and_owner};
use serde_json::json;
use tests::company::{SERVICE_MANAGER, SERVICE_SPECIALIST};
use tests::on_both;

on_both! {
    /// B-CRM-12.
    async fn an_inferior_client_is_reported_confirmed_by_another_and_filed(app: TestApp) {
        let (keeper, owner) = supervisor_and_owner(&app).await;
        let path = begun(&keeper, institution("成都锦川机电设备有限公司", &owner)).await;
        let reporter = app.signed_in(SERVICE_SPECIALIST).await;
        let manager = app.signed_in(SERVICE_MANAGER).await;
        let early = manager.act_now(&path, "confirm-inferior", json!({})).await;
        early.refuses_by(409, "CLIENT_INFERIOR_STATE", "B-CRM-12");
        let report = json!({"reason": "多次无理由拒收定制货物"});
        let file = reporter.act_now(&path, "report-inferior", report.clone()).await.expect(200);
        assert_eq!((&file["inferior"], &file["inferior_report"]["reported_by"]["id"]), (&json!("REPORTED"), &json!(reporter.id)));
        let told = manager.get("/notifications").await.expect(200);
        assert_eq!(told["items"][0]["kind"], "client.inferior-reported");
        reporter.act_now(&path, "report-inferior", report).await.refuses(409, "CLIENT_INFERIOR_STATE");
        reporter.act_now(&path, "confirm-inferior", json!({})).await.refuses(403, "PERMISSION_MISSING");
        let filed = manager.act_now(&path, "confirm-inferior", json!({"note": "属实,备案"})).await.expect(200);
        assert_eq!(filed["inferior_report"]["confirmed_by"]["id"], manager.id.to_string());
        let register = manager.get("/clients?inferior=CONFIRMED").await.expect(200);
        assert_eq!(register["items"].as_array().unwrap().len(), 1);
        let cleared = manager.act_now(&path, "clear-inferior", json!({"reason": "已达成谅解"})).await.expect(200);
        assert_eq!((&cleared["inferior"], &cleared["inferior_report"]), (&json!("NONE"), &json!(null)));
    }
}
