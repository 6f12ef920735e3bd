//! People named in a body: whom the caller may not read looks like somebody who is not there.
use super::{grant, id, person_id};
use serde_json::json;
use tests::{
    Answer, Caller, TestApp,
    company::{ADMINISTRATOR, SALESPERSON, SERVICE_MANAGER},
    on_both,
};

/// Somebody new who keeps the archive, people and departments, and reads nobody but themselves.
async fn alone(app: &TestApp) -> Caller {
    let admin = app.signed_in(ADMINISTRATOR).await;
    let caller = app.newcomer("gudan").await;
    let all = ["client.read", "client.maintain", "client.hand-over", "department.manage"];
    let all = all.map(|permission| json!({"permission": permission, "scope": "ALL"}));
    let role = json!({"code": "ALONE", "name": "独行", "clearance": 2, "permissions": all});
    let role = id(&admin.post("/roles", role).await.expect(201));
    let _ = grant(&admin, &caller.id.to_string(), &role).await.expect(201);
    caller
}

fn alike(there: &Answer, missing: &Answer) {
    let shape = |answer: &Answer| {
        let mut body = answer.json();
        body.as_object_mut().unwrap().remove("request_id");
        body
    };
    assert_eq!(there.status, missing.status);
    assert_eq!(shape(there), shape(missing));
    there.refuses(422, "VALIDATION_FAILED");
}

on_both! {
    async fn an_owner_or_head_out_of_sight_looks_like_one_who_is_not_there(app: TestApp) {
        let caller = alone(&app).await;
        let admin = app.signed_in(ADMINISTRATOR).await;
        let missing = uuid::Uuid::new_v4().to_string();
        let client = |owner: &str| json!({
            "name": "成都锦江百货有限公司", "kind": "INSTITUTION", "industry": "零售",
            "region": "四川省成都市", "address": "红星路三段1号", "telephone": "028-86660001",
            "owner_id": owner,
        });
        let own = caller.post("/clients", client(&caller.id.to_string())).await.expect(201);
        let file = format!("/clients/{}", own["id"].as_str().unwrap());
        for login in [SALESPERSON, SERVICE_MANAGER] {
            let person = person_id(&admin, login).await;
            alike(&caller.post("/clients", client(&person)).await, &caller.post("/clients", client(&missing)).await);
            let over = |owner: &str| json!({"owner_id": owner, "reason": "调岗"});
            alike(
                &caller.act_now(&file, "hand-over", over(&person)).await,
                &caller.act_now(&file, "hand-over", over(&missing)).await,
            );
            let department = |head: &str| json!({"code": "XB", "name": "新部门", "head_person_id": head});
            alike(
                &caller.post("/departments", department(&person)).await,
                &caller.post("/departments", department(&missing)).await,
            );
        }
    }

    async fn a_filter_by_somebody_out_of_sight_finds_nothing(app: TestApp) {
        let caller = alone(&app).await;
        let admin = app.signed_in(ADMINISTRATOR).await;
        let person = person_id(&admin, SALESPERSON).await;
        let missing = uuid::Uuid::new_v4().to_string();
        for list in ["/delegations?from_person_id=", "/delegations?to_person_id=", "/jobs?owner_id="] {
            for id in [&person, &missing] {
                let page = caller.get(&format!("{list}{id}&include_total=true")).await.expect(200);
                assert_eq!(page["page"]["total"], 0, "{list}");
            }
        }
    }
}
