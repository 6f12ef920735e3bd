//! Giving and taking back roles.
use super::{HR_MANAGER, grant, id, new_role, now, person_id, role_id, with_cookie};
use chrono::{DateTime, Duration, Utc};
use serde_json::{Value, json};
use tests::{Caller, TestApp, company::ADMINISTRATOR, company::SALESPERSON, on_both};

fn at(time: DateTime<Utc>) -> Value {
    json!(time.to_rfc3339())
}

/// Somebody without a role to begin with.
async fn newcomer(app: &TestApp) -> Caller {
    app.newcomer("xin.lai").await
}

/// What a person's file says of giving them a role.
async fn may_grant(caller: &Caller, file: &str) -> Value {
    let shown = caller.get(file).await.expect(200);
    let all = shown["allowed_actions"].as_array().unwrap();
    all.iter().find(|one| one["action"] == "grant-role").unwrap().clone()
}

/// The administrator, the company's other one gone, and the id of their role.
async fn only_administrator(app: &TestApp) -> (Caller, String) {
    let admin = app.signed_in(ADMINISTRATOR).await;
    let role = role_id(&admin, "ADMINISTRATOR").await;
    let other = person_id(&admin, "linzhiyuan").await;
    let address = format!("/role-grants?role_id={role}&person_id={other}");
    let held = format!("/role-grants/{}", id(&admin.get(&address).await.expect(200)["items"][0]));
    let _ = admin.act_now(&held, "revoke", json!({"reason": "交接"})).await.expect(200);
    (admin, role)
}

on_both! {
    async fn a_role_works_at_once_and_is_gone_at_once(app: TestApp) {
        let admin = app.signed_in(ADMINISTRATOR).await;
        let person = newcomer(&app).await;
        person.get("/people").await.refuses(403, "PERMISSION_MISSING");
        let role = new_role(&admin, "READER_OF_PEOPLE", &["person.read"]).await;
        let given = grant(&admin, &person.id.to_string(), &role).await.expect(201);
        assert_eq!(given["active"], true);
        assert_eq!(given["granted_by"]["name"], "吴浩然");
        let _ = person.get("/people").await.expect(200);
        let path = format!("/role-grants/{}", id(&given));
        let _ = admin.act_now(&path, "revoke", json!({"reason": "调岗"})).await.expect(200);
        person.get("/people").await.refuses(403, "PERMISSION_MISSING");
        admin.act_now(&path, "revoke", json!({"reason": "再次"})).await.refuses(409, "GRANT_ENDED");
    }

    async fn a_grant_begins_and_ends_by_the_clock(app: TestApp) {
        let admin = app.signed_in(ADMINISTRATOR).await;
        let person = newcomer(&app).await;
        let role = new_role(&admin, "READER_OF_PEOPLE", &["person.read"]).await;
        let begin = now(&app);
        let body = json!({
            "person_id": person.id, "role_id": role, "reason": "代班",
            "valid_from": at(begin + Duration::minutes(5)),
            "valid_until": at(begin + Duration::minutes(10)),
        });
        let _ = admin.post("/role-grants", body).await.expect(201);
        person.get("/people").await.refuses(403, "PERMISSION_MISSING");
        app.clock.advance(Duration::minutes(5));
        let _ = person.get("/people").await.expect(200);
        app.clock.advance(Duration::minutes(5));
        person.get("/people").await.refuses(403, "PERMISSION_MISSING");
        let wrong = json!({
            "person_id": person.id, "role_id": role, "reason": "代班",
            "valid_until": at(now(&app)),
        });
        admin.post("/role-grants", wrong).await.points_at("/valid_until", "ORDER");
    }

    async fn a_file_says_whether_its_reader_may_give_a_role(app: TestApp) {
        let admin = app.signed_in(ADMINISTRATOR).await;
        let person = newcomer(&app).await;
        let path = format!("/people/{}", person.id);
        assert_eq!(may_grant(&admin, &path).await, json!({"action": "grant-role", "enabled": true, "reasons": []}));
        let own = may_grant(&admin, &format!("/people/{}", admin.id)).await;
        assert_eq!(own["reasons"][0]["code"], "SELF_GRANT");
        let reader = new_role(&admin, "READER_OF_PEOPLE", &["person.read"]).await;
        let _ = grant(&admin, &person.id.to_string(), &reader).await.expect(201);
        let other = may_grant(&person, &format!("/people/{}", admin.id)).await;
        assert_eq!(other["reasons"][0]["code"], "PERMISSION_MISSING");
        let _ = admin.act_now(&path, "disable", json!({"reason": "离职"})).await.expect(200);
        assert_eq!(may_grant(&admin, &path).await["reasons"][0]["code"], "PERSON_DISABLED");
    }

    async fn nobody_gives_rights_to_themselves(app: TestApp) {
        let admin = app.signed_in(ADMINISTRATOR).await;
        let role = new_role(&admin, "KEEPER_OF_SETTINGS", &["parameter.manage"]).await;
        grant(&admin, &admin.id.to_string(), &role).await.refuses(409, "SELF_GRANT");
        // Not by adding to a role they hold either.
        let own = format!("/roles/{}", role_id(&admin, "ADMINISTRATOR").await);
        let mut permissions = admin.get(&own).await.expect(200)["permissions"].clone();
        permissions.as_array_mut().unwrap().push(json!({"permission": "parameter.manage", "scope": "ALL"}));
        admin.patch_now(&own, json!({"permissions": permissions})).await.refuses(409, "SELF_GRANT");
        admin.patch_now(&own, json!({"clearance": 3})).await.refuses(409, "SELF_GRANT");
    }

    async fn nobody_gives_more_than_they_hold(app: TestApp) {
        let admin = app.signed_in(ADMINISTRATOR).await;
        // Somebody who may grant, but not anything: of people's files alone.
        let granter = newcomer(&app).await;
        let own = new_role(&admin, "GRANTER", &["role.grant", "role.read", "person.read"]).await;
        let _ = grant(&admin, &granter.id.to_string(), &own).await.expect(201);
        let reader = new_role(&admin, "READER_OF_PEOPLE", &["person.read"]).await;
        let writer = new_role(&admin, "KEEPER_OF_PEOPLE", &["person.manage"]).await;
        let to = person_id(&granter, "qiuyulan").await;
        let _ = grant(&granter, &to, &reader).await.expect(201);
        let refused = grant(&granter, &to, &writer).await;
        assert_eq!(refused.refuses(403, "GRANT_EXCEEDS_OWN")["escalation"], "role.grant-any");
        let cleared = json!({"code": "CLEARED", "name": "阅密", "clearance": 2, "permissions": []});
        let cleared = id(&admin.post("/roles", cleared).await.expect(201));
        grant(&granter, &to, &cleared).await.refuses(403, "GRANT_EXCEEDS_OWN");
    }

    async fn granting_takes_the_right_for_the_persons_place(app: TestApp) {
        let admin = app.signed_in(ADMINISTRATOR).await;
        let granter = newcomer(&app).await;
        let body = json!({"code": "LOCAL_GRANTER", "name": "部门授权", "permissions": [
            {"permission": "role.grant", "scope": "DEPARTMENT"},
            {"permission": "role.read", "scope": "ALL"},
            {"permission": "person.read", "scope": "ALL"},
        ]});
        let role = id(&admin.post("/roles", body).await.expect(201));
        let _ = grant(&admin, &granter.id.to_string(), &role).await.expect(201);
        let reader = new_role(&admin, "READER_OF_PEOPLE", &["person.read"]).await;
        let foreign = person_id(&granter, SALESPERSON).await;
        grant(&granter, &foreign, &reader).await.refuses(403, "PERMISSION_MISSING");
    }

    async fn the_last_administrator_stays(app: TestApp) {
        let (admin, role) = only_administrator(&app).await;
        let mine = admin.get(&format!("/role-grants?role_id={role}&active=true")).await.expect(200);
        let own = format!("/role-grants/{}", id(&mine["items"][0]));
        let reason = json!({"reason": "交接"});
        admin.act_now(&own, "revoke", reason.clone()).await.refuses(409, "LAST_ADMINISTRATOR");
        let path = format!("/roles/{role}");
        let fewer = json!({"permissions": [{"permission": "person.manage", "scope": "ALL"}]});
        admin.patch_now(&path, fewer).await.refuses(409, "LAST_ADMINISTRATOR");
        // Somebody with more power still cannot take the last one away.
        let second = newcomer(&app).await;
        let body = json!({
            "person_id": second.id, "role_id": role, "reason": "代理",
            "valid_until": at(now(&app) + Duration::days(30)),
        });
        let _ = admin.post("/role-grants", body).await.expect(201);
        let first = format!("/people/{}", admin.id);
        second.act_now(&first, "disable", reason.clone()).await.refuses(409, "LAST_ADMINISTRATOR");
        // With a second one for good it is possible.
        let third = app.newcomer("xin.guan").await;
        let _ = grant(&admin, &third.id.to_string(), &role).await.expect(201);
        let _ = third.act_now(&first, "disable", reason).await.expect(200);
    }

    async fn two_administrators_cannot_disable_each_other_at_once(app: TestApp) {
        let (admin, role) = only_administrator(&app).await;
        let second = newcomer(&app).await;
        let _ = grant(&admin, &second.id.to_string(), &role).await.expect(201);
        let (one, two) = (format!("/people/{}", admin.id), format!("/people/{}", second.id));
        let (a, b) = (admin.get(&one).await.etag(), admin.get(&two).await.etag());
        let reason = json!({"reason": "争执"});
        let (first, other) = (format!("{two}/actions/disable"), format!("{one}/actions/disable"));
        let (x, y) = futures_util::future::join(
            admin.act(&first, &b, reason.clone()),
            second.act(&other, &a, reason),
        ).await;
        let done = [&x, &y].iter().filter(|answer| answer.status == 200).count();
        assert_eq!(done, 1, "{} {}", x.text, y.text);
    }

    async fn grants_of_people_out_of_reach_do_not_exist(app: TestApp) {
        let admin = app.signed_in(ADMINISTRATOR).await;
        let hr = app.signed_in(HR_MANAGER).await;
        let (clerk, _) = with_cookie(&app, "qiuyulan").await;
        let all = hr.get("/role-grants?limit=1").await.expect(200);
        let path = format!("/role-grants/{}", id(&all["items"][0]));
        clerk.get("/role-grants").await.refuses(403, "PERMISSION_MISSING");
        let body = json!({"code": "OWN_READER", "name": "本人", "permissions": [
            {"permission": "role.read", "scope": "OWN"}]});
        let role = id(&admin.post("/roles", body).await.expect(201));
        let _ = grant(&admin, &person_id(&hr, "qiuyulan").await, &role).await.expect(201);
        clerk.get(&path).await.refuses(404, "NOT_FOUND");
        let own = clerk.get("/role-grants").await.expect(200);
        assert_eq!(own["items"].as_array().unwrap().len(), 2, "{own}");
    }
}
