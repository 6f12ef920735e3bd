//! A client revokes their consent (B-SEC-08).
use super::*;
use crate::clients::{begun, institution, supervisor_and_owner};
use tests::company::{AUDITOR, SALESPERSON};
use tests::on_both;

const CLIENT: &str = "成都锦川机电设备有限公司";

fn said(file: &str) -> Value {
    json!({"client_id": id(file), "revoked_on": "2026-11-23", "note": "客户来函撤回同意"})
}

on_both! {
    /// B-SEC-08: whatever rests on what the client said lapses, whoever asked for it and however far it
    /// has come; of what was provided it is known.
    async fn everything_that_rests_on_it_lapses(app: TestApp) {
        let (keeper, owner) = supervisor_and_owner(&app).await;
        let file = begun(&keeper, institution(CLIENT, &owner)).await;
        let paper = paper(&owner, &file).await;
        let body = to_partner(&[consented(&file, &paper)]);
        let done = asked(&owner, &body).await;
        let _ = provided(&app, &done, handed_over()).await;
        let ready = asked(&owner, &body).await;
        reviewed(&app, &REVIEW).await;
        let waiting = asked(&owner, &body).await;
        reviewed(&app, &[SALES_MANAGER]).await;
        let other = asked(&owner, &to_authority(&[json!({"client_id": id(&file)})])).await;
        let approval = owner.get(&waiting).await.expect(200)["approval_id"].as_str().unwrap().to_owned();
        assert_eq!(keeper.get(&ready).await.expect(200)["files"][0]["consent"]["revocable"], true);
        let lapsed = keeper.act_now(&ready, "revoke-consent", said(&file)).await.expect(200);
        assert_eq!(lapsed["state"], "LAPSED");
        let consent = &lapsed["files"][0]["consent"];
        assert_eq!((&consent["revoked_on"], &consent["revocable"]), (&json!("2026-11-23"), &json!(false)));
        assert_eq!((&consent["revoke_note"], &consent["revoked_by"]["id"]), (&json!("客户来函撤回同意"), &json!(keeper.id)));
        // What the client said is personal (A-CLI-28), that they said it is not.
        let seen = app.signed_in(AUDITOR).await.get(&ready).await.expect(200);
        let consent = &seen["files"][0]["consent"];
        assert_eq!((&consent["revoked_on"], &consent["revoke_note"]), (&json!("2026-11-23"), &Value::Null));
        let admin = app.signed_in(INFORMATION_ADMINISTRATOR).await;
        for (path, state) in [(&done, "PROVIDED"), (&ready, "LAPSED"), (&waiting, "LAPSED")] {
            let seen = admin.get(path).await.expect(200);
            assert_eq!(seen["state"], state);
            assert_eq!(seen["files"][0]["consent"]["revoked_on"], "2026-11-23", "{state}");
        }
        admin.act_now(&ready, "provide", handed_over()).await.refuses_by(409, "DISCLOSURE_STATE", "B-SEC-07");
        assert_eq!(owner.get(&format!("/approvals/{approval}")).await.expect(200)["state"], "VOIDED");
        // What rests on a law goes on.
        assert_eq!(owner.get(&other).await.expect(200)["state"], "REQUESTED");
        let tasks = app.signed_in(INFORMATION_SUPERVISOR).await.get("/approval-tasks").await.expect(200);
        assert_eq!(tasks["items"], json!([]));
        let told = app.signed_in(SALESPERSON).await.get("/notifications").await.expect(200);
        let told: Vec<_> = told["items"].as_array().unwrap().iter().filter(|it| it["kind"] == "client-disclosure.consent-revoked").collect();
        assert_eq!(told.len(), 3);
        // Nor is the same paper good for another one.
        let again = ask(&owner, &body).await;
        assert_eq!(again.refuses_by(409, "DISCLOSURE_NO_CONSENT", "B-SEC-08")["params"]["why"], "REVOKED");
    }

    /// Nor filed once more: it is the paper that it was.
    async fn a_paper_that_was_revoked_is_not_filed_anew(app: TestApp) {
        let (keeper, owner) = supervisor_and_owner(&app).await;
        let file = begun(&keeper, institution(CLIENT, &owner)).await;
        let bytes = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n";
        let list = format!("{file}/attachments");
        let filed = async || {
            let upload = owner.upload(&list, ("信息提供同意书.pdf", bytes), &[("kind", "AGREEMENT")]);
            send(upload).await.expect(201)["id"].as_str().unwrap().to_owned()
        };
        let first = asked(&owner, &to_partner(&[consented(&file, &filed().await)])).await;
        let _ = keeper.act_now(&first, "revoke-consent", said(&file)).await.expect(200);
        let again = ask(&owner, &to_partner(&[consented(&file, &filed().await)])).await;
        assert_eq!(again.refuses_by(409, "DISCLOSURE_NO_CONSENT", "B-SEC-08")["params"]["why"], "REVOKED");
    }

    /// What a client says of one file is nothing to another.
    async fn another_clients_consent_stands(app: TestApp) {
        let (keeper, owner) = supervisor_and_owner(&app).await;
        let (file, other) = (begun(&keeper, institution(CLIENT, &owner)).await, begun(&keeper, institution("德阳旌阳铸造有限公司", &owner)).await);
        let (first, second) = (paper(&owner, &file).await, paper(&owner, &other).await);
        let both = asked(&owner, &to_partner(&[consented(&file, &first), consented(&other, &second)])).await;
        let alone = asked(&owner, &to_partner(&[consented(&other, &second)])).await;
        let lapsed = keeper.act_now(&both, "revoke-consent", said(&file)).await.expect(200);
        assert_eq!(lapsed["state"], "LAPSED");
        assert_eq!(lapsed["files"][1]["consent"]["revoked_on"], Value::Null);
        assert_eq!(owner.get(&alone).await.expect(200)["state"], "REQUESTED");
    }

    async fn a_revocation_is_of_a_consent_that_was_given(app: TestApp) {
        let (keeper, owner) = supervisor_and_owner(&app).await;
        let (file, other) = (begun(&keeper, institution(CLIENT, &owner)).await, begun(&keeper, institution("德阳旌阳铸造有限公司", &owner)).await);
        let paper = paper(&owner, &file).await;
        let path = asked(&owner, &to_partner(&[consented(&file, &paper)])).await;
        let law = asked(&owner, &to_authority(&[json!({"client_id": id(&file)})])).await;
        keeper.act_now(&path, "revoke-consent", said(&other)).await.points_at("/client_id", "UNKNOWN_REFERENCE");
        keeper.act_now(&law, "revoke-consent", said(&file)).await.points_at("/client_id", "UNKNOWN_REFERENCE");
        for day in ["2026-11-24", "2026-11-19"] {
            let mut body = said(&file);
            body["revoked_on"] = json!(day);
            keeper.act_now(&path, "revoke-consent", body).await.points_at("/revoked_on", "RANGE");
        }
        // Kept by whoever keeps the file (A-CLI-16), not by whoever asked.
        let refused = owner.act_now(&path, "revoke-consent", said(&file)).await;
        let problem = refused.refuses_by(403, "PERMISSION_MISSING", "B-SEC-08");
        assert_eq!(problem["escalation"], "client.maintain");
        assert_eq!(owner.get(&path).await.expect(200)["state"], "REQUESTED");
        // A second word of the same changes nothing that was recorded.
        let _ = keeper.act_now(&path, "revoke-consent", said(&file)).await.expect(200);
        let mut later = said(&file);
        later["note"] = json!("电话再次确认");
        let again = keeper.act_now(&path, "revoke-consent", later).await.expect(200);
        assert_eq!(again["files"][0]["consent"]["revoke_note"], "客户来函撤回同意");
    }

    /// B-SEC-08: it and the provision of the same information cannot both be first.
    async fn a_revocation_and_a_provision_at_once_end_in_one_order(app: TestApp) {
        let (keeper, owner) = supervisor_and_owner(&app).await;
        let file = begun(&keeper, institution(CLIENT, &owner)).await;
        let paper = paper(&owner, &file).await;
        let path = asked(&owner, &to_partner(&[consented(&file, &paper)])).await;
        reviewed(&app, &REVIEW).await;
        let admin = app.signed_in(INFORMATION_ADMINISTRATOR).await;
        let version = admin.get(&path).await.expect(200)["version"].to_string();
        let seen = format!("\"{version}\"");
        let (provide, revoke) = (format!("{path}/actions/provide"), format!("{path}/actions/revoke-consent"));
        let (given, revoked) = tokio::join!(
            admin.act(&provide, &seen, handed_over()),
            keeper.act(&revoke, &seen, said(&file)),
        );
        let won = [given.status, revoked.status].iter().filter(|status| **status == 200).count();
        assert_eq!(won, 1, "{} {}", given.text, revoked.text);
        let state = admin.get(&path).await.expect(200)["state"].clone();
        assert_eq!(state, if given.status == 200 { "PROVIDED" } else { "LAPSED" });
    }
}
