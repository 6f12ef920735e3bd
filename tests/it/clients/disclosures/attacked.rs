//! What somebody tries who means no good.
use super::*;
use crate::clients::{begun, institution, supervisor_and_owner};
use tests::company::{
    ADMINISTRATOR, AUDITOR, OTHER_SALESPERSON, SALESPERSON, SERVICE_MANAGER,
    a_secret_client_of_sales_one,
};
use tests::on_both;

const CLIENT: &str = "成都锦川机电设备有限公司";

on_both! {
    /// B-SEC-07: whatever flow somebody sets, one person alone reviews nothing.
    async fn no_flow_does_with_one_person(app: TestApp) {
        let manager = app.signed_in(GENERAL_MANAGER).await;
        let step = json!({"key": "only", "name": "审批", "mode": "ANY", "approver": {"by": "ROLE", "role": "GENERAL_MANAGER"},
            "clauses": ["B-SEC-07"]});
        let flow = json!({"code": "client-disclosure", "subject": "client-disclosure", "effective_from": "2026-11-23",
            "reason": "简化流程", "definition": {"name": "由总经理审批", "enabled": true, "priority": 10, "steps": [step]}});
        manager.post("/approval-flows", flow).await.points_at("/definition/steps", "FLOW_TOO_FEW_STEPS");
    }

    /// A-SEC-06: what is asked for is as secret as the most secret item in it that whoever asks knows of.
    async fn a_secret_item_makes_the_disclosure_as_secret(app: TestApp) {
        let (keeper, owner) = supervisor_and_owner(&app).await;
        let file = begun(&keeper, institution("成都锦川机电设备有限公司", &owner)).await;
        let manager = app.signed_in(SALES_MANAGER).await;
        let talk = json!({"occurred_at": "2026-11-20T02:00:00Z", "channel": "VISIT", "summary": "底价九折",
            "secrecy": {"level": "CONFIDENTIAL", "content": "MARKETING_TACTICS"}});
        let _ = manager.post(&format!("{file}/interactions"), talk).await.expect(201);
        for (by, level) in [(&owner, 1), (&manager, 2)] {
            let paper = paper(by, &file).await;
            let mut body = to_partner(&[consented(&file, &paper)]);
            body["sections"] = json!(["BASIC", "INTERACTIONS"]);
            assert_eq!(by.get(&asked(by, &body).await).await.expect(200)["level"], level);
        }
    }

    /// B-SEC-07: whoever asks neither reviews nor provides, whatever else they may do.
    async fn nobody_serves_themselves(app: TestApp) {
        let (keeper, owner) = supervisor_and_owner(&app).await;
        let file = begun(&keeper, institution(CLIENT, &owner)).await;
        let admin = app.signed_in(INFORMATION_ADMINISTRATOR).await;
        let path = asked(&admin, &to_authority(&[json!({"client_id": id(&file)})])).await;
        reviewed(&app, &[SERVICE_MANAGER, INFORMATION_SUPERVISOR, GENERAL_MANAGER]).await;
        admin.act_now(&path, "provide", handed_over()).await.refuses_by(409, "DISCLOSURE_OWN_REQUEST", "B-SEC-07");
        for login in [SALESPERSON, SALES_MANAGER, SERVICE_MANAGER, GENERAL_MANAGER, AUDITOR, ADMINISTRATOR] {
            let by = app.signed_in(login).await;
            let refused = by.act(&format!("{path}/actions/provide"), "\"2\"", handed_over()).await;
            refused.refuses(403, "PERMISSION_MISSING");
        }
        let _ = keeper.act_now(&path, "provide", handed_over()).await.expect(200);
        // Nor does the supervisor review what is theirs: their superior does.
        let own = asked(&keeper, &to_authority(&[json!({"client_id": id(&file)})])).await;
        let tasks = keeper.get("/approval-tasks").await.expect(200);
        assert_eq!(tasks["items"], json!([]), "{own}");
        // And the company's review is nobody's who asks for it.
        let manager = app.signed_in(GENERAL_MANAGER).await;
        ask(&manager, &to_authority(&[json!({"client_id": id(&file)})])).await.refuses(403, "PERMISSION_MISSING");
    }

    /// What somebody does not see they do not name, and nothing says that it is there.
    async fn files_of_others_are_not_named(app: TestApp) {
        let (keeper, owner) = supervisor_and_owner(&app).await;
        let stranger = app.signed_in(OTHER_SALESPERSON).await;
        let (file, theirs) = (begun(&keeper, institution(CLIENT, &owner)).await, begun(&keeper, institution("德阳旌阳铸造有限公司", &stranger)).await);
        let named = [json!({"client_id": id(&theirs)}), json!({"client_id": id(&file)})];
        let one = ask(&stranger, &to_authority(&named)).await;
        one.points_at("/files/1/client_id", "UNKNOWN_REFERENCE");
        let missing = [json!({"client_id": id(&theirs)}), json!({"client_id": uuid::Uuid::new_v4()})];
        ask(&stranger, &to_authority(&missing)).await.points_at("/files/1/client_id", "UNKNOWN_REFERENCE");
        // Nor by way of a change.
        let path = asked(&stranger, &to_authority(&named[..1])).await;
        let more = json!({"files": named});
        stranger.patch_now(&path, more).await.points_at("/files/1/client_id", "UNKNOWN_REFERENCE");
        // A paper of a file that they do not see is none either.
        let paper = paper(&owner, &file).await;
        let foreign = to_partner(&[consented(&theirs, &paper)]);
        ask(&stranger, &foreign).await.points_at("/files/0/consent/attachment_id", "UNKNOWN_REFERENCE");
    }

    /// Disclosures of others are not there: by id, list, count, search, file or approval.
    async fn disclosures_of_others_are_not_there(app: TestApp) {
        let (keeper, owner) = supervisor_and_owner(&app).await;
        let file = begun(&keeper, institution(CLIENT, &owner)).await;
        let paper = paper(&owner, &file).await;
        let path = asked(&owner, &to_partner(&[consented(&file, &paper)])).await;
        let approval = owner.get(&path).await.expect(200)["approval_id"].as_str().unwrap().to_owned();
        let stranger = app.signed_in(OTHER_SALESPERSON).await;
        stranger.get(&path).await.refuses(404, "NOT_FOUND");
        stranger.get(&format!("/approvals/{approval}")).await.refuses(404, "NOT_FOUND");
        for query in ["".to_owned(), "&q=天府物流".to_owned(), format!("&client_id={}", id(&file)), format!("&requested_by={}", owner.id)] {
            let list = stranger.get(&format!("/client-disclosures?include_total=true{query}")).await.expect(200);
            assert_eq!((&list["items"], &list["page"]["total"]), (&json!([]), &json!(0)), "{query}");
        }
        for (act, body) in [
            ("submit", json!({})), ("give-up", json!({"reason": "不再需要"})),
            ("revoke-consent", json!({"client_id": id(&file), "revoked_on": "2026-11-23", "note": "来函"})),
        ] {
            let path = format!("{path}/actions/{act}");
            stranger.act(&path, "\"1\"", body).await.refuses(404, "NOT_FOUND");
        }
        // Somebody else's request is changed by nobody.
        keeper.patch_now(&path, json!({"purpose": "另作他用"})).await.refuses(409, "DISCLOSURE_OF_ANOTHER");
        keeper.act_now(&path, "submit", json!({})).await.refuses(409, "DISCLOSURE_OF_ANOTHER");
        // An auditor reads what was provided, and not who consented (A-CLI-28).
        let auditor = app.signed_in(AUDITOR).await;
        let seen = auditor.get(&path).await.expect(200);
        assert_eq!(seen["files"][0]["consent"]["given_by"], Value::Null);
        assert!(!seen.to_string().contains("周建平"));
        app.seal().await;
        let trail = auditor.get(&format!("/audit-entries?resource_id={}", id(&path))).await;
        let trail = trail.expect_text(200);
        assert!(trail.contains("天府物流") && !trail.contains("周建平") && !trail.contains(CLIENT), "{trail}");
    }

    /// A-CLI-18: a disclosure is as secret as the most secret of its files.
    async fn above_the_clearance_there_is_no_such_disclosure(app: TestApp) {
        let secret = a_secret_client_of_sales_one(&app).await;
        let service = app.signed_in(SERVICE_MANAGER).await;
        let (keeper, owner) = supervisor_and_owner(&app).await;
        let file = begun(&keeper, institution(CLIENT, &owner)).await;
        let named = [json!({"client_id": id(&file)}), json!({"client_id": secret})];
        let path = asked(&service, &to_authority(&named)).await;
        assert!(service.get(&path).await.expect(200)["level"].as_i64().unwrap() >= 2);
        let admin = app.signed_in(ADMINISTRATOR).await;
        let low = app.newcomer("qianxinlai").await;
        let all = |code: &str| json!({"permission": code, "scope": "ALL"});
        let role = json!({"code": "LOW_READER", "name": "资料员", "clearance": 1,
            "permissions": [all("client.read"), all("client-disclosure.read"), all("approval.read")]});
        let role = admin.post("/roles", role).await.expect(201);
        let grant = json!({"person_id": low.id, "role_id": role["id"], "reason": "入职"});
        let _ = admin.post("/role-grants", grant).await.expect(201);
        low.get(&path).await.refuses(404, "NOT_FOUND");
        for query in ["".to_owned(), format!("&client_id={}", id(&file)), format!("&client_id={secret}"), "&q=成华区".to_owned()] {
            let list = low.get(&format!("/client-disclosures?include_total=true{query}")).await.expect(200);
            assert_eq!(list["page"]["total"], 0, "{query}");
        }
    }

    /// Whoever reads such files no more has them handed to nobody (A-CLI-18).
    async fn who_was_moved_has_nothing_provided(app: TestApp) {
        let (keeper, owner) = supervisor_and_owner(&app).await;
        let file = begun(&keeper, institution(CLIENT, &owner)).await;
        let path = asked(&owner, &to_authority(&[json!({"client_id": id(&file)})])).await;
        reviewed(&app, &REVIEW).await;
        let admin = app.signed_in(ADMINISTRATOR).await;
        let grants = admin.get(&format!("/role-grants?person_id={}", owner.id)).await.expect(200);
        for grant in grants["items"].as_array().unwrap() {
            let path = format!("/role-grants/{}", grant["id"].as_str().unwrap());
            let _ = admin.act_now(&path, "revoke", json!({"reason": "转岗"})).await.expect(200);
        }
        owner.get(&path).await.refuses(403, "PERMISSION_MISSING");
        let provider = app.signed_in(INFORMATION_ADMINISTRATOR).await;
        let refused = provider.act_now(&path, "provide", handed_over()).await;
        refused.refuses_by(409, "DISCLOSURE_REQUESTER_NOT_CLEARED", "A-CLI-18");
    }

    /// Two who provide at once provide once.
    async fn it_is_provided_once(app: TestApp) {
        let (keeper, owner) = supervisor_and_owner(&app).await;
        let file = begun(&keeper, institution(CLIENT, &owner)).await;
        let path = asked(&owner, &to_authority(&[json!({"client_id": id(&file)})])).await;
        reviewed(&app, &REVIEW).await;
        let admin = app.signed_in(INFORMATION_ADMINISTRATOR).await;
        let seen = format!("\"{}\"", admin.get(&path).await.expect(200)["version"]);
        let act = format!("{path}/actions/provide");
        let (one, other) = tokio::join!(
            admin.act(&act, &seen, handed_over()),
            keeper.act(&act, &seen, handed_over()),
        );
        let mut ended = [one.status.as_u16(), other.status.as_u16()];
        ended.sort_unstable();
        assert_eq!(ended[0], 200, "{} {}", one.text, other.text);
        assert!([409, 412].contains(&ended[1]), "{ended:?}");
        let told = app.signed_in(SALESPERSON).await.get("/notifications").await.expect(200);
        let provided = told["items"].as_array().unwrap().iter().filter(|it| it["kind"] == "client-disclosure.provided");
        assert_eq!(provided.count(), 1);
    }
}
