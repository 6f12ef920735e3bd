use super::{begun, institution, supervisor_and_owner, with};
use serde_json::json;
use tests::company::{AUDITOR, SERVICE_SPECIALIST};
use tests::on_both;

on_both! {
    /// A-CLI-28.
    async fn a_private_persons_telephone_and_address_are_masked_without_the_right(app: TestApp) {
        let (keeper, owner) = supervisor_and_owner(&app).await;
        let more = json!({"kind": "INDIVIDUAL", "telephone": "13800138000", "postcode": "610041"});
        let path = begun(&keeper, with(institution("陈桂兰", &owner), &more)).await;
        let full = owner.get(&path).await.expect(200);
        assert_eq!((&full["telephone"], &full["masked_fields"]), (&json!("13800138000"), &json!([])));
        let specialist = app.signed_in(SERVICE_SPECIALIST).await;
        let masked = specialist.get(&path).await;
        let body = masked.expect(200);
        assert_eq!(body["telephone"], "138****8000");
        assert_eq!(body["masked_fields"], json!(["telephone", "address", "postcode"]));
        assert!(!masked.text.contains("成龙大道") && !masked.text.contains("610041"));
        let list = specialist.get("/clients").await.expect(200);
        assert_eq!(list["items"][0]["telephone"], "138****8000");
        for typed in ["13800138000", "成龙大道"] {
            let found = keeper.get(&format!("/clients?q={typed}")).await.expect(200);
            assert_eq!(found["items"], json!([]), "{typed} is not indexed");
        }
    }

    async fn the_trail_keeps_a_private_persons_data_apart(app: TestApp) {
        let (keeper, owner) = supervisor_and_owner(&app).await;
        let more = json!({"kind": "INDIVIDUAL", "telephone": "13800138000"});
        let path = begun(&keeper, with(institution("陈桂兰", &owner), &more)).await;
        let _ = keeper.patch_now(&path, json!({"telephone": "13900139000"})).await.expect(200);
        app.seal().await;
        let auditor = app.signed_in(AUDITOR).await;
        let id = path.rsplit('/').next().unwrap();
        let trail = auditor.get(&format!("/audit-entries?resource_id={id}")).await;
        let _ = trail.expect(200);
        assert!(!trail.text.contains("13900139000") && !trail.text.contains("13800138000"), "{}", trail.text);
    }
}
