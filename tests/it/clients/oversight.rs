//! A-CLI-04, A-CLI-15, B-CRM-13: the customer-service manager supervises the archive, tells owners
//! what to do, and plans what is collected.
use super::{begun, institution, supervisor_and_owner, with};
use serde_json::{Value, json};
use tests::company::{
    ADMINISTRATOR, GENERAL_MANAGER, INFORMATION_ADMINISTRATOR, OTHER_SALESPERSON, SALES_MANAGER,
    SALESPERSON, SERVICE_MANAGER,
};
use tests::{Caller, on_both};

/// The row of an owner.
pub fn of<'a>(oversight: &'a Value, owner: &Caller) -> &'a Value {
    let id = owner.id.to_string();
    let rows = oversight["owners"].as_array().unwrap();
    rows.iter().find(|row| row["owner"]["id"] == id).unwrap_or_else(|| panic!("{oversight}"))
}

/// How many files the list shows with a figure's filter.
async fn listed(caller: &Caller, figure: &Value) -> u64 {
    let filter = figure["filter"].as_str().unwrap();
    let page = caller.get(&format!("/clients?{filter}&include_total=true")).await.expect(200);
    page["page"]["total"].as_u64().unwrap()
}

/// A draft for the quarter in which tests begin.
fn plan(owner: &Caller) -> Value {
    json!({"period": "2026-Q4", "note": "补齐新签客户", "targets": [
        {"new_files": 10, "verifications": 20, "submissions": 5, "completeness": 90},
        {"owner_id": owner.id, "new_files": 2, "verifications": 4, "submissions": 1, "completeness": 80},
    ]})
}

on_both! {
    /// A-CLI-01: each archive has somebody who looks after it; A-CLI-11: once every three months.
    async fn files_of_somebody_who_left_and_files_that_nobody_touched_are_watched(app: TestApp) {
        let (keeper, owner) = supervisor_and_owner(&app).await;
        let other = app.signed_in(OTHER_SALESPERSON).await;
        let left = begun(&keeper, institution("成都锦程精密机械有限公司", &owner)).await;
        let _ = begun(&keeper, institution("绵阳东升机电有限公司", &other)).await;
        let administrator = app.signed_in(ADMINISTRATOR).await;
        let person = format!("/people/{}", owner.id);
        let _ = administrator.act_now(&person, "disable", json!({"reason": "离职"})).await.expect(200);
        let figure = async |clause: &str| {
            let oversight = keeper.get("/client-oversight").await.expect(200);
            let rules = oversight["rules"].as_array().unwrap().clone();
            let watch = rules.iter().find(|rule| rule["clause"]["id"] == clause).unwrap();
            assert_eq!(listed(&keeper, &watch["files"]).await, watch["files"]["count"], "{clause}");
            watch["files"]["count"].as_u64().unwrap()
        };
        assert_eq!(figure("A-CLI-01").await, 1);
        let gone = keeper.get("/clients?owner_left=true").await.expect(200);
        assert_eq!(gone["items"][0]["owner"]["id"], owner.id.to_string());
        let here = keeper.get("/clients?owner_left=false").await.expect(200);
        assert_eq!(here["items"][0]["owner"]["id"], other.id.to_string());
        let to = json!({"owner_id": other.id, "reason": "原负责人离职"});
        let _ = keeper.act_now(&left, "hand-over", to).await.expect(200);
        assert_eq!(figure("A-CLI-01").await, 0);
        // Somebody who moves leaves the files where they are, until they are handed over or taken along.
        let department = administrator.get("/departments").await.expect(200);
        let elsewhere = department["items"].as_array().unwrap().iter().find(|one| one["name"] == "市场部").unwrap().clone();
        let person = format!("/people/{}", other.id);
        let _ = administrator.patch_now(&person, json!({"department_id": elsewhere["id"]})).await.expect(200);
        let moved = keeper.get("/clients?owner_moved=true&include_total=true").await.expect(200);
        assert_eq!(moved["page"]["total"], 2);
        assert_eq!(keeper.get("/clients?owner_moved=false").await.expect(200)["items"], json!([]));
        let to = json!({"owner_id": other.id, "reason": "随负责人转入市场部"});
        let taken = keeper.act_now(&left, "hand-over", to.clone()).await.expect(200);
        assert_eq!(taken["department"]["id"], elsewhere["id"]);
        // Told once, not also that it was taken away.
        let told = other.get("/notifications?limit=50").await.text;
        assert_eq!((told.matches("client.handed-over").count(), told.matches("client.handed-away").count()), (2, 0));
        keeper.act_now(&left, "hand-over", to).await.refuses(409, "CLIENT_UNCHANGED");
        let moved = keeper.get("/clients?owner_moved=true&include_total=true").await.expect(200);
        assert_eq!(moved["page"]["total"], 1);
        assert_eq!(figure("A-CLI-11").await, 0);
        app.clock.advance(chrono::Duration::days(100));
        let keeper = app.signed_in(tests::company::INFORMATION_SUPERVISOR).await;
        let oversight = keeper.get("/client-oversight").await.expect(200);
        let watch = oversight["rules"].as_array().unwrap().iter().find(|rule| rule["clause"]["id"] == "A-CLI-11").unwrap();
        assert_eq!(watch["files"]["count"], 2);
    }

    async fn every_figure_of_an_owner_is_the_total_of_its_list(app: TestApp) {
        let (keeper, owner) = supervisor_and_owner(&app).await;
        let other = app.signed_in(OTHER_SALESPERSON).await;
        for name in ["成都锦程精密机械有限公司", "成都天府轴承有限公司"] {
            let _ = begun(&keeper, institution(name, &owner)).await;
        }
        let bare = json!({"name": "绵阳东升机电有限公司", "kind": "INSTITUTION", "owner_id": other.id});
        let _ = begun(&keeper, bare).await;
        let collected = json!({"payload": {"name": "德阳重装配套厂", "kind": "INSTITUTION"}});
        let _ = owner.post("/client-submissions", collected).await.expect(201);
        app.clock.advance(chrono::Duration::minutes(5));

        let manager = app.signed_in(SERVICE_MANAGER).await;
        let oversight = manager.get("/client-oversight").await.expect(200);
        let mine = of(&oversight, &owner);
        assert_eq!(mine["files"]["count"], 2);
        assert_eq!(mine["submissions_waiting"], 1);
        assert!(mine["oldest_submission_at"].is_string());
        assert_eq!(of(&oversight, &other)["non_compliant"]["count"], 1);
        assert_eq!(oversight["total"]["files"]["count"], 3);
        let rows = oversight["owners"].as_array().unwrap();
        for custody in rows.iter().chain([&oversight["total"]]) {
            for figure in ["files", "incomplete", "non_compliant", "overdue"] {
                let figure = &custody[figure];
                assert_eq!(listed(&manager, figure).await, figure["count"], "{figure}");
            }
        }
        for rule in oversight["rules"].as_array().unwrap() {
            assert_eq!(listed(&manager, &rule["files"]).await, rule["files"]["count"], "{rule}");
        }
        let least = rows.first().unwrap()["average_completeness"].as_u64().unwrap();
        assert!(rows.iter().all(|row| row["average_completeness"].as_u64().unwrap() >= least));
    }

    async fn who_supervises_a_department_sees_that_department(app: TestApp) {
        let (keeper, owner) = supervisor_and_owner(&app).await;
        let other = app.signed_in(OTHER_SALESPERSON).await;
        let _ = begun(&keeper, institution("成都锦程精密机械有限公司", &owner)).await;
        let _ = begun(&keeper, institution("绵阳东升机电有限公司", &other)).await;
        let head = app.signed_in(SALES_MANAGER).await;
        let oversight = head.get("/client-oversight").await.expect(200);
        assert_eq!(oversight["total"]["files"]["count"], 1);
        assert!(!oversight.to_string().contains(&other.id.to_string()));
        owner.get("/client-oversight").await.refuses(403, "PERMISSION_MISSING");
    }

    /// A hand-over moves what waits, as it moves the file.
    async fn what_waits_is_counted_with_whoever_owns_the_file_by_now(app: TestApp) {
        let (keeper, owner) = supervisor_and_owner(&app).await;
        let file = begun(&keeper, institution("成都锦程精密机械有限公司", &owner)).await;
        let other = app.signed_in(OTHER_SALESPERSON).await;
        let body = json!({"client_id": file.rsplit('/').next().unwrap(), "client_version": 1,
            "payload": {"industry": "轨道交通"}});
        let _ = owner.post("/client-submissions", body).await.expect(201);
        let head = app.signed_in(SALES_MANAGER).await;
        let oversight = head.get("/client-oversight").await.expect(200);
        assert_eq!(of(&oversight, &owner)["submissions_waiting"], 1);
        let to = json!({"owner_id": other.id, "reason": "原负责人调岗"});
        let _ = keeper.act_now(&file, "hand-over", to).await.expect(200);
        let manager = app.signed_in(SERVICE_MANAGER).await;
        let oversight = manager.get("/client-oversight").await.expect(200);
        assert_eq!(of(&oversight, &other)["submissions_waiting"], 1);
        assert_eq!(oversight["total"]["submissions_waiting"], 1);
        let oversight = head.get("/client-oversight").await.expect(200);
        assert_eq!(oversight["total"]["submissions_waiting"], 0);
    }

    async fn a_plan_is_drawn_up_confirmed_and_measured_against_what_was_done(app: TestApp) {
        let (keeper, owner) = supervisor_and_owner(&app).await;
        let manager = app.signed_in(SERVICE_MANAGER).await;
        let made = manager.post("/client-collection-plans", plan(&owner)).await.expect(201);
        let path = format!("/client-collection-plans/{}", made["id"].as_str().unwrap());
        assert_eq!(made["lines"][0]["actual"]["new_files"], 0);
        assert_eq!(made["lines"][0]["actual"]["completeness"], Value::Null);

        let file = begun(&keeper, institution("成都锦程精密机械有限公司", &owner)).await;
        let result = json!({"result": "DISCREPANCY", "note": "地址待核实"});
        let _ = keeper.act_now(&file, "verify", result).await.expect(200);
        let collected = json!({"payload": {"name": "德阳重装配套厂", "kind": "INSTITUTION"}});
        let _ = owner.post("/client-submissions", collected).await.expect(201);
        app.clock.advance(chrono::Duration::minutes(1));
        let running = manager.get(&path).await.expect(200);
        for line in running["lines"].as_array().unwrap() {
            let actual = &line["actual"];
            assert_eq!(actual["new_files"], 1, "{line}");
            assert_eq!(actual["verifications"], 1, "{line}");
            assert_eq!(actual["submissions"], 1, "{line}");
            assert!(actual["completeness"].is_u64(), "{line}");
        }

        let confirmed = manager.act_now(&path, "confirm", json!({})).await.expect(200);
        assert_eq!(confirmed["state"], "CONFIRMED");
        let etag = manager.get(&path).await.etag();
        let change = manager.patch(&path, &etag, json!({"note": "改"})).await;
        change.refuses_by(409, "PLAN_SETTLED", "A-CLI-15");
        let second = manager.post("/client-collection-plans", plan(&owner)).await.expect(201);
        let second = format!("/client-collection-plans/{}", second["id"].as_str().unwrap());
        manager.act_now(&second, "confirm", json!({})).await.refuses_by(409, "PLAN_EXISTS", "A-CLI-15");
        let reason = json!({"reason": "部门调整"});
        let _ = manager.act_now(&path, "withdraw", reason).await.expect(200);
        let _ = manager.act_now(&second, "confirm", json!({})).await.expect(200);
    }

    async fn a_reader_of_part_of_the_files_is_shown_no_figure_of_the_whole(app: TestApp) {
        let (keeper, owner) = supervisor_and_owner(&app).await;
        let _ = begun(&keeper, institution("成都锦程精密机械有限公司", &owner)).await;
        let manager = app.signed_in(SERVICE_MANAGER).await;
        let head = app.signed_in(SALES_MANAGER).await;
        let me = head.get("/me").await.expect(200);
        let body = json!({"period": "2026-11", "targets": [
            {"new_files": 1, "verifications": 1, "submissions": 1, "completeness": 90},
            {"department_id": me["department"]["id"], "new_files": 1, "verifications": 1,
             "submissions": 1, "completeness": 90},
        ]});
        let made = manager.post("/client-collection-plans", body).await.expect(201);
        let path = format!("/client-collection-plans/{}", made["id"].as_str().unwrap());
        let seen = head.get(&path).await.expect(200);
        assert_eq!(seen["lines"][0]["actual"], Value::Null);
        assert_eq!(seen["lines"][1]["actual"]["new_files"], 1);
        assert_eq!(seen["allowed_actions"], json!([]));
        head.act_now(&path, "confirm", json!({})).await.refuses(403, "PERMISSION_MISSING");
    }

    /// B-CRM-06: no tier is ever without its strategy and its communication plan.
    async fn the_strategy_of_a_tier_is_changed_and_never_taken_away(app: TestApp) {
        let manager = app.signed_in(GENERAL_MANAGER).await;
        let path = "/parameters/clients.strategy_key/values";
        let set = |text: &str| json!({"value": text, "effective_from": "2026-11-23", "reason": "年度复审"});
        manager.post(path, set("")).await.points_at("/value", "LENGTH");
        let _ = manager.post(path, set("业务经理亲自维护,按季上门")).await.expect(201);
        let tiers = manager.get("/client-tiers").await.expect(200);
        let items = tiers["items"].as_array().unwrap();
        assert_eq!(items[0]["strategy"], "业务经理亲自维护,按季上门");
        let said = |tier: &Value, field: &str| !tier[field].as_str().unwrap().trim().is_empty();
        assert!(items.iter().all(|it| said(it, "strategy") && said(it, "communication_plan")));
    }

    /// A-SEC-03: client data are 秘密 at the least, from the first moment to the end of the term.
    async fn no_file_is_below_the_lowest_level(app: TestApp) {
        let (keeper, owner) = supervisor_and_owner(&app).await;
        let body = institution("成都锦程精密机械有限公司", &owner);
        let open = with(body.clone(), &json!({"level": null}));
        keeper.post("/clients", open).await.points_at("/level", "UNKNOWN_FIELD");
        let file = begun(&keeper, body).await;
        assert_eq!(keeper.get(&file).await.expect(200)["level"], "SECRET");
        let none = json!({"level": "NONE", "reason": "公开资料"});
        keeper.act_now(&file, "classify", none).await.refuses(422, "VALIDATION_FAILED");
    }

    async fn a_plan_without_targets_or_with_one_twice_is_refused(app: TestApp) {
        let manager = app.signed_in(SERVICE_MANAGER).await;
        let owner = app.signed_in(SALESPERSON).await;
        let path = "/client-collection-plans";
        let target = json!({"owner_id": owner.id, "new_files": 1, "verifications": 1,
            "submissions": 1, "completeness": 90});
        let twice = json!({"period": "2026-Q4", "targets": [target, target]});
        manager.post(path, twice).await.points_at("/targets/1", "DUPLICATE");
        manager.post(path, json!({"period": "2026-Q5"})).await.points_at("/period", "FORMAT");
        let empty = manager.post(path, json!({"period": "2026-12"})).await.expect(201);
        let empty = format!("{path}/{}", empty["id"].as_str().unwrap());
        manager.act_now(&empty, "confirm", json!({})).await.refuses_by(409, "PLAN_EMPTY", "A-CLI-15");
        let keeper = app.signed_in(INFORMATION_ADMINISTRATOR).await;
        keeper.get(path).await.refuses(403, "PERMISSION_MISSING");
    }
}
