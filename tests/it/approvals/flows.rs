//! Flows are data: effective-dated, with the handbook's own beneath, and refused where they could not
//! work.
use super::{approval, approve, asked, consultation, open, people, task};
use chrono::Duration;
use serde_json::{Value, json};
use tests::company::{GENERAL_MANAGER, SALES_MANAGER, SALESPERSON, SERVICE_MANAGER};
use tests::on_both;

fn flow(code: &str, from: &str, definition: &Value) -> Value {
    json!({"code": code, "subject": "client-loan", "effective_from": from, "reason": "制度修订", "definition": definition})
}

fn only(role: &str) -> Value {
    json!({"name": "由一人审批", "enabled": true, "priority": 10, "steps": [
        {"key": "only", "name": "审批", "mode": "ANY", "approver": {"by": "ROLE", "role": role}, "clauses": ["A-BOR-01"]}]})
}

on_both! {
    async fn the_handbooks_own_holds_until_the_company_sets_another(app: TestApp) {
        let (seller, manager, _) = people(&app).await;
        let shown = seller.get("/approval-flows").await.expect(200);
        let flows = shown["items"].as_array().unwrap();
        let own = flows.iter().find(|flow| flow["code"] == "client-loan").unwrap();
        assert_eq!((&own["code"], &own["version"], &own["since"]), (&json!("client-loan"), &json!(0), &Value::Null));
        assert_eq!(own["allowed_actions"][0]["enabled"], false);
        let boss = app.signed_in(GENERAL_MANAGER).await;
        manager.post("/approval-flows", flow("client-loan", "2026-11-23", &only("SERVICE_MANAGER"))).await
            .refuses(403, "PERMISSION_MISSING");
        boss.post("/approval-flows", flow("client-loan", "2026-11-22", &only("SERVICE_MANAGER"))).await
            .points_at("/effective_from", "DATE_PASSED");
        let set = boss.post("/approval-flows", flow("client-loan", "2026-11-25", &only("SERVICE_MANAGER"))).await.expect(201);
        assert_eq!((&set["flow"]["version"], &set["versions"][0]["version"]), (&json!(0), &json!(1)), "from Wednesday on");
        let before = asked(&seller).await;
        assert_eq!(approval(&seller, &before).await["flow_version"], 0);
        app.clock.advance(Duration::days(2));
        let seller = app.signed_in(SALESPERSON).await;
        let after = asked(&seller).await;
        assert_eq!(approval(&seller, &after).await["flow_version"], 1);
        // What is under way goes on by the flow by which it began.
        let manager = app.signed_in(SALES_MANAGER).await;
        let _ = approve(&manager, &task(&manager).await).await.expect(200);
        assert_eq!(approval(&seller, &before).await["steps"].as_array().unwrap().len(), 2);
        let service = app.signed_in(SERVICE_MANAGER).await;
        let _ = approve(&service, &task(&service).await).await.expect(200);
        assert_eq!(seller.get(&after).await.expect(200)["state"], "APPROVED");
        let history = seller.get("/approval-flows/client-loan").await.expect(200);
        assert_eq!(history["versions"][0]["reason"], "制度修订");
        seller.get("/approval-flows/contract").await.refuses(404, "NOT_FOUND");
    }

    /// Conditions choose the flow, and leave steps out.
    async fn what_applies_depends_on_the_record(app: TestApp) {
        let (seller, _, _) = people(&app).await;
        let boss = app.signed_in(GENERAL_MANAGER).await;
        let mut statistics = only("SERVICE_MANAGER");
        statistics["conditions"] = json!([{"fact": "kind", "any_of": ["STATISTICS"]}]);
        statistics["steps"].as_array_mut().unwrap().push(json!({
            "key": "loans-only", "name": "仅借出时", "mode": "ANY", "approver": {"by": "ROLE", "role": "GENERAL_MANAGER"},
            "conditions": [{"fact": "kind", "any_of": ["LOAN"]}]}));
        let _ = boss.post("/approval-flows", flow("client-statistics", "2026-11-23", &statistics)).await.expect(201);
        let look_into = asked(&seller).await;
        assert_eq!(approval(&seller, &look_into).await["flow_code"], "client-loan");
        let mut body = consultation();
        body["kind"] = json!("STATISTICS");
        let made = seller.post_with_key("/client-loans", "figures", &body).await.expect(201);
        let loan = format!("/client-loans/{}", made["id"].as_str().unwrap());
        let seen = approval(&seller, &loan).await;
        assert_eq!((&seen["flow_code"], seen["steps"].as_array().unwrap().len()), (&json!("client-statistics"), 1));
        // Out of use: the next one that applies.
        let mut off = only("SERVICE_MANAGER");
        off["enabled"] = json!(false);
        let _ = boss.post("/approval-flows", flow("client-statistics", "2026-11-23", &off)).await.expect(201);
        let made = seller.post_with_key("/client-loans", "figures-2", &body).await.expect(201);
        let loan = format!("/client-loans/{}", made["id"].as_str().unwrap());
        assert_eq!(approval(&seller, &loan).await["flow_code"], "client-loan");
        let _ = boss.post("/approval-flows", flow("client-loan", "2026-11-23", &off)).await.expect(201);
        let refused = seller.post_with_key("/client-loans", "figures-3", &body).await;
        refused.refuses(409, "APPROVAL_NO_FLOW");
    }

    async fn steps_together_open_at_once_and_all_have_to_agree(app: TestApp) {
        let (seller, manager, supervisor) = people(&app).await;
        let boss = app.signed_in(GENERAL_MANAGER).await;
        let service = app.signed_in(SERVICE_MANAGER).await;
        let definition = json!({"name": "会签", "enabled": true, "priority": 10, "steps": [
            {"key": "head", "name": "部门经理签字", "mode": "ANY", "approver": {"by": "SUPERIOR"}},
            {"key": "service", "name": "客服会签", "mode": "ALL", "together": true,
             "approver": {"by": "PEOPLE", "people": [supervisor.id, service.id]}}]});
        let _ = boss.post("/approval-flows", flow("client-loan", "2026-11-23", &definition)).await.expect(201);
        let loan = asked(&seller).await;
        assert_eq!((open(&manager).await.len(), open(&supervisor).await.len(), open(&service).await.len()), (1, 1, 1));
        let _ = approve(&supervisor, &task(&supervisor).await).await.expect(200);
        let _ = approve(&manager, &task(&manager).await).await.expect(200);
        assert_eq!(approval(&seller, &loan).await["state"], "RUNNING", "one of all is still to agree");
        let _ = approve(&service, &task(&service).await).await.expect(200);
        assert_eq!(approval(&seller, &loan).await["state"], "APPROVED");
    }

    /// A flow that could not work is refused where it is set, field by field.
    async fn a_bad_flow_is_refused(app: TestApp) {
        let boss = app.signed_in(GENERAL_MANAGER).await;
        let step = |key: &str, more: Value| {
            let mut step = json!({"key": key, "name": "审批", "mode": "ANY", "approver": {"by": "ROLE", "role": "AUDITOR"}});
            step.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
            step
        };
        let cases = [
            (vec![], "/definition/steps", "LENGTH"),
            (vec![step("A B", json!({}))], "/definition/steps/0/key", "FORMAT"),
            (vec![step("a", json!({"approver": {"by": "ROLE", "role": "WIZARD"}}))], "/definition/steps/0/approver/role", "UNKNOWN_REFERENCE"),
            (vec![step("a", json!({"approver": {"by": "PEOPLE", "people": []}}))], "/definition/steps/0/approver/people", "REQUIRED"),
            (vec![step("a", json!({"approver": {"by": "PEOPLE", "people": [uuid::Uuid::nil()]}}))], "/definition/steps/0/approver/people/0", "UNKNOWN_REFERENCE"),
            (vec![step("a", json!({"clauses": ["A-XYZ-99"]}))], "/definition/steps/0/clauses/0", "UNKNOWN_REFERENCE"),
            (vec![step("a", json!({})), step("a", json!({}))], "/definition/steps/1/key", "DUPLICATE"),
            (vec![step("a", json!({"excludes": ["b"]}))], "/definition/steps/0/excludes/0", "UNKNOWN_REFERENCE"),
            (vec![step("a", json!({"conditions": [{"fact": "kind", "any_of": ["LOAN"]}]}))], "/definition/steps", "FLOW_STEP_ALWAYS"),
        ];
        for (steps, pointer, code) in cases {
            let definition = json!({"name": "流程", "enabled": true, "priority": 10, "steps": steps});
            boss.post("/approval-flows", flow("client-loan", "2026-11-23", &definition)).await.points_at(pointer, code);
        }
        // No database keeps every date that can be written.
        boss.post("/approval-flows", flow("client-loan", "9999-12-31", &only("AUDITOR")))
            .await
            .points_at("/effective_from", "RANGE");
        let mut other = flow("client-loan", "2026-11-23", &only("AUDITOR"));
        other["subject"] = json!("contract");
        boss.post("/approval-flows", other).await.points_at("/subject", "UNKNOWN_REFERENCE");
        let facts = boss.get("/approval-subjects").await.expect(200);
        assert_eq!(facts["items"][0]["facts"][0]["choices"][2]["value"], "LOAN");
    }
}
