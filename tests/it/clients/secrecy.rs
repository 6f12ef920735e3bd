//! A-CLI-18: who touches client information has signed the undertaking of secrecy.
use super::{begun, institution, supervisor_and_owner};
use chrono::Duration;
use kernel::access::Permission;
use reqwest::Method;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use tests::app::send;
use tests::company::{
    ADMINISTRATOR, AUDITOR, GENERAL_MANAGER, INFORMATION_ADMINISTRATOR, SALESPERSON,
    SERVICE_MANAGER,
};
use tests::{Answer, Caller, Engine, TestApp, on_both};
use uuid::Uuid;
use zhidu::{application::DOCUMENT, policy::operations, wiring};

const REFUSAL: &str = "SECRECY_NOT_ACKNOWLEDGED";
const RULE: &str = "A-CLI-18";

/// Somebody new with these roles who has signed nothing.
async fn unsworn(app: &TestApp, roles: &[&str]) -> Caller {
    let newcomer = app.unsworn("qianxinlai").await;
    let admin = app.signed_in(ADMINISTRATOR).await;
    let known = admin.get("/roles").await.expect(200);
    for role in known["items"].as_array().unwrap() {
        if roles.contains(&role["code"].as_str().unwrap()) {
            let body = json!({"person_id": newcomer.id, "role_id": role["id"], "reason": "入职"});
            let _ = admin.post("/role-grants", body).await.expect(201);
        }
    }
    newcomer
}

/// A new text, from today on.
async fn set_text(manager: &Caller, text: &str) {
    let parameter = "/parameters/clients.secrecy_undertaking";
    let etag = manager.get(parameter).await.etag();
    let body = json!({"value": text, "effective_from": "2026-11-23", "reason": "法务修订"});
    let path = format!("{parameter}/values");
    let request = manager.request(Method::POST, &path).header("If-Match", etag).json(&body);
    let _ = send(request).await.expect(201);
}

async fn call(caller: &Caller, method: &str, path: &str) -> Answer {
    let method: Method = method.parse().unwrap();
    let mut request = caller.request(method.clone(), path);
    if method != Method::GET {
        request = request.header("If-Match", "\"1\"").json(&json!({}));
    }
    send(request).await
}

/// Every operation that a right over client information opens, with an address to call.
fn operations_on_clients(id: Uuid) -> Vec<(&'static str, String, String)> {
    let bound: BTreeSet<&str> =
        clients::secrecy::bound().chain(wiring::SHOWS_CLIENTS.iter().copied()).collect();
    let mut found = vec![];
    for (path, item) in &DOCUMENT.paths.paths {
        for (method, operation) in operations(item) {
            let permission = operation.extensions.as_ref().unwrap().get("x-permission").unwrap();
            let permission = permission.as_str().unwrap();
            if bound.contains(permission) {
                let parts = path.trim_start_matches("/api/v1").split('/');
                let filled: Vec<_> = parts
                    .map(
                        |part| {
                            if part.starts_with('{') { id.to_string() } else { part.to_owned() }
                        },
                    )
                    .collect();
                found.push((method, filled.join("/"), permission.to_owned()));
            }
        }
    }
    found
}

/// A role with every right over client information: no operation can say that it is missing.
async fn unsworn_with_every_right(app: &TestApp) -> Caller {
    let newcomer = app.unsworn("qianxinlai").await;
    let admin = app.signed_in(ADMINISTRATOR).await;
    // Nobody may hold all of them together; what separates them is not what is asked here.
    let matrix = admin.get("/duty-conflicts").await.expect(200);
    for row in matrix["items"].as_array().unwrap() {
        let path = format!("/duty-conflicts/{}", row["id"].as_str().unwrap());
        let end = json!({"reason": "合并岗位试行"});
        let _ = admin.act_now(&path, "end", end).await.expect(200);
    }
    let rights: Vec<Value> = clients::secrecy::bound()
        .chain(wiring::SHOWS_CLIENTS.iter().copied())
        .map(|code| json!({"permission": code, "scope": "ALL"}))
        .collect();
    let role = json!({"code": "EVERYTHING", "name": "全部客户权限", "description": "",
        "clearance": 3, "permissions": rights});
    let role = admin.post("/roles", role).await.expect(201);
    let body = json!({"person_id": newcomer.id, "role_id": role["id"], "reason": "入职"});
    let _ = admin.post("/role-grants", body).await.expect(201);
    newcomer
}

#[actix_web::test]
async fn no_operation_on_client_information_answers_before_the_undertaking_is_signed() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let app = TestApp::start(engine).await;
        let (keeper, owner) = supervisor_and_owner(&app).await;
        let file = begun(&keeper, institution("成都锦程精密机械有限公司", &owner)).await;
        let id: Uuid = file.rsplit('/').next().unwrap().parse().unwrap();
        let newcomer = unsworn_with_every_right(&app).await;
        let all = operations_on_clients(id);
        assert!(all.len() > 60, "{}", all.len());
        for (method, path, _) in &all {
            let answer = call(&newcomer, method, path).await;
            assert_eq!(answer.status, 403, "{method} {path}: {}", answer.text);
            let body = answer.refuses_by(403, REFUSAL, RULE);
            assert_eq!(body["params"]["operation"], "acknowledge_secrecy", "{method} {path}");
        }
        newcomer.acknowledge_secrecy("钱新来").await;
        for (method, path, _) in &all {
            let answer = call(&newcomer, method, path).await;
            let refused = answer.status == 403 && answer.json()["code"] == REFUSAL;
            assert!(!refused, "{method} {path}: {}", answer.text);
        }
        assert_eq!(newcomer.get(&file).await.expect(200)["name"], "成都锦程精密机械有限公司");
    }
}

on_both! {
    async fn what_no_permission_opens_shows_nothing_of_clients_either(app: TestApp) {
        let (keeper, owner) = supervisor_and_owner(&app).await;
        let _ = begun(&keeper, institution("成都锦程精密机械有限公司", &owner)).await;
        app.seal().await;
        let newcomer = unsworn(&app, &["INFORMATION_ADMINISTRATOR"]).await;
        let found = newcomer.get("/search?q=锦程").await.expect(200);
        assert_eq!(found["items"], json!([]));
        let told = newcomer.get("/events?limit=200").await.expect(200);
        let about = |event: &Value| event["type"].as_str().unwrap().starts_with("client");
        assert!(!told["items"].as_array().unwrap().iter().any(about), "{told}");
        newcomer.get("/drafts/client.edit/new").await.refuses_by(403, REFUSAL, RULE);
        newcomer.get("/drafts/person.edit/new").await.refuses(404, "NOT_FOUND");

        newcomer.acknowledge_secrecy("钱新来").await;
        let found = newcomer.get("/search?q=锦程").await.expect(200);
        assert_eq!(found["items"][0]["title"], "成都锦程精密机械有限公司");
        let told = newcomer.get("/events?limit=200").await.expect(200);
        assert!(told["items"].as_array().unwrap().iter().any(about), "{told}");
        newcomer.get("/drafts/client.edit/new").await.refuses(404, "NOT_FOUND");
    }

    async fn the_rows_of_ones_own_import_are_taken_away_without_clients_while_the_rights_rest(app: TestApp) {
        let keeper = app.signed_in(INFORMATION_ADMINISTRATOR).await;
        let csv = "客户名称,客户类型\n绵阳涪城精工机械有限公司,机构\n";
        let (job, _) = crate::clients::importing::imported(&keeper, csv, &[]).await;
        let path = format!("/jobs/{}/rows/export?format=csv", job["id"].as_str().unwrap());
        assert!(keeper.get(&path).await.expect_text(200).contains("绵阳涪城"));
        let manager = app.signed_in(GENERAL_MANAGER).await;
        set_text(&manager, "本人知悉权利、义务与责任，承诺对全部客户资料保密。").await;
        let rests = keeper.get(&path).await.expect_text(200).to_owned();
        assert!(!rests.contains("绵阳涪城"), "{rests}");
        assert_eq!(rests.trim().lines().count(), 2, "{rests}");
    }

    async fn rights_that_rest_are_not_listed_as_held(app: TestApp) {
        let newcomer = unsworn(&app, &["SERVICE_SPECIALIST"]).await;
        let held = async || {
            let rights = newcomer.get("/me/permissions").await.expect(200);
            let codes = rights["permissions"].as_array().unwrap().iter();
            codes.map(|p| p["permission"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(held().await, ["approval.cross-levels", "approval.read", "delegation.manage", "obligation.read", "person.read"]);
        let undertaking = newcomer.get("/me/secrecy-undertaking").await.expect(200);
        assert_eq!(undertaking["standing"], "MISSING");
        assert_eq!(undertaking["required"], true);
        assert!(undertaking["text"].as_str().unwrap().contains("保密"));
        newcomer.acknowledge_secrecy("钱新来").await;
        assert!(held().await.contains(&"client.read".to_owned()));
        let undertaking = newcomer.get("/me/secrecy-undertaking").await.expect(200);
        assert_eq!(undertaking["standing"], "IN_FORCE");
        assert_eq!(undertaking["valid_until"], "2027-11-23");
    }

    async fn one_signs_the_present_text_by_ones_own_name(app: TestApp) {
        let newcomer = app.unsworn("qianxinlai").await;
        let sign = |version: i64, name: &str| json!({"text_version": version, "confirmation": name});
        let path = "/me/secrecy-acknowledgements";
        newcomer.post(path, sign(0, "吴浩然")).await.points_at("/confirmation", "SECRECY_NAME_DIFFERS");
        newcomer.post(path, sign(0, "")).await.points_at("/confirmation", "LENGTH");
        newcomer.post(path, sign(3, "钱新来")).await.refuses_by(409, "SECRECY_TEXT_CHANGED", RULE);
        let signed = newcomer.post(path, sign(0, " 钱新来 ")).await.expect(201);
        assert_eq!(signed["confirmation"], "钱新来");
        let mine = newcomer.get(path).await.expect(200);
        assert_eq!(mine["items"].as_array().unwrap().len(), 1);
        assert_eq!(mine["items"][0]["text_sha256"].as_str().unwrap().len(), 64);
    }

    async fn an_undertaking_runs_out_after_its_months(app: TestApp) {
        let seller = app.signed_in(SALESPERSON).await;
        let _ = seller.get("/clients").await.expect(200);
        // The last day is still a day on which it holds; the session of the start is over by then.
        app.clock.advance(Duration::days(365));
        let seller = app.signed_in(SALESPERSON).await;
        let _ = seller.get("/clients").await.expect(200);
        app.clock.advance(Duration::days(1));
        let seller = app.signed_in(SALESPERSON).await;
        seller.get("/clients").await.refuses_by(403, REFUSAL, RULE);
        let undertaking = seller.get("/me/secrecy-undertaking").await.expect(200);
        assert_eq!(undertaking["standing"], "EXPIRED");
    }

    async fn a_new_text_has_to_be_signed_by_everybody_again(app: TestApp) {
        let seller = app.signed_in(SALESPERSON).await;
        let _ = seller.get("/clients").await.expect(200);
        let manager = app.signed_in(GENERAL_MANAGER).await;
        set_text(&manager, "本人知悉权利、义务与责任，承诺对全部客户资料保密,离职后同样有效。").await;
        seller.get("/clients").await.refuses_by(403, REFUSAL, RULE);
        let undertaking = seller.get("/me/secrecy-undertaking").await.expect(200);
        assert_eq!(undertaking["standing"], "TEXT_CHANGED");
        assert_eq!(undertaking["text_version"], 1);
        seller.acknowledge_secrecy("程涛").await;
        let _ = seller.get("/clients").await.expect(200);
    }

    async fn a_key_waits_for_its_owner_and_does_not_sign_for_them(app: TestApp) {
        let owner = unsworn(&app, &["INFORMATION_ADMINISTRATOR"]).await;
        let admin = app.signed_in(ADMINISTRATOR).await;
        let role = json!({"code": "KEY_MAKER", "name": "接口负责人", "permissions": [
            {"permission": "api-key.manage", "scope": "OWN"}]});
        let role = admin.post("/roles", role).await.expect(201);
        let body = json!({"person_id": owner.id, "role_id": role["id"], "reason": "对接 ERP"});
        let _ = admin.post("/role-grants", body).await.expect(201);
        owner.acknowledge_secrecy("钱新来").await;
        let body = json!({"name": "对接", "permissions": ["client.read"], "expires_on": "2027-06-30"});
        let made = owner.post("/api-keys", body).await.expect(201);
        let key = app.bearing(made["secret"].as_str().unwrap().to_owned(), owner.id);
        let _ = key.get("/clients").await.expect(200);
        let body = json!({"text_version": 0, "confirmation": "钱新来"});
        key.post("/me/secrecy-acknowledgements", body).await.refuses(403, "SESSION_NEEDED");
        let manager = app.signed_in(GENERAL_MANAGER).await;
        set_text(&manager, "本人知悉权利、义务与责任，承诺对全部客户资料保密。").await;
        key.get("/clients").await.refuses_by(403, REFUSAL, RULE);
    }

    async fn lent_rights_rest_with_whoever_has_not_signed(app: TestApp) {
        let lender = app.signed_in(SERVICE_MANAGER).await;
        let borrower = app.unsworn("qianxinlai").await;
        let body = json!({"to_person_id": borrower.id, "permissions": ["client.read"],
            "valid_until": "2026-12-20T00:00:00Z", "reason": "出差代办"});
        let _ = lender.post("/delegations", body).await.expect(201);
        borrower.get("/clients").await.refuses_by(403, REFUSAL, RULE);
        borrower.acknowledge_secrecy("钱新来").await;
        let _ = borrower.get("/clients").await.expect(200);
    }

    /// Whoever may only take extracts is bound as well.
    async fn the_list_of_the_bound_has_everybody_whose_rights_would_rest(app: TestApp) {
        let newcomer = unsworn(&app, &["MARKET_ANALYST"]).await;
        newcomer.get("/client-market-extracts").await.refuses_by(403, REFUSAL, RULE);
        let manager = app.signed_in(SERVICE_MANAGER).await;
        let missing = manager.get("/client-secrecy-standings?standing=MISSING&bound=true").await.expect(200);
        assert_eq!(missing["items"][0]["person"]["name"], "钱新来", "{missing}");
        newcomer.acknowledge_secrecy("钱新来").await;
        let missing = manager.get("/client-secrecy-standings?standing=MISSING&bound=true").await.expect(200);
        assert_eq!(missing["items"], json!([]));
        let auditor = app.signed_in(AUDITOR).await;
        let undertaking = auditor.get("/me/secrecy-undertaking").await.expect(200);
        assert_eq!(undertaking["required"], true);
    }

    async fn those_with_the_right_see_who_has_signed_what_and_who_has_not(app: TestApp) {
        let newcomer = unsworn(&app, &["SERVICE_SPECIALIST"]).await;
        let manager = app.signed_in(SERVICE_MANAGER).await;
        let missing = manager.get("/client-secrecy-standings?standing=MISSING&bound=true").await.expect(200);
        let items = missing["items"].as_array().unwrap();
        assert_eq!(items.len(), 1, "{missing}");
        assert_eq!(items[0]["person"]["name"], "钱新来");
        newcomer.acknowledge_secrecy("钱新来").await;
        let path = format!("/client-secrecy-acknowledgements?person_id={}", newcomer.id);
        let signed = manager.get(&path).await.expect(200);
        assert_eq!(signed["items"][0]["confirmation"], "钱新来");
        newcomer.get(&path).await.refuses(403, "PERMISSION_MISSING");
        app.seal().await;
        let auditor = app.signed_in(AUDITOR).await;
        let path = format!("/audit-entries?action=secrecy.acknowledged&actor_id={}", newcomer.id);
        let trail = auditor.get(&path).await.expect(200);
        assert_eq!(trail["items"][0]["resource"]["label"], "钱新来", "{trail}");
    }
}

#[test]
fn the_right_to_see_who_has_signed_shows_no_client_information() {
    let bound: Vec<_> = clients::secrecy::bound().collect();
    assert!(bound.contains(&clients::ReadClients::NAME));
    assert!(!bound.contains(&clients::ReadSecrecy::NAME));
}
