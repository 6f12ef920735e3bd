//! What is not asked for, and what is not provided.
use super::*;
use crate::clients::{begun, institution, supervisor_and_owner, with};
use tests::company::{ADMINISTRATOR, SERVICE_MANAGER, classify_for};
use tests::on_both;

const CLIENT: &str = "成都锦川机电设备有限公司";

on_both! {
    /// B-SEC-08: without the customer's consent nothing is provided to anybody; a law obliges towards
    /// authorities alone.
    async fn nothing_is_asked_for_without_a_ground(app: TestApp) {
        let (keeper, owner) = supervisor_and_owner(&app).await;
        let (file, other) = (begun(&keeper, institution(CLIENT, &owner)).await, begun(&keeper, institution("德阳旌阳铸造有限公司", &owner)).await);
        let (own, foreign) = (paper(&owner, &file).await, paper(&owner, &other).await);
        let plain = json!({"client_id": id(&file)});
        let refused = ask(&owner, &to_partner(std::slice::from_ref(&plain))).await;
        let problem = refused.refuses_by(409, "DISCLOSURE_NO_CONSENT", "B-SEC-08");
        assert_eq!(problem["params"]["why"], "MISSING", "{problem}");
        let mut law = to_authority(std::slice::from_ref(&plain));
        law["recipient_kind"] = json!("PARTNER");
        ask(&owner, &law).await.refuses_by(409, "DISCLOSURE_LAW_AUTHORITY_ONLY", "B-SEC-08");
        law["recipient_kind"] = json!("AUTHORITY");
        law["legal_basis"] = json!("  ");
        ask(&owner, &law).await.refuses_by(409, "DISCLOSURE_NO_LEGAL_BASIS", "B-SEC-08");
        let mut future = consented(&file, &own);
        future["consent"]["given_on"] = json!("2026-11-24");
        ask(&owner, &to_partner(&[future])).await.refuses_by(409, "DISCLOSURE_NO_CONSENT", "B-SEC-08");
        let one_missing = [consented(&file, &own), json!({"client_id": id(&other)})];
        let refused = ask(&owner, &to_partner(&one_missing)).await;
        assert_eq!(refused.refuses(409, "DISCLOSURE_NO_CONSENT")["params"]["place"], "2");
        // Each client for themselves: another's paper is none of theirs.
        let others = to_partner(&[consented(&file, &foreign)]);
        ask(&owner, &others).await.points_at("/files/0/consent/attachment_id", "UNKNOWN_REFERENCE");
        let attachment = format!("{file}/attachments/{own}");
        let _ = owner.act_now(&attachment, "withdraw", json!({"reason": "扫描不清"})).await.expect(200);
        ask(&owner, &to_partner(&[consented(&file, &own)])).await.refuses(409, "DISCLOSURE_NO_CONSENT");
        let list = owner.get("/client-disclosures?include_total=true").await.expect(200);
        assert_eq!(list["page"]["total"], 0);
    }

    async fn a_request_is_of_one_piece(app: TestApp) {
        let (keeper, owner) = supervisor_and_owner(&app).await;
        let file = begun(&keeper, institution(CLIENT, &owner)).await;
        let named = json!({"client_id": id(&file)});
        let good = to_authority(std::slice::from_ref(&named));
        for (field, value, at, code) in [
            ("files", json!([]), "/files", "LENGTH"),
            ("files", json!([named, named]), "/files/1/client_id", "DUPLICATE"),
            ("sections", json!([]), "/sections", "LENGTH"),
            ("sections", json!(["BASIC", "BASIC"]), "/sections", "DUPLICATE"),
            ("recipient", json!(" "), "/recipient", "REQUIRED"),
            ("files", json!([consented(&file, &uuid::Uuid::new_v4().to_string())]), "/files/0/consent", "RANGE"),
            // These stay when the file is destroyed (A-BOR-06).
            ("purpose", json!(format!("调查{CLIENT}的往来")), "/purpose", "DISCLOSURE_NAMES_FILE"),
            ("recipient", json!(CLIENT), "/recipient", "DISCLOSURE_NAMES_FILE"),
            ("legal_basis", json!(format!("调取{CLIENT}资料的函")), "/legal_basis", "DISCLOSURE_NAMES_FILE"),
        ] {
            let mut body = good.clone();
            body[field] = value;
            ask(&owner, &body).await.points_at(at, code);
        }
    }

    /// B-SEC-07: an approval is for its days, which the company says.
    async fn an_old_approval_provides_nothing(app: TestApp) {
        let (keeper, owner) = supervisor_and_owner(&app).await;
        let file = begun(&keeper, institution(CLIENT, &owner)).await;
        let path = asked(&owner, &to_authority(&[json!({"client_id": id(&file)})])).await;
        reviewed(&app, &REVIEW).await;
        let admin = app.signed_in(INFORMATION_ADMINISTRATOR).await;
        for day in ["2026-11-22", "2026-11-24"] {
            let mut body = handed_over();
            body["provided_on"] = json!(day);
            admin.act_now(&path, "provide", body).await.points_at("/provided_on", "RANGE");
        }
        let manager = app.signed_in(GENERAL_MANAGER).await;
        let value = json!({"value": 5, "effective_from": "2026-11-24", "reason": "信息安全管理细则"});
        let _ = manager.post("/parameters/clients.disclosure_valid_days/values", value).await.expect(201);
        app.clock.advance(chrono::Duration::days(6));
        let admin = app.signed_in(INFORMATION_ADMINISTRATOR).await;
        let late = admin.act_now(&path, "provide", handed_over()).await;
        let problem = late.refuses_by(409, "DISCLOSURE_TOO_OLD", "B-SEC-07");
        assert_eq!(problem["params"]["valid_until"], "2026-11-28");
    }

    /// B-SEC-07: what is provided is what was reviewed, as secret as it was then.
    async fn a_file_that_became_more_secret_is_not_provided(app: TestApp) {
        let (keeper, owner) = supervisor_and_owner(&app).await;
        let service = app.signed_in(SERVICE_MANAGER).await;
        let file = begun(&keeper, institution(CLIENT, &owner)).await;
        let path = asked(&owner, &to_authority(&[json!({"client_id": id(&file)})])).await;
        reviewed(&app, &REVIEW).await;
        let admin = app.signed_in(INFORMATION_ADMINISTRATOR).await;
        for (level, why) in [("CONFIDENTIAL", "LEVEL"), ("TOP_SECRET", "UNSEEN")] {
            classify_for(&keeper, &file, &service, level).await;
            let refused = admin.act_now(&path, "provide", handed_over()).await;
            let problem = refused.refuses_by(409, "DISCLOSURE_FILE_CHANGED", "B-SEC-07");
            assert_eq!(problem["params"]["why"], why);
            assert!(!problem.to_string().contains("锦川"), "{problem}");
        }
        // Who asked sees it no more either, and knows what was asked.
        let seen = owner.get(&path).await.expect(200);
        assert_eq!((&seen["files"], &seen["file_count"]), (&json!([]), &json!(1)));
    }

    async fn a_file_that_went_into_another_is_not_provided(app: TestApp) {
        let (keeper, owner) = supervisor_and_owner(&app).await;
        let (file, other) = (begun(&keeper, institution(CLIENT, &owner)).await, begun(&keeper, institution("成都锦川机电厂", &owner)).await);
        let path = asked(&owner, &to_authority(&[json!({"client_id": id(&other)})])).await;
        reviewed(&app, &REVIEW).await;
        let version = keeper.get(&other).await.expect(200)["version"].clone();
        let merge = json!({"from_id": id(&other), "from_version": version, "reason": "同一公司重复建档"});
        let _ = keeper.act_now(&file, "merge", merge).await.expect(200);
        let admin = app.signed_in(INFORMATION_ADMINISTRATOR).await;
        let refused = admin.act_now(&path, "provide", handed_over()).await;
        assert_eq!(refused.refuses_by(409, "DISCLOSURE_FILE_CHANGED", "B-SEC-07")["params"]["why"], "NOT_IN_FORCE");
        // What was asked of the one is found by the other, into which it went.
        let list = keeper.get(&format!("/client-disclosures?client_id={}", id(&file))).await.expect(200);
        assert_eq!(list["items"].as_array().unwrap().len(), 1);
        let again = ask(&owner, &to_authority(&[json!({"client_id": id(&other)})])).await;
        again.refuses(409, "CLIENT_MERGED");
    }

    /// A-BOR-07, B-SEC-07: nothing is destroyed that is to be provided, nor provided that is to be
    /// destroyed.
    async fn an_open_disclosure_keeps_its_files_in_use(app: TestApp) {
        let (keeper, owner) = supervisor_and_owner(&app).await;
        let file = begun(&keeper, institution(CLIENT, &owner)).await;
        let path = asked(&owner, &to_authority(&[json!({"client_id": id(&file)})])).await;
        let admin = app.signed_in(INFORMATION_ADMINISTRATOR).await;
        let proposal = json!({"client_id": id(&file), "ground": "CEASED", "reason": "不再合作"});
        let propose = async || admin.post_with_key("/client-destructions", &fresh_key(), &proposal).await;
        propose().await.refuses_by(409, "DESTRUCTION_IN_USE", "B-SEC-07");
        reviewed(&app, &REVIEW).await;
        propose().await.refuses_by(409, "DESTRUCTION_IN_USE", "B-SEC-07");
        let _ = owner.act_now(&path, "give-up", json!({"reason": "不再需要"})).await.expect(200);
        propose().await.refuses(409, "DESTRUCTION_NOT_OUT_OF_DATE");
    }

    /// A-CLI-28: whoever provides personal data may read them.
    async fn personal_data_are_provided_by_who_may_read_them(app: TestApp) {
        let (keeper, owner) = supervisor_and_owner(&app).await;
        let file = begun(&keeper, institution(CLIENT, &owner)).await;
        let person = with(institution("周建平", &owner), &json!({"kind": "INDIVIDUAL", "telephone": "13908118801"}));
        let person = begun(&keeper, person).await;
        let admin = app.signed_in(ADMINISTRATOR).await;
        let clerk = app.newcomer("qianxinlai").await;
        let all = |code: &str| json!({"permission": code, "scope": "ALL"});
        let role = json!({"code": "CLERK_OUT", "name": "资料员", "clearance": 2,
            "permissions": [all("client.read"), all("client-disclosure.read"), all("client-disclosure.provide")]});
        let role = admin.post("/roles", role).await.expect(201);
        let grant = json!({"person_id": clerk.id, "role_id": role["id"], "reason": "入职"});
        let _ = admin.post("/role-grants", grant).await.expect(201);
        let mut contacts = to_authority(&[json!({"client_id": id(&file)})]);
        contacts["sections"] = json!(["BASIC", "CONTACTS"]);
        let individual = to_authority(&[json!({"client_id": id(&person)})]);
        let plain = to_authority(&[json!({"client_id": id(&file)})]);
        let (contacts, individual, plain) =
            (asked(&owner, &contacts).await, asked(&owner, &individual).await, asked(&owner, &plain).await);
        reviewed(&app, &REVIEW).await;
        for path in [&contacts, &individual] {
            let refused = clerk.act_now(path, "provide", handed_over()).await;
            let problem = refused.refuses_by(403, "PERMISSION_MISSING", "A-CLI-28");
            assert_eq!(problem["escalation"], "client-personal.read");
            assert_eq!(owner.get(path).await.expect(200)["state"], "APPROVED");
        }
        let done = clerk.act_now(&plain, "provide", handed_over()).await.expect(200);
        // Nor are they told who received it.
        assert_eq!(done["received_by"], Value::Null);
        assert_eq!(owner.get(&plain).await.expect(200)["received_by"], "李明，商务部经理");
    }

    /// B-SEC-08: what held when it was reviewed holds when it is provided.
    async fn a_paper_that_was_withdrawn_meanwhile_carries_nothing(app: TestApp) {
        let (keeper, owner) = supervisor_and_owner(&app).await;
        let file = begun(&keeper, institution(CLIENT, &owner)).await;
        let paper = paper(&owner, &file).await;
        let path = asked(&owner, &to_partner(&[consented(&file, &paper)])).await;
        reviewed(&app, &REVIEW).await;
        let attachment = format!("{file}/attachments/{paper}");
        let _ = owner.act_now(&attachment, "withdraw", json!({"reason": "扫描不清"})).await.expect(200);
        let admin = app.signed_in(INFORMATION_ADMINISTRATOR).await;
        let refused = admin.act_now(&path, "provide", handed_over()).await;
        assert_eq!(refused.refuses_by(409, "DISCLOSURE_NO_CONSENT", "B-SEC-08")["params"]["why"], "PAPER_WITHDRAWN");
        let mut names = handed_over();
        names["handed_over"] = json!(format!("{CLIENT}信息表"));
        let authority = asked(&owner, &to_authority(&[json!({"client_id": id(&file)})])).await;
        reviewed(&app, &REVIEW).await;
        admin.act_now(&authority, "provide", names).await.points_at("/handed_over", "DISCLOSURE_NAMES_FILE");
    }
}
