//! From the request to the record of what was provided.
use super::*;
use crate::clients::{allowed, begun, institution, supervisor_and_owner};
use tests::company::{AUDITOR, SALESPERSON, SERVICE_MANAGER};
use tests::on_both;

const CLIENT: &str = "成都锦川机电设备有限公司";

on_both! {
    /// B-SEC-07, B-SEC-08: asked on the client's consent, reviewed by the company, provided by customer
    /// service.
    async fn what_the_company_reviewed_is_provided_and_recorded(app: TestApp) {
        let (keeper, owner) = supervisor_and_owner(&app).await;
        let file = begun(&keeper, institution(CLIENT, &owner)).await;
        let paper = paper(&owner, &file).await;
        let path = asked(&owner, &to_partner(&[consented(&file, &paper)])).await;
        let seen = owner.get(&path).await.expect(200);
        assert_eq!((&seen["number"], &seen["state"]), (&json!("DW-20261123-0001"), &json!("REQUESTED")));
        assert_eq!((&seen["level"], &seen["file_count"]), (&json!(1), &json!(1)));
        assert_eq!(seen["files"][0]["client"]["name"], CLIENT);
        assert_eq!(seen["files"][0]["consent"]["given_by"], "周建平，总经理");
        assert_eq!(seen["files"][0]["consent"]["attachment"]["name"], "信息提供同意书.pdf");
        let admin = app.signed_in(INFORMATION_ADMINISTRATOR).await;
        for (nth, approver) in REVIEW.iter().enumerate() {
            let early = admin.act_now(&path, "provide", handed_over()).await;
            early.refuses_by(409, "DISCLOSURE_STATE", "B-SEC-07");
            assert_eq!(owner.get(&path).await.expect(200)["state"], "REQUESTED", "after {nth}");
            reviewed(&app, &[approver]).await;
        }
        let seen = admin.get(&path).await.expect(200);
        assert_eq!((&seen["state"], &seen["valid_until"]), (&json!("APPROVED"), &json!("2026-12-23")));
        assert_eq!(allowed(&seen, "provide"), (true, ""));
        assert_eq!(allowed(&seen, "change"), (false, "DISCLOSURE_OF_ANOTHER"));
        let told = admin.get("/notifications").await.expect(200);
        assert_eq!(told["items"][0]["kind"], "client-disclosure.approved");
        let done = admin.act_now(&path, "provide", handed_over()).await.expect(200);
        assert_eq!((&done["state"], &done["received_by"]), (&json!("PROVIDED"), &json!("李明，商务部经理")));
        assert_eq!(done["provided_by"]["id"], admin.id.to_string());
        let told = app.signed_in(SALESPERSON).await.get("/notifications").await.expect(200);
        assert_eq!(told["items"][0]["kind"], "client-disclosure.provided");
        assert_eq!(owner.get(&path).await.expect(200)["allowed_actions"], json!([]));
        admin.act_now(&path, "provide", handed_over()).await.refuses(409, "DISCLOSURE_STATE");
        admin.act_now(&path, "give-up", json!({"reason": "不再需要"})).await.refuses(409, "DISCLOSURE_STATE");
        app.seal().await;
        let auditor = app.signed_in(AUDITOR).await;
        let trail = format!("/audit-entries?resource_id={}", id(&path));
        let acts = auditor.get(&trail).await.expect(200);
        let acts = acts["items"].as_array().unwrap().iter().map(|it| it["action"].as_str().unwrap());
        let acts: Vec<_> = acts.filter(|act| *act != "request.refused").collect();
        assert_eq!(acts, ["client-disclosure.provided", "client-disclosure.approved", "client-disclosure.requested"]);
    }

    /// B-SEC-08: an authority is given what a law obliges to, without anybody's consent.
    async fn an_authority_is_given_what_a_law_obliges_to(app: TestApp) {
        let (keeper, owner) = supervisor_and_owner(&app).await;
        let file = begun(&keeper, institution(CLIENT, &owner)).await;
        let path = asked(&owner, &to_authority(&[json!({"client_id": id(&file)})])).await;
        let done = provided(&app, &path, handed_over()).await;
        assert_eq!((&done["state"], &done["files"][0]["consent"]), (&json!("PROVIDED"), &Value::Null));
    }

    /// What is theirs goes to the client, whom the file alone names.
    async fn a_client_is_given_what_is_theirs(app: TestApp) {
        let (keeper, owner) = supervisor_and_owner(&app).await;
        let (file, other) = (begun(&keeper, institution(CLIENT, &owner)).await, begun(&keeper, institution("德阳旌阳铸造有限公司", &owner)).await);
        let paper = paper(&owner, &file).await;
        let mut body = to_partner(&[consented(&file, &paper)]);
        body["recipient_kind"] = json!("CLIENT");
        ask(&owner, &body).await.points_at("/recipient", "RANGE");
        body["recipient"] = Value::Null;
        body["files"].as_array_mut().unwrap().push(json!({"client_id": id(&other)}));
        ask(&owner, &body).await.points_at("/files", "RANGE");
        body["files"].as_array_mut().unwrap().pop();
        let path = asked(&owner, &body).await;
        let done = provided(&app, &path, handed_over()).await;
        assert_eq!((&done["recipient"], &done["files"][0]["client"]["name"]), (&Value::Null, &json!(CLIENT)));
    }

    /// What was reviewed so far was of something else: the review begins anew.
    async fn a_changed_request_is_reviewed_anew(app: TestApp) {
        let (keeper, owner) = supervisor_and_owner(&app).await;
        let file = begun(&keeper, institution(CLIENT, &owner)).await;
        let first = paper(&owner, &file).await;
        let path = asked(&owner, &to_partner(&[consented(&file, &first)])).await;
        reviewed(&app, &[SALES_MANAGER]).await;
        let before = owner.get(&path).await.expect(200)["approval_id"].clone();
        // Nothing else is said: nothing begins anew.
        let same = owner.patch_now(&path, json!({"purpose": "联合投标所需的业绩证明"})).await.expect(200);
        assert_eq!(same["approval_id"], before);
        let other = paper(&owner, &file).await;
        let files = json!({"files": [consented(&file, &other)]});
        let changed = owner.patch_now(&path, files).await.expect(200);
        assert_ne!(changed["approval_id"], before);
        let voided = owner.get(&format!("/approvals/{}", before.as_str().unwrap())).await.expect(200);
        assert_eq!(voided["state"], "VOIDED");
        reviewed(&app, &REVIEW).await;
        assert_eq!(owner.get(&path).await.expect(200)["state"], "APPROVED");
        // From here on it is what was reviewed.
        owner.patch_now(&path, json!({"sections": ["CONTACTS"]})).await.refuses(409, "DISCLOSURE_STATE");
    }

    /// Who consented is sealed in what is frozen, and named nowhere in it.
    async fn what_is_frozen_says_everything_but_who_consented(app: TestApp) {
        let (keeper, owner) = supervisor_and_owner(&app).await;
        let file = begun(&keeper, institution(CLIENT, &owner)).await;
        let paper = paper(&owner, &file).await;
        let path = asked(&owner, &to_partner(&[consented(&file, &paper)])).await;
        let approval = owner.get(&path).await.expect(200)["approval_id"].as_str().unwrap().to_owned();
        let content = owner.get(&format!("/approvals/{approval}")).await.expect(200)["content"].clone();
        let text = content.to_string();
        assert!(!text.contains("周建平") && !text.contains(CLIENT), "{text}");
        assert_eq!(content["sections"], json!(["BASIC", "PURCHASES"]));
        assert_eq!(content["files"][0]["consent_paper"], json!(paper));
        let seal = content["files"][0]["consent_seal"].clone();
        // Somebody else consented: that is another content.
        let mut named = consented(&file, &paper);
        named["consent"]["given_by"] = json!("周建国，董事长");
        let changed = owner.patch_now(&path, json!({"files": [named]})).await.expect(200);
        let content = owner.get(&format!("/approvals/{}", changed["approval_id"].as_str().unwrap())).await.expect(200)["content"].clone();
        assert_ne!(content["files"][0]["consent_seal"], seal);
    }

    async fn what_was_sent_back_is_put_right_and_submitted_again(app: TestApp) {
        let (keeper, owner) = supervisor_and_owner(&app).await;
        let file = begun(&keeper, institution(CLIENT, &owner)).await;
        let paper = paper(&owner, &file).await;
        let path = asked(&owner, &to_partner(&[consented(&file, &paper)])).await;
        owner.act_now(&path, "submit", json!({})).await.refuses(409, "DISCLOSURE_STATE");
        let manager = app.signed_in(SALES_MANAGER).await;
        let open = manager.get("/approval-tasks").await.expect(200);
        let task = format!("/approval-tasks/{}", open["items"][0]["id"].as_str().unwrap());
        let _ = manager.act_now(&task, "send-back", json!({"comment": "写明用途"})).await.expect(200);
        assert_eq!(owner.get(&path).await.expect(200)["state"], "SENT_BACK");
        let _ = owner.patch_now(&path, json!({"purpose": "参加龙泉驿区联合投标所需的业绩证明"})).await.expect(200);
        // What was in order when it was asked for need not be any more.
        let attachment = format!("{file}/attachments/{paper}");
        let _ = owner.act_now(&attachment, "withdraw", json!({"reason": "扫描不清"})).await.expect(200);
        owner.act_now(&path, "submit", json!({})).await.refuses_by(409, "DISCLOSURE_NO_CONSENT", "B-SEC-08");
        let again = super::paper(&owner, &file).await;
        let _ = owner.patch_now(&path, json!({"files": [consented(&file, &again)]})).await.expect(200);
        let submitted = owner.act_now(&path, "submit", json!({})).await.expect(200);
        assert_eq!(submitted["state"], "REQUESTED");
        reviewed(&app, &REVIEW).await;
        assert_eq!(owner.get(&path).await.expect(200)["state"], "APPROVED");
    }

    async fn what_is_not_needed_any_more_is_given_up(app: TestApp) {
        let (keeper, owner) = supervisor_and_owner(&app).await;
        let file = begun(&keeper, institution(CLIENT, &owner)).await;
        let paper = paper(&owner, &file).await;
        let body = to_partner(&[consented(&file, &paper)]);
        let (one, other) = (asked(&owner, &body).await, asked(&owner, &body).await);
        let reason = json!({"reason": "对方已不再需要"});
        owner.act_now(&one, "give-up", reason.clone()).await.refuses(409, "DISCLOSURE_STATE");
        reviewed(&app, &REVIEW).await;
        let names = json!({"reason": format!("{CLIENT}不同意")});
        owner.act_now(&one, "give-up", names).await.points_at("/reason", "DISCLOSURE_NAMES_FILE");
        let given_up = owner.act_now(&one, "give-up", reason.clone()).await.expect(200);
        assert_eq!((&given_up["state"], &given_up["settled_note"]), (&json!("GIVEN_UP"), &reason["reason"]));
        // Or by whoever would provide it; not by who only reads it.
        app.signed_in(SERVICE_MANAGER).await.act_now(&other, "give-up", reason.clone()).await.refuses(409, "DISCLOSURE_OF_ANOTHER");
        let _ = app.signed_in(INFORMATION_ADMINISTRATOR).await.act_now(&other, "give-up", reason).await.expect(200);
        let told = app.signed_in(SALESPERSON).await.get("/notifications").await.expect(200);
        assert_eq!(told["items"][0]["kind"], "client-disclosure.given-up");
    }

    /// The register by each of its filters, and what was given of one client.
    async fn the_register_is_found_by_what_it_says(app: TestApp) {
        let (keeper, owner) = supervisor_and_owner(&app).await;
        let (file, other) = (begun(&keeper, institution(CLIENT, &owner)).await, begun(&keeper, institution("德阳旌阳铸造有限公司", &owner)).await);
        let paper = paper(&owner, &file).await;
        let partner = asked(&owner, &to_partner(&[consented(&file, &paper)])).await;
        let authority = asked(&owner, &to_authority(&[json!({"client_id": id(&other)}), json!({"client_id": id(&file)})])).await;
        let found = async |query: &str| -> Vec<String> {
            let list = owner.get(&format!("/client-disclosures?{query}")).await.expect(200);
            list["items"].as_array().unwrap().iter().map(|it| format!("/client-disclosures/{}", it["id"].as_str().unwrap())).collect()
        };
        let both = vec![authority.clone(), partner.clone()];
        for (query, expected) in [
            ("state=REQUESTED".to_owned(), both.clone()),
            ("state=PROVIDED".to_owned(), vec![]),
            ("ground=LAW".to_owned(), vec![authority.clone()]),
            ("recipient_kind=PARTNER".to_owned(), vec![partner.clone()]),
            (format!("client_id={}", id(&file)), both.clone()),
            (format!("client_id={}", id(&other)), vec![authority.clone()]),
            (format!("requested_by={}", owner.id), both.clone()),
            (format!("requested_by={}", keeper.id), vec![]),
            ("from=2026-11-23&to=2026-11-23".to_owned(), both.clone()),
            ("from=2026-11-24".to_owned(), vec![]),
            ("to=2026-11-22".to_owned(), vec![]),
            ("q=天府物流".to_owned(), vec![partner.clone()]),
            ("q=DW-20261123-0002".to_owned(), vec![authority.clone()]),
            ("q=成华区分局".to_owned(), vec![authority.clone()]),
            // Nobody finds by what the client is called.
            ("q=锦川".to_owned(), vec![]),
        ] {
            assert_eq!(found(&query).await, expected, "{query}");
        }
    }
}
