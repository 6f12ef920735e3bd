//! What is secret, who keeps it, and what everybody signs (A-SEC-01, A-SEC-04, A-SEC-05, A-SEC-09, B-SEC).
use super::attachments::{PDF, upload};
use super::{begun, institution, supervisor_and_owner};
use sea_orm::ConnectionTrait;
use serde_json::{Value, json};
use tests::company::{
    ADMINISTRATOR, AUDITOR, GENERAL_MANAGER, INFORMATION_ADMINISTRATOR, INFORMATION_SUPERVISOR,
    SALES_MANAGER, SALESPERSON, SERVICE_MANAGER, SERVICE_SPECIALIST, classify_for,
};
use tests::{Caller, on_both};

const UNDERTAKING: &str = "/me/secrecy-undertaking";
const STANDINGS: &str = "/client-secrecy-standings";

async fn role(admin: &Caller, code: &str) -> Value {
    let roles = admin.get("/roles").await.expect(200);
    let found = roles["items"].as_array().unwrap().iter().find(|role| role["code"] == code);
    found.unwrap()["id"].clone()
}

/// Set the company's own text.
async fn set_text(manager: &Caller, text: &str) -> tests::Answer {
    let body = json!({"value": text, "effective_from": "2026-11-23", "reason": "法务修订"});
    manager.post("/parameters/clients.secrecy_undertaking/values", body).await
}

on_both! {
    /// A-SEC-01, A-SEC-09: who collects client information does not keep the archive as well.
    async fn customer_service_alone_keeps_the_archive(app: TestApp) {
        let admin = app.signed_in(ADMINISTRATOR).await;
        for (login, added, rule) in [
            (INFORMATION_ADMINISTRATOR, "SALESPERSON", "A-SEC-09"),
            (SALESPERSON, "INFORMATION_SUPERVISOR", "A-SEC-09"),
            (SALES_MANAGER, "SERVICE_MANAGER", "A-SEC-09"),
        ] {
            let person = app.signed_in(login).await;
            let body = json!({"person_id": person.id, "role_id": role(&admin, added).await, "reason": "兼任"});
            admin.post("/role-grants", body).await.refuses_by(409, "DUTY_CONFLICT", rule);
        }
        for (keeps, rule) in [
            ("client.maintain", "A-SEC-01"), ("client.classify", "A-SEC-01"), ("client-loan.manage", "A-SEC-09"),
        ] {
            let all = |permission: &str| json!({"permission": permission, "scope": "ALL"});
            let mixed = json!({"code": "KEEPER_AND_COLLECTOR", "name": "采集兼保管", "description": "采集并保管",
                "clearance": 1, "permissions": [all("client.collect"), all(keeps)]});
            admin.post("/roles", mixed).await.refuses_by(409, "DUTY_CONFLICT", rule);
        }
    }

    /// A-SEC-04, A-SEC-05: what the dealings ask for is the rule; less stands in the register with its reason.
    async fn a_level_below_the_dealings_is_a_departure(app: TestApp) {
        let (keeper, _) = supervisor_and_owner(&app).await;
        let manager = app.signed_in(SALES_MANAGER).await;
        let path = begun(&keeper, institution("成都锦川机电设备有限公司", &manager)).await;
        let plan = json!({"service_plan": "专人跟进，每季度登门回访"});
        let _ = keeper.patch_now(&path, plan).await.expect(200);
        let core = json!({"tier": "CORE", "purchase_scale": "年采购约 120 万元", "cooperation_frequency": "每月 2 单",
            "potential_value": "二期厂房明年投产", "reason": "年度分级评审"});
        assert_eq!(keeper.act_now(&path, "change-tier", core).await.expect(200)["proposed_level"], "CONFIDENTIAL");
        let listed = "/exceptions?kind=LEVEL_BELOW_DEALINGS";
        let auditor = app.signed_in(AUDITOR).await;
        let to = |level: &str| json!({"level": level, "reason": "资料多已公开"});
        let _ = keeper.act_now(&path, "classify", to("CONFIDENTIAL")).await.expect(200);
        assert_eq!(auditor.get(listed).await.expect(200)["items"], json!([]));
        let _ = keeper.act_now(&path, "classify", to("SECRET")).await.expect(200);
        let page = auditor.get(&format!("{listed}&clause=A-SEC-04")).await.expect(200);
        let found = &page["items"][0];
        assert_eq!((found["reason"].as_str(), found["state"].as_str()), (Some("资料多已公开"), Some("APPROVED")));
        assert_eq!(found["decided_by"]["id"], json!(keeper.id));
        // Another term at the same level is none.
        let longer = json!({"level": "SECRET", "level_until": "2030-12-31", "reason": "核定期限"});
        let _ = keeper.act_now(&path, "classify", longer).await.expect(200);
        assert_eq!(auditor.get(listed).await.expect(200)["items"].as_array().unwrap().len(), 1);
    }

    /// B-SEC-01 to B-SEC-05: the four groups of what is secret, and rights, duties and liability.
    async fn what_is_signed_names_what_is_secret_and_rights_duties_and_liability(app: TestApp) {
        let caller = app.signed_in(SALESPERSON).await;
        let text = caller.get(UNDERTAKING).await.expect(200)["text"].as_str().unwrap().to_owned();
        for named in [
            "客户名单、联系人、需求、协议", "计划、活动方案、价格策略、销售数据",
            "供应商名单、合作条件、采购价格", "公司其他秘密和客户隐私", "权利", "义务", "责任",
        ] {
            assert!(text.contains(named), "{named}: {text}");
        }
    }

    /// B-SEC-05: a company that words it itself says as much.
    async fn a_text_without_rights_duties_or_liability_is_refused(app: TestApp) {
        let manager = app.signed_in(GENERAL_MANAGER).await;
        let silent = set_text(&manager, "本人承诺保守公司秘密，承担保密义务。").await;
        silent.points_at("/value", "PARAMETER_TEXT_SILENT");
        assert!(silent.text.contains("权利、责任"), "{}", silent.text);
        let own = "本人知悉保密的权利、义务与责任，并承诺遵守。";
        let _ = set_text(&manager, own).await.expect(201);
        assert_eq!(manager.get(UNDERTAKING).await.expect(200)["standing"], "TEXT_CHANGED");
    }

    /// B-SEC-05: whoever signed other words has not signed these, whoever changed them: the company or a release.
    async fn what_counts_is_the_text_that_was_signed(app: TestApp) {
        let manager = app.signed_in(SERVICE_MANAGER).await;
        assert_eq!(manager.get(UNDERTAKING).await.expect(200)["standing"], "IN_FORCE");
        let before = app.app.db.begin().await.unwrap();
        let sql = "UPDATE client_secrecy_acknowledgement SET text = '上一版的承诺'";
        before.db().execute_unprepared(sql).await.unwrap();
        before.commit().await.unwrap();
        assert_eq!(manager.get(UNDERTAKING).await.expect(200)["standing"], "TEXT_CHANGED");
        manager.acknowledge_secrecy("周敏").await;
        assert_eq!(manager.get(UNDERTAKING).await.expect(200)["standing"], "IN_FORCE");
    }

    /// B-SEC-05: every employee signs, whether they work with clients or not.
    async fn everybody_is_in_the_list_of_those_who_sign(app: TestApp) {
        let _ = app.unsworn("qianxinlai").await;
        let auditor = app.signed_in(AUDITOR).await;
        let people = app.signed_in(ADMINISTRATOR).await.get("/people?limit=200&include_total=true").await.expect(200);
        let all = auditor.get(STANDINGS).await.expect(200)["items"].as_array().unwrap().len();
        assert_eq!(json!(all), people["page"]["total"]);
        let free = auditor.get(&format!("{STANDINGS}?bound=false")).await.expect(200);
        let bound = auditor.get(&format!("{STANDINGS}?bound=true")).await.expect(200);
        let (free, bound) = (free["items"].as_array().unwrap(), bound["items"].as_array().unwrap());
        assert_eq!(free.len() + bound.len(), all);
        assert!(free.iter().any(|one| one["standing"] == "MISSING"), "{free:?}");
        assert!(bound.iter().all(|one| one["standing"] == "IN_FORCE"), "{bound:?}");
    }

    /// B-SEC-02, B-SEC-03: lists, contacts, needs, agreements; plans and sales figures.
    async fn what_is_secret_about_customers_and_business_is_for_those_who_are_cleared(app: TestApp) {
        let (keeper, owner) = supervisor_and_owner(&app).await;
        let path = begun(&keeper, institution("成都锦川机电设备有限公司", &owner)).await;
        let contact = json!({"name": "李国强"});
        let _ = keeper.post(&format!("{path}/contacts"), contact).await.expect(201);
        let need = json!({"occurred_at": "2026-11-20T02:00:00Z", "channel": "VISIT", "summary": "面谈",
            "needs": "二期配电改造"});
        let _ = owner.post(&format!("{path}/interactions"), need).await.expect(201);
        let _ = upload(&owner, &format!("{path}/attachments"), "框架协议.pdf", PDF).await.expect(201);
        classify_for(&keeper, &path, &app.signed_in(SALES_MANAGER).await, "CONFIDENTIAL").await;
        let low = app.signed_in(SERVICE_SPECIALIST).await;
        for below in ["/contacts", "/interactions", "/attachments", "/purchases"] {
            low.get(&format!("{path}{below}")).await.refuses(404, "NOT_FOUND");
            let _ = keeper.get(&format!("{path}{below}")).await.expect(200);
        }
        let list = low.get("/clients").await;
        assert!(!list.text.contains("锦川"), "{}", list.text);
        for business in ["/client-collection-plans", "/client-oversight"] {
            low.get(business).await.refuses(403, "PERMISSION_MISSING");
        }
        let supervisor = app.signed_in(INFORMATION_SUPERVISOR).await;
        let _ = supervisor.get("/client-collection-plans").await.expect(200);
    }
}
