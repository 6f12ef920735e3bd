//! Who does what, in which order.
use super::*;
use crate::clients::{allowed, begun, institution, supervisor_and_owner};
use tests::company::AUDITOR;
use tests::on_both;

on_both! {
    /// A-BOR-06: the three of the handbook one after the other, and then another keeper of the archive.
    async fn three_approve_and_another_carries_it_out(app: TestApp) {
        let (keeper, owner) = supervisor_and_owner(&app).await;
        let file = begun(&keeper, institution("绵阳涪城精工机械有限公司", &owner)).await;
        age(&app, &[&file]).await;
        let admin = app.signed_in(INFORMATION_ADMINISTRATOR).await;
        assert_eq!(allowed(&admin.get(&file).await.expect(200), "propose-destruction"), (true, ""));
        let made = propose(&admin, &file).await.expect(201);
        assert_eq!((&made["number"], &made["state"]), (&json!("DS-20261123-0001"), &json!("REQUESTED")));
        assert_eq!((&made["client_name"], &made["idle_since"]), (&json!("绵阳涪城精工机械有限公司"), &json!("2023-03-14")));
        let path = format!("/client-destructions/{}", made["id"].as_str().unwrap());
        let approval = admin.get(&format!("/approvals/{}", made["approval_id"].as_str().unwrap())).await.expect(200);
        let steps: Vec<_> = approval["steps"].as_array().unwrap().iter().map(|step| step["key"].as_str().unwrap()).collect();
        assert_eq!(steps, ["information-supervisor", "service-manager", "general-manager"]);
        assert!(!approval["content"].to_string().contains("涪城"), "{approval}");

        let other = app.signed_in(OTHER_ADMINISTRATOR).await;
        let number = made["client"]["number"].clone();
        for login in THREE {
            let early = other.act_now(&path, "carry-out", json!({"client_number": number})).await;
            early.refuses_by(409, "DESTRUCTION_STATE", "A-BOR-06");
            decide(&app, login, "approve", &json!({})).await;
        }
        let told = other.get("/notifications").await.expect(200);
        assert_eq!(told["items"][0]["kind"], "client-destruction.approved");
        let own = admin.act_now(&path, "carry-out", json!({"client_number": number})).await;
        own.refuses_by(409, "DESTRUCTION_OWN_PROPOSAL", "A-BOR-06");
        assert_eq!(allowed(&admin.get(&path).await.expect(200), "carry-out"), (false, "DESTRUCTION_OWN_PROPOSAL"));
        let wrong = other.act_now(&path, "carry-out", json!({"client_number": "KH-1"})).await;
        wrong.points_at("/client_number", "DESTRUCTION_NUMBER_DIFFERS");

        let gone = other.act_now(&path, "carry-out", json!({"client_number": number})).await.expect(200);
        assert_eq!((&gone["state"], &gone["settled_by"]["id"]), (&json!("CARRIED_OUT"), &json!(other.id)));
        assert_eq!((&gone["client_name"], &gone["cleared_at"]), (&Value::Null, &Value::Null));
        other.get(&file).await.refuses(404, "NOT_FOUND");
        let again = other.act_now(&path, "carry-out", json!({"client_number": number})).await;
        again.refuses(409, "DESTRUCTION_STATE");
        let told = app.signed_in(INFORMATION_ADMINISTRATOR).await.get("/notifications").await.expect(200);
        assert_eq!(told["items"][0]["kind"], "client-destruction.carried-out");

        assert_eq!(clients::destructions::clear(&app.app).await.unwrap(), 1);
        assert_eq!(clients::destructions::clear(&app.app).await.unwrap(), 0);
        let auditor = app.signed_in(AUDITOR).await;
        let certificate = auditor.get(&path).await.expect(200);
        assert_eq!((&certificate["files"][0]["number"], &certificate["content_sha256"]), (&number, &made["content_sha256"]));
        assert_ne!(certificate["cleared_at"], Value::Null);
        let register = auditor.get("/client-destructions?state=CARRIED_OUT&include_total=true").await.expect(200);
        assert_eq!((&register["page"]["total"], &register["items"][0]["number"]), (&json!(1), &made["number"]));
    }

    /// A-BOR-06: what is proposed is read, and nobody touches it, nor begins another file of the client.
    async fn what_is_proposed_is_not_touched_any_more(app: TestApp) {
        let (keeper, owner) = supervisor_and_owner(&app).await;
        let file = begun(&keeper, institution("绵阳涪城精工机械有限公司", &owner)).await;
        age(&app, &[&file]).await;
        let admin = app.signed_in(INFORMATION_ADMINISTRATOR).await;
        let _ = proposed(&admin, &file).await;
        let seen = admin.get(&file).await.expect(200);
        assert_eq!(seen["status"], "OBSOLETE");
        assert_eq!(allowed(&seen, "update"), (false, "CLIENT_OBSOLETE"));
        keeper.patch_now(&file, json!({"address": "涪城区一环路88号"})).await.refuses_by(409, "CLIENT_OBSOLETE", "A-BOR-06");
        let contact = keeper.post(&format!("{file}/contacts"), json!({"name": "周建国"})).await;
        contact.refuses_by(409, "CLIENT_OBSOLETE", "A-BOR-06");
        let comment = json!({"body": "还要吗", "mentions": []});
        owner.post(&format!("{file}/comments"), comment).await.refuses(409, "CLIENT_OBSOLETE");
        propose(&admin, &file).await.refuses_by(409, "CLIENT_OBSOLETE", "A-BOR-06");
        let twin = institution("绵阳涪城精工机械有限公司", &owner);
        keeper.post("/clients", twin).await.refuses(409, "CLIENT_DUPLICATE_SUSPECTED");
        // The usual list has what is in force.
        let list = keeper.get("/clients?q=涪城精工").await.expect(200);
        assert_eq!(list["items"], json!([]));
        let list = keeper.get("/clients?q=涪城精工&status=OBSOLETE").await.expect(200);
        assert_eq!(list["items"].as_array().unwrap().len(), 1);
    }

    /// A-BOR-07: who finds that a file is worth keeping keeps it, as it was.
    async fn a_file_that_is_kept_after_all_is_what_it_was(app: TestApp) {
        let (keeper, owner) = supervisor_and_owner(&app).await;
        let file = begun(&keeper, institution("绵阳涪城精工机械有限公司", &owner)).await;
        age(&app, &[&file]).await;
        let admin = app.signed_in(INFORMATION_ADMINISTRATOR).await;
        // Rejected by one of the three.
        let _ = proposed(&admin, &file).await;
        decide(&app, INFORMATION_SUPERVISOR, "approve", &json!({})).await;
        decide(&app, SERVICE_MANAGER, "reject", &json!({"comment": "明年有改造计划"})).await;
        assert_eq!(keeper.get(&file).await.expect(200)["status"], "ACTIVE");
        // Withdrawn by whoever proposed it.
        let second = proposed(&admin, &file).await;
        let approval = admin.get(&second).await.expect(200)["approval_id"].clone();
        let approval = format!("/approvals/{}", approval.as_str().unwrap());
        let _ = admin.act_now(&approval, "withdraw", json!({"reason": "待核实"})).await.expect(200);
        assert_eq!(admin.get(&second).await.expect(200)["state"], "WITHDRAWN");
        assert_eq!(keeper.get(&file).await.expect(200)["status"], "ACTIVE");
        // Given up by another keeper when all three had approved.
        let third = proposed(&admin, &file).await;
        let reason = json!({"reason": "客户来函要求恢复合作"});
        keeper.act_now(&third, "abandon", reason.clone()).await.refuses(409, "DESTRUCTION_STATE");
        approved_by_all(&app).await;
        let kept = keeper.act_now(&third, "abandon", reason).await.expect(200);
        assert_eq!((&kept["state"], &kept["settled_note"]), (&json!("ABANDONED"), &json!("客户来函要求恢复合作")));
        let _ = keeper.patch_now(&file, json!({"address": "涪城区一环路88号"})).await.expect(200);
        let other = app.signed_in(OTHER_ADMINISTRATOR).await;
        let number = kept["client"]["number"].clone();
        other.act_now(&third, "carry-out", json!({"client_number": number})).await.refuses(409, "DESTRUCTION_STATE");
    }

    /// A-BOR-06: what was sent back is put right and goes through all three again; a change under approval
    /// begins it anew.
    async fn a_changed_proposal_is_approved_from_the_beginning(app: TestApp) {
        let (keeper, owner) = supervisor_and_owner(&app).await;
        let file = begun(&keeper, institution("绵阳涪城精工机械有限公司", &owner)).await;
        age(&app, &[&file]).await;
        let admin = app.signed_in(INFORMATION_ADMINISTRATOR).await;
        let path = proposed(&admin, &file).await;
        decide(&app, INFORMATION_SUPERVISOR, "approve", &json!({})).await;
        let first = admin.get(&path).await.expect(200)["approval_id"].clone();
        let other = app.signed_in(OTHER_ADMINISTRATOR).await;
        other.patch_now(&path, json!({"ground": "DISSOLVED"})).await.refuses_by(409, "DESTRUCTION_OF_ANOTHER", "A-BOR-06");
        let changed = admin.patch_now(&path, json!({"ground": "DISSOLVED", "reason": "工商登记已注销"})).await.expect(200);
        assert_ne!(changed["approval_id"], first);
        let manager = app.signed_in(SERVICE_MANAGER).await;
        assert_eq!(manager.get("/approval-tasks").await.expect(200)["items"], json!([]));
        let back = json!({"comment": "请附注销证明编号"});
        decide(&app, INFORMATION_SUPERVISOR, "send-back", &back).await;
        assert_eq!(admin.get(&path).await.expect(200)["state"], "SENT_BACK");
        let _ = admin.patch_now(&path, json!({"reason": "工商登记已注销，川市监注字 2026-118 号"})).await.expect(200);
        let again = admin.act_now(&path, "submit", json!({})).await.expect(200);
        assert_eq!(again["state"], "REQUESTED");
        approved_by_all(&app).await;
        assert_eq!(carried_out(&app, &path).await["ground"], "DISSOLVED");
    }

    /// Two who carry it out at once: one certificate, and the chain holds.
    async fn it_is_carried_out_once(app: TestApp) {
        let (keeper, owner) = supervisor_and_owner(&app).await;
        let file = begun(&keeper, institution("绵阳涪城精工机械有限公司", &owner)).await;
        age(&app, &[&file]).await;
        let path = proposed(&app.signed_in(INFORMATION_ADMINISTRATOR).await, &file).await;
        approved_by_all(&app).await;
        let other = app.signed_in(OTHER_ADMINISTRATOR).await;
        let seen = other.get(&path).await;
        let body = json!({"client_number": seen.expect(200)["client"]["number"]});
        let act = |by: &Caller| {
            let (by, path, etag, body) = (by.clone(), format!("{path}/actions/carry-out"), seen.etag(), body.clone());
            async move { by.act(&path, &etag, body).await.status }
        };
        let (one, two) = tokio::join!(act(&other), act(&keeper));
        let mut both = [one.as_u16(), two.as_u16()];
        both.sort_unstable();
        assert_eq!(both, [200, 412]);
        app.seal().await;
        assert!(kernel::audit::verify::verify(app.app.db.reader()).await.unwrap().valid);
    }
}
