//! What is not destroyed, and by whom not.
use super::*;
use crate::clients::{allowed, begun, institution, supervisor_and_owner};
use tests::company::{
    ADMINISTRATOR, AUDITOR, SALESPERSON, SERVICE_SPECIALIST, a_secret_client_of_sales_one,
    classify_for,
};
use tests::on_both;

async fn set(app: &TestApp, path: &str, column: Column, value: &str) {
    Entity::update_many()
        .col_expr(column, Expr::value(value))
        .filter(Column::Id.eq(id(path)))
        .exec(app.app.db.exclusive())
        .await
        .unwrap();
}

/// Somebody who reads all destructions and approvals, up to 秘密.
async fn reader(app: &TestApp) -> Caller {
    let admin = app.signed_in(ADMINISTRATOR).await;
    let newcomer = app.newcomer("qianxinlai").await;
    let role = json!({
        "code": "DESTRUCTION_READER", "name": "销毁登记查阅", "clearance": 1,
        "permissions": [
            {"permission": "client-destruction.read", "scope": "ALL"},
            {"permission": "approval.read", "scope": "ALL"},
        ],
    });
    let role = admin.post("/roles", role).await.expect(201);
    let grant = json!({"person_id": newcomer.id, "role_id": role["id"], "reason": "查阅销毁登记"});
    let _ = admin.post("/role-grants", grant).await.expect(201);
    newcomer
}

on_both! {
    /// A-BOR-07: what somebody dealt with lately is not out of date.
    async fn what_is_of_now_is_not_destroyed(app: TestApp) {
        let (keeper, owner) = supervisor_and_owner(&app).await;
        let file = begun(&keeper, institution("绵阳涪城精工机械有限公司", &owner)).await;
        let admin = app.signed_in(INFORMATION_ADMINISTRATOR).await;
        let problem = propose(&admin, &file).await.refuses_by(409, "DESTRUCTION_NOT_OUT_OF_DATE", "A-BOR-07");
        assert!(problem["detail"].as_str().unwrap().contains("2024-11-23"), "{problem}");
        age(&app, &[&file]).await;
        // Bought something since.
        let bought = json!({"product": "导轨", "occurred_on": "2026-01-10", "amount": {"currency": "CNY", "amount": "1200.00"}});
        let purchase = keeper.post_with_key(&format!("{file}/purchases"), &fresh_key(), &bought).await.expect(201);
        age(&app, &[&file]).await;
        propose(&admin, &file).await.refuses_by(409, "DESTRUCTION_NOT_OUT_OF_DATE", "A-BOR-07");
        let path = format!("{file}/purchases/{}", purchase["id"].as_str().unwrap());
        let _ = keeper.act_now(&path, "remove", json!({"reason": "录入错误"})).await.expect(200);
        age(&app, &[&file]).await;
        let _ = propose(&admin, &file).await.expect(201);
    }

    /// A-BOR-07: the company says how long that is.
    async fn how_long_is_the_companys_to_say(app: TestApp) {
        let (keeper, owner) = supervisor_and_owner(&app).await;
        let file = begun(&keeper, institution("绵阳涪城精工机械有限公司", &owner)).await;
        age(&app, &[&file]).await;
        let manager = app.signed_in(GENERAL_MANAGER).await;
        let value = json!({"value": 60, "effective_from": "2026-11-24", "reason": "档案管理细则"});
        let _ = manager.post("/parameters/clients.destruction_months/values", value).await.expect(201);
        app.clock.advance(chrono::Duration::days(2));
        let admin = app.signed_in(INFORMATION_ADMINISTRATOR).await;
        propose(&admin, &file).await.refuses_by(409, "DESTRUCTION_NOT_OUT_OF_DATE", "A-BOR-07");
    }

    /// A-BOR-07, A-BOR-03, B-CRM-12.
    async fn what_is_of_value_or_in_use_is_not_destroyed(app: TestApp) {
        let (keeper, owner) = supervisor_and_owner(&app).await;
        let file = begun(&keeper, institution("绵阳涪城精工机械有限公司", &owner)).await;
        let admin = app.signed_in(INFORMATION_ADMINISTRATOR).await;
        age(&app, &[&file]).await;
        for (column, value, back) in [
            (Column::Tier, "KEY", "GENERAL"),
            (Column::State, "EXISTING", "POTENTIAL"),
            (Column::Inferior, "CONFIRMED", "NONE"),
        ] {
            set(&app, &file, column, value).await;
            propose(&admin, &file).await.refuses_by(409, "DESTRUCTION_OF_VALUE", "A-BOR-07");
            assert_eq!(allowed(&admin.get(&file).await.expect(200), "propose-destruction"), (false, "DESTRUCTION_OF_VALUE"));
            set(&app, &file, column, back).await;
        }
        let submission = json!({
            "client_id": id(&file), "client_version": keeper.get(&file).await.expect(200)["version"],
            "payload": {"short_name": "涪城精工"},
        });
        let handed = owner.post_with_key("/client-submissions", &fresh_key(), &submission).await.expect(201);
        propose(&admin, &file).await.refuses_by(409, "DESTRUCTION_IN_USE", "A-BOR-07");
        let path = format!("/client-submissions/{}", handed["id"].as_str().unwrap());
        let _ = owner.act_now(&path, "withdraw", json!({})).await.expect(200);

        let manager = app.signed_in(SERVICE_MANAGER).await;
        let loan = json!({"kind": "LOAN", "wanted": "涪城精工的档案", "purpose": "核对", "due_on": "2026-11-30", "undertaking": true});
        let sales = app.signed_in(tests::company::SALES_MANAGER).await;
        let asked = sales.post_with_key("/client-loans", &fresh_key(), &loan).await.expect(201);
        let loan = format!("/client-loans/{}", asked["id"].as_str().unwrap());
        decide(&app, "luohaitao", "approve", &json!({})).await;
        decide(&app, INFORMATION_SUPERVISOR, "approve", &json!({})).await;
        let _ = manager.act_now(&loan, "hand-out", json!({"files": [id(&file)]})).await.expect(200);
        propose(&admin, &file).await.refuses_by(409, "DESTRUCTION_IN_USE", "A-BOR-03");
        let _ = manager.act_now(&loan, "give-back", json!({})).await.expect(200);
        age(&app, &[&file]).await;
        let _ = propose(&admin, &file).await.expect(201);
    }

    /// A-BOR-07: nobody makes a file worthless and proposes it the same day.
    async fn what_was_just_found_worthless_is_not_destroyed(app: TestApp) {
        let (keeper, owner) = supervisor_and_owner(&app).await;
        let file = begun(&keeper, institution("绵阳涪城精工机械有限公司", &owner)).await;
        let admin = app.signed_in(INFORMATION_ADMINISTRATOR).await;
        let grounds = json!({"tier": "GENERAL", "reason": "年度评审", "purchase_scale": "无",
            "cooperation_frequency": "无", "potential_value": "无"});
        let _ = admin.act_now(&file, "change-tier", grounds).await.expect(200);
        age(&app, &[&file]).await;
        propose(&admin, &file).await.refuses_by(409, "DESTRUCTION_NOT_OUT_OF_DATE", "A-BOR-07");
    }

    /// A-BOR-06: three persons, whatever flow somebody sets.
    async fn no_flow_does_with_fewer_than_three(app: TestApp) {
        let manager = app.signed_in(GENERAL_MANAGER).await;
        let step = json!({"key": "only", "name": "审批", "mode": "ANY", "approver": {"by": "ROLE", "role": "GENERAL_MANAGER"},
            "clauses": ["A-BOR-06"]});
        let flow = json!({"code": "client-destruction", "subject": "client-destruction", "effective_from": "2026-11-23",
            "reason": "简化流程", "definition": {"name": "由总经理审批", "enabled": true, "priority": 10, "steps": [step]}});
        manager.post("/approval-flows", flow).await.points_at("/definition/steps", "FLOW_TOO_FEW_STEPS");
    }

    /// What stays on the certificate tells nothing of the file.
    async fn a_reason_that_names_the_file_is_refused(app: TestApp) {
        let (keeper, owner) = supervisor_and_owner(&app).await;
        let file = begun(&keeper, institution("绵阳涪城精工机械有限公司", &owner)).await;
        age(&app, &[&file]).await;
        let admin = app.signed_in(INFORMATION_ADMINISTRATOR).await;
        let mut body = proposal(&file);
        body["reason"] = json!("绵阳涪城精工机械有限公司已注销");
        let refused = admin.post_with_key("/client-destructions", &fresh_key(), &body).await;
        refused.points_at("/reason", "DESTRUCTION_NAMES_FILE");
        let path = proposed(&admin, &file).await;
        let body = json!({"reason": "绵阳涪城精工机械有限公司已注销"});
        admin.patch_now(&path, body).await.points_at("/reason", "DESTRUCTION_NAMES_FILE");
        // Nor is anybody told to do something about it any more.
        let manager = app.signed_in(SERVICE_MANAGER).await;
        let told = json!({"given_to": owner.id, "client_id": id(&file), "instruction": "请补齐资质"});
        manager.post("/client-instructions", told).await.refuses_by(409, "CLIENT_OBSOLETE", "A-BOR-06");
    }

    /// A-CLI-14, A-BOR-06: what went into a file goes with it, or by itself, and not both ways.
    async fn what_goes_with_another_file_is_not_proposed_beside_it(app: TestApp) {
        let (keeper, owner) = supervisor_and_owner(&app).await;
        let file = begun(&keeper, institution("绵阳涪城精工机械有限公司", &owner)).await;
        let other = begun(&keeper, institution("绵阳涪城精工机械厂", &owner)).await;
        let merge = json!({"from_id": id(&other), "from_version": keeper.get(&other).await.expect(200)["version"], "reason": "重复建档"});
        let _ = keeper.act_now(&file, "merge", merge).await.expect(200);
        age(&app, &[&file, &other]).await;
        let admin = app.signed_in(INFORMATION_ADMINISTRATOR).await;
        let alone = proposed(&admin, &other).await;
        propose(&admin, &file).await.refuses_by(409, "CLIENT_OBSOLETE", "A-BOR-06");
        // What is history stays readable as such until it is gone.
        assert_eq!(admin.get(&other).await.expect(200)["status"], "MERGED");
        approved_by_all(&app).await;
        let certificate = carried_out(&app, &alone).await;
        assert_eq!(certificate["files"].as_array().unwrap().len(), 1);
        keeper.get(&other).await.refuses(404, "NOT_FOUND");
        assert_eq!(keeper.get(&file).await.expect(200)["status"], "ACTIVE");
        let whole = proposed(&admin, &file).await;
        propose(&admin, &file).await.refuses(409, "CLIENT_OBSOLETE");
        assert_eq!(admin.get(&whole).await.expect(200)["files"].as_array().unwrap().len(), 1);
    }

    /// A-BOR-06: what holds when it is proposed holds when it is carried out.
    async fn what_changed_meanwhile_is_not_destroyed(app: TestApp) {
        let (keeper, owner) = supervisor_and_owner(&app).await;
        let file = begun(&keeper, institution("绵阳涪城精工机械有限公司", &owner)).await;
        age(&app, &[&file]).await;
        let path = proposed(&app.signed_in(INFORMATION_ADMINISTRATOR).await, &file).await;
        approved_by_all(&app).await;
        // Past the service, by somebody with the database in their hands.
        set(&app, &file, Column::Address, "涪城区一环路88号").await;
        let other = app.signed_in(OTHER_ADMINISTRATOR).await;
        let body = json!({"client_number": other.get(&path).await.expect(200)["client"]["number"]});
        other.act_now(&path, "carry-out", body).await.refuses_by(409, "DESTRUCTION_CONTENT_CHANGED", "A-BOR-06");
        assert_eq!(other.get(&file).await.expect(200)["status"], "OBSOLETE");
    }

    async fn those_without_the_right_neither_propose_nor_carry_out(app: TestApp) {
        let (keeper, owner) = supervisor_and_owner(&app).await;
        let file = begun(&keeper, institution("绵阳涪城精工机械有限公司", &owner)).await;
        let admin = app.signed_in(INFORMATION_ADMINISTRATOR).await;
        age(&app, &[&file]).await;
        for login in [SALESPERSON, SERVICE_SPECIALIST, AUDITOR, ADMINISTRATOR].into_iter().chain(THREE) {
            propose(&app.signed_in(login).await, &file).await.refuses(403, "PERMISSION_MISSING");
        }
        let path = proposed(&admin, &file).await;
        approved_by_all(&app).await;
        let body = json!({"client_number": keeper.get(&path).await.expect(200)["client"]["number"]});
        for login in [SERVICE_MANAGER, GENERAL_MANAGER, AUDITOR, ADMINISTRATOR] {
            let by = app.signed_in(login).await;
            by.act(&format!("{path}/actions/carry-out"), "\"1\"", body.clone()).await.refuses(403, "PERMISSION_MISSING");
        }
        let seller = app.signed_in(SALESPERSON).await;
        seller.get(&path).await.refuses(403, "PERMISSION_MISSING");
        seller.get("/client-destructions").await.refuses(403, "PERMISSION_MISSING");
    }

    /// A-CLI-18: of a file above somebody's clearance there is no destruction for them either, before and
    /// after.
    async fn above_the_clearance_there_is_no_such_destruction(app: TestApp) {
        let secret = format!("/clients/{}", a_secret_client_of_sales_one(&app).await);
        let manager = app.signed_in(SERVICE_MANAGER).await;
        age(&app, &[&secret]).await;
        let path = proposed(&app.signed_in(INFORMATION_ADMINISTRATOR).await, &secret).await;
        let reader = reader(&app).await;
        let nothing = async || {
            reader.get(&path).await.refuses(404, "NOT_FOUND");
            let list = reader.get("/client-destructions?include_total=true").await.expect(200);
            assert_eq!(list["page"]["total"], 0);
        };
        nothing().await;
        let chosen = manager.get(&path).await.expect(200)["approval_id"].clone();
        let approval = format!("/approvals/{}", chosen.as_str().unwrap());
        let _ = manager.get(&approval).await.expect(200);
        reader.get(&approval).await.refuses(404, "NOT_FOUND");
        approved_by_all(&app).await;
        let _ = carried_out(&app, &path).await;
        nothing().await;
        // Nor does whoever reads less high propose one.
        let (keeper, owner) = supervisor_and_owner(&app).await;
        let other = begun(&keeper, institution("德阳旌阳铸造有限公司", &owner)).await;
        classify_for(&manager, &other, &manager, "TOP_SECRET").await;
        age(&app, &[&other]).await;
        let admin = app.signed_in(INFORMATION_ADMINISTRATOR).await;
        propose(&admin, &other).await.points_at("/client_id", "UNKNOWN_REFERENCE");
    }

    /// A-BOR-06: three persons. Whoever holds two of the three offices decides in one of them.
    async fn nobody_decides_twice(app: TestApp) {
        let (keeper, owner) = supervisor_and_owner(&app).await;
        let file = begun(&keeper, institution("绵阳涪城精工机械有限公司", &owner)).await;
        age(&app, &[&file]).await;
        let admin = app.signed_in(ADMINISTRATOR).await;
        let manager = app.signed_in(SERVICE_MANAGER).await;
        let roles = admin.get("/roles").await.expect(200);
        let role = roles["items"].as_array().unwrap().iter().find(|role| role["code"] == "INFORMATION_SUPERVISOR").unwrap();
        let grant = json!({"person_id": manager.id, "role_id": role["id"], "reason": "暂代客户信息主管"});
        let _ = admin.post("/role-grants", grant).await.expect(201);
        let path = proposed(&app.signed_in(INFORMATION_ADMINISTRATOR).await, &file).await;
        decide(&app, SERVICE_MANAGER, "approve", &json!({})).await;
        // The second step is the service manager's and therefore nobody's but a superior's.
        let manager = app.signed_in(SERVICE_MANAGER).await;
        assert_eq!(manager.get("/approval-tasks").await.expect(200)["items"], json!([]));
        let approval = manager.get(&path).await.expect(200)["approval_id"].clone();
        let who = format!("/approvals/{}/eligible-approvers", approval.as_str().unwrap());
        let who = manager.get(&who).await.expect(200).to_string();
        assert!(who.contains("APPROVAL_DECIDED_IN"), "{who}");
    }
}
