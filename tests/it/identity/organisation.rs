//! Departments and sites.
use super::{HR_MANAGER, id};
use serde_json::{Value, json};
use tests::{Caller, company::SALESPERSON, on_both};

async fn department(caller: &Caller, code: &str) -> Value {
    let all = caller.get("/departments").await.expect(200);
    let found = all["items"].as_array().unwrap().iter().find(|d| d["code"] == code);
    found.unwrap_or_else(|| panic!("no department {code}")).clone()
}

on_both! {
    async fn everybody_reads_the_tree_and_few_change_it(app: TestApp) {
        let (seller, hr) = (app.signed_in(SALESPERSON).await, app.signed_in(HR_MANAGER).await);
        let top = department(&seller, "GS").await;
        assert_eq!(top["parent_id"], Value::Null);
        let service = department(&seller, "KF").await;
        assert_eq!(service["parent_id"], top["id"]);
        assert_eq!(service["head"]["name"], "周敏");
        let close = service["allowed_actions"].as_array().unwrap().iter()
            .find(|a| a["action"] == "close").unwrap().clone();
        assert_eq!((&close["enabled"], &close["reasons"][0]["code"]), (&json!(false), &json!("PERMISSION_MISSING")));
        let body = json!({"code": "XX2", "name": "信息二部", "parent_id": top["id"]});
        seller.post("/departments", body.clone()).await.refuses(403, "PERMISSION_MISSING");
        let made = hr.post("/departments", body.clone()).await.expect(201);
        assert_eq!(made["parent_id"], top["id"]);
        hr.post("/departments", body).await.points_at("/code", "DUPLICATE");
    }

    async fn no_department_stands_below_itself(app: TestApp) {
        let hr = app.signed_in(HR_MANAGER).await;
        let (top, service) = (department(&hr, "GS").await, department(&hr, "KF").await);
        let path = format!("/departments/{}", id(&top));
        for parent in [&service, &top] {
            hr.patch_now(&path, json!({"parent_id": parent["id"]})).await
                .points_at("/parent_id", "DEPARTMENT_CYCLE");
        }
        let nobody = "01890000-0000-7000-8000-000000000000";
        hr.patch_now(&format!("/departments/{}", id(&service)), json!({"parent_id": nobody})).await
            .points_at("/parent_id", "UNKNOWN_REFERENCE");
    }

    async fn two_moves_at_once_close_no_circle(app: TestApp) {
        let hr = app.signed_in(HR_MANAGER).await;
        let top = department(&hr, "GS").await;
        let mut made = vec![];
        for code in ["A1", "A2"] {
            let body = json!({"code": code, "name": code, "parent_id": top["id"]});
            made.push(id(&hr.post("/departments", body).await.expect(201)));
        }
        let (one, two) = (format!("/departments/{}", made[0]), format!("/departments/{}", made[1]));
        let (first, second) = futures_util::future::join(
            hr.patch(&one, "\"1\"", json!({"parent_id": made[1]})),
            hr.patch(&two, "\"1\"", json!({"parent_id": made[0]})),
        ).await;
        let mut statuses = [first.status.as_u16(), second.status.as_u16()];
        statuses.sort_unstable();
        assert_eq!(statuses, [200, 422], "{} {}", first.text, second.text);
    }

    async fn nobody_moves_a_department_below_their_own(app: TestApp) {
        let hr = app.signed_in(HR_MANAGER).await;
        let (own, sales) = (department(&hr, "RX").await, department(&hr, "XS1").await);
        hr.patch_now(&format!("/departments/{}", id(&sales)), json!({"parent_id": own["id"]})).await
            .refuses(409, "SELF_GRANT");
    }

    async fn a_department_with_members_stays_open(app: TestApp) {
        let hr = app.signed_in(HR_MANAGER).await;
        let service = format!("/departments/{}", id(&department(&hr, "KF").await));
        let refused = hr.act_now(&service, "close", json!({"reason": "合并"})).await;
        assert_ne!(refused.refuses(409, "DEPARTMENT_IN_USE")["params"]["people"], "0");
        let body = json!({"code": "LS", "name": "临时组"});
        let made = hr.post("/departments", body).await.expect(201);
        let path = format!("/departments/{}", id(&made));
        let closed = hr.act_now(&path, "close", json!({"reason": "项目结束"})).await.expect(200);
        assert_eq!(closed["closed"], true);
        hr.patch_now(&path, json!({"name": "新名"})).await.refuses(409, "DEPARTMENT_CLOSED");
        hr.post("/people", json!({"login": "lin.shi", "name": "林时", "department_id": made["id"]})).await
            .points_at("/department_id", "UNKNOWN_REFERENCE");
        let open = hr.get("/departments").await;
        assert!(!open.text.contains("临时组"));
        assert!(hr.get("/departments?include_closed=true").await.text.contains("临时组"));
    }

    async fn a_site_with_people_stays_open(app: TestApp) {
        let hr = app.signed_in(HR_MANAGER).await;
        let sites = hr.get("/sites").await.expect(200);
        let used = format!("/sites/{}", id(&sites["items"][0]));
        hr.act_now(&used, "close", json!({"reason": "搬迁"})).await.refuses(409, "SITE_IN_USE");
        let body = json!({"code": "MY", "name": "绵阳办事处", "telephone": "０８１６ 2345678"});
        let made = hr.post("/sites", body).await.expect(201);
        assert_eq!(made["telephone"], "0816-2345678");
        let path = format!("/sites/{}", id(&made));
        let _ = hr.act_now(&path, "close", json!({"reason": "未启用"})).await.expect(200);
        hr.act_now(&path, "close", json!({"reason": "再关"})).await.refuses(409, "SITE_CLOSED");
    }
}
