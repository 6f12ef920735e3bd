//! Duties that exclude each other, whichever way they would come together.
use super::{grant, id, new_role, now, person_id};
use chrono::Duration;
use serde_json::{Value, json};
use tests::{Caller, TestApp, company::ADMINISTRATOR, company::GENERAL_MANAGER, on_both};

const A: &str = "calendar.manage";
const B: &str = "parameter.manage";

async fn exclude(admin: &Caller, a: &str, b: &str) -> Value {
    let body = json!({
        "permission_a": a, "permission_b": b, "reason": "须由两人分别承担", "clauses": ["A-SOD-04"],
    });
    admin.post("/duty-conflicts", body).await.expect(201)
}

struct Scene {
    admin: Caller,
    person: Caller,
    a: String,
    b: String,
}

/// Two roles that exclude each other, and somebody without any.
async fn scene(app: &TestApp) -> Scene {
    let admin = app.signed_in(ADMINISTRATOR).await;
    let person = app.newcomer("xin.lai").await;
    let _ = exclude(&admin, B, A).await;
    let a = new_role(&admin, "ROLE_A", &[A]).await;
    let b = new_role(&admin, "ROLE_B", &[B]).await;
    Scene { admin, person, a, b }
}

on_both! {
    async fn a_second_grant_is_refused_and_names_both_and_the_rule(app: TestApp) {
        let Scene { admin, person, a, b } = scene(&app).await;
        let id = person.id.to_string();
        let _ = grant(&admin, &id, &a).await.expect(201);
        let body = grant(&admin, &id, &b).await.refuses_by(409, "DUTY_CONFLICT", "A-SOD-04");
        assert_eq!(body["params"]["permission_a"], A);
        assert_eq!(body["params"]["permission_b"], B);
        assert_eq!(body["params"]["person"], "钱新来");
        // Nothing of it was kept.
        let held = person.get("/me").await.expect(200);
        assert_eq!(held["roles"].as_array().unwrap().len(), 1);
    }

    async fn a_grant_for_later_counts_unless_the_first_has_ended_by_then(app: TestApp) {
        let Scene { admin, person, a, b } = scene(&app).await;
        let begin = now(&app);
        let until = |days| json!((begin + Duration::days(days)).to_rfc3339());
        let first = json!({"person_id": person.id, "role_id": a, "reason": "轮岗", "valid_until": until(10)});
        let _ = admin.post("/role-grants", first).await.expect(201);
        let early = json!({"person_id": person.id, "role_id": b, "reason": "轮岗", "valid_from": until(9)});
        admin.post("/role-grants", early).await.refuses(409, "DUTY_CONFLICT");
        let after = json!({"person_id": person.id, "role_id": b, "reason": "轮岗", "valid_from": until(10)});
        let _ = admin.post("/role-grants", after).await.expect(201);
    }

    async fn a_role_cannot_come_to_hold_both(app: TestApp) {
        let Scene { admin, person, a, b } = scene(&app).await;
        let both = json!([{"permission": A, "scope": "OWN"}, {"permission": B, "scope": "SITE"}]);
        let body = json!({"code": "BOTH", "name": "兼任", "permissions": both});
        admin.post("/roles", body).await.refuses(409, "DUTY_CONFLICT");
        admin.patch_now(&format!("/roles/{a}"), json!({"permissions": both})).await
            .refuses(409, "DUTY_CONFLICT");
        // Nor through two roles that are each innocent.
        let harmless = new_role(&admin, "HARMLESS", &["person.read"]).await;
        let id = person.id.to_string();
        let _ = grant(&admin, &id, &a).await.expect(201);
        let _ = grant(&admin, &id, &harmless).await.expect(201);
        let more = json!({"permissions": [{"permission": B, "scope": "ALL"}]});
        admin.patch_now(&format!("/roles/{harmless}"), more).await.refuses(409, "DUTY_CONFLICT");
        let _ = b;
    }

    async fn a_delegation_cannot_bring_them_together(app: TestApp) {
        let Scene { admin, person, a, .. } = scene(&app).await;
        let _ = grant(&admin, &person.id.to_string(), &a).await.expect(201);
        // The general manager holds the other and may lend it.
        let manager = app.signed_in(GENERAL_MANAGER).await;
        let lend = |to: String| json!({
            "to_person_id": to, "permissions": [B], "reason": "出差",
            "valid_until": (now(&app) + Duration::days(3)).to_rfc3339(),
        });
        let refused = manager.post("/delegations", lend(person.id.to_string())).await;
        // What is a matter of rights is not lent at all; what is not, is held against the matrix.
        refused.refuses_by(409, "DUTY_CONFLICT", "A-SOD-04");
        let free = person_id(&admin, "qiuyulan").await;
        let lent = manager.post("/delegations", lend(free.clone())).await.expect(201);
        grant(&admin, &free, &a).await.refuses(409, "DUTY_CONFLICT");
        let path = format!("/delegations/{}", id(&lent));
        let _ = manager.act_now(&path, "revoke", json!({"reason": "提前返岗"})).await.expect(200);
        let _ = grant(&admin, &free, &a).await.expect(201);
    }

    async fn two_grants_at_once_do_not_slip_through(app: TestApp) {
        let Scene { admin, person, a, b } = scene(&app).await;
        let id = person.id.to_string();
        let (one, two) =
            futures_util::future::join(grant(&admin, &id, &a), grant(&admin, &id, &b)).await;
        let mut statuses = [one.status.as_u16(), two.status.as_u16()];
        statuses.sort_unstable();
        assert_eq!(statuses, [201, 409], "{} {}", one.text, two.text);
    }

    async fn a_grant_and_a_role_change_at_once_do_not_slip_through(app: TestApp) {
        let Scene { admin, person, a, .. } = scene(&app).await;
        let id = person.id.to_string();
        let harmless = new_role(&admin, "HARMLESS", &["person.read"]).await;
        let _ = grant(&admin, &id, &harmless).await.expect(201);
        let path = format!("/roles/{harmless}");
        let more = json!({"permissions": [{"permission": B, "scope": "ALL"}]});
        let (one, two) =
            futures_util::future::join(grant(&admin, &id, &a), admin.patch(&path, "\"1\"", more)).await;
        assert!(one.status == 409 || two.status == 409, "{} {}", one.text, two.text);
        assert!(one.status == 201 || two.status == 200, "{} {}", one.text, two.text);
    }

    async fn the_matrix_never_says_what_is_not_so(app: TestApp) {
        let admin = app.signed_in(ADMINISTRATOR).await;
        let body = json!({"permission_a": "audit.read", "permission_b": "parameter.manage", "reason": "分设"});
        // The general manager holds both.
        admin.post("/duty-conflicts", body).await.refuses(409, "DUTY_CONFLICT");
        let first = exclude(&admin, A, B).await;
        let again = json!({"permission_a": B, "permission_b": A, "reason": "重复"});
        admin.post("/duty-conflicts", again).await.refuses(409, "DUTY_CONFLICT_EXISTS");
        let path = format!("/duty-conflicts/{}", id(&first));
        let _ = admin.act_now(&path, "end", json!({"reason": "岗位合并"})).await.expect(200);
        admin.act_now(&path, "end", json!({"reason": "再次"})).await.refuses(409, "DUTY_CONFLICT_ENDED");
        let _ = exclude(&admin, A, B).await;
        let wrong = json!({"permission_a": "no.such", "permission_b": A, "reason": "误", "clauses": ["Z-1"]});
        let refused = admin.post("/duty-conflicts", wrong).await;
        refused.points_at("/permission_a", "UNKNOWN_REFERENCE");
        refused.points_at("/clauses/0", "UNKNOWN_REFERENCE");
        let same = json!({"permission_a": A, "permission_b": A, "reason": "误"});
        admin.post("/duty-conflicts", same).await.points_at("/permission_b", "DUPLICATE");
    }
}
