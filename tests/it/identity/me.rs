//! One's own profile, rights and sessions.
use super::{with, with_cookie};
use serde_json::{Value, json};
use tests::{company::ADMINISTRATOR, company::SALESPERSON, on_both};

on_both! {
    async fn a_profile_says_who_where_and_what(app: TestApp) {
        let caller = app.signed_in(SALESPERSON).await;
        let me = caller.get("/me").await.expect(200);
        assert_eq!((&me["login"], &me["name"]), (&json!(SALESPERSON), &json!("程涛")));
        assert_eq!(me["superior"]["name"], "唐伟");
        assert_eq!(me["roles"][0]["code"], "SALESPERSON");
        assert_eq!((&me["clearance"], &me["via"]), (&json!(1), &json!("SESSION")));
        assert!(me.get("password_hash").is_none());
        let rights = caller.get("/me/permissions").await.expect(200);
        let read = rights["permissions"].as_array().unwrap().iter()
            .find(|p| p["permission"] == "client.read").unwrap().clone();
        assert_eq!((&read["scope"]["own"], &read["scope"]["all"]), (&json!(true), &json!(false)));
    }

    async fn people_change_their_contact_data_and_looks_and_nothing_else(app: TestApp) {
        let caller = app.signed_in(SALESPERSON).await;
        let etag = caller.get("/me").await.etag();
        let body = json!({"theme": "DARK", "locale": "zh-TW", "phone": "139-0013-9000", "email": null});
        let after = caller.patch("/me", &etag, body.clone()).await.expect(200);
        assert_eq!((&after["theme"], &after["locale"]), (&json!("DARK"), &json!("zh-TW")));
        assert_eq!((&after["phone"], &after["email"]), (&json!("13900139000"), &Value::Null));
        caller.patch("/me", &etag, body).await.refuses(412, "STALE_VERSION");
        for field in ["name", "login", "department_id", "clearance", "roles", "status"] {
            let patch = json!({field: "x"});
            caller.patch_now("/me", patch).await.points_at(&format!("/{field}"), "UNKNOWN_FIELD");
        }
    }

    async fn sessions_are_listed_and_ended(app: TestApp) {
        let (here, _) = with_cookie(&app, SALESPERSON).await;
        let (there, cookie) = with_cookie(&app, SALESPERSON).await;
        let all = here.get("/me/sessions").await.expect(200);
        let sessions = all["items"].as_array().unwrap();
        assert_eq!(sessions.len(), 2);
        let other = sessions.iter().find(|s| s["current"] == false).unwrap();
        let path = format!("/me/sessions/{}/actions/end", other["id"].as_str().unwrap());
        // Not anybody else's.
        let admin = app.signed_in(ADMINISTRATOR).await;
        admin.post(&path, json!({})).await.refuses(404, "NOT_FOUND");
        let _ = there.get("/me").await.expect(200);
        let _ = here.post(&path, json!({})).await.expect(204);
        there.get("/me").await.refuses(401, "NOT_AUTHENTICATED");
        with(&app, "/auth/refresh", &cookie).await.refuses(401, "NOT_AUTHENTICATED");
        here.post(&path, json!({})).await.refuses(404, "NOT_FOUND");
        let (third, _) = with_cookie(&app, SALESPERSON).await;
        let _ = here.post("/me/sessions/actions/end-others", json!({})).await.expect(204);
        third.get("/me").await.refuses(401, "NOT_AUTHENTICATED");
        let _ = here.get("/me").await.expect(200);
    }

    async fn the_inventory_reads_in_the_callers_language(app: TestApp) {
        let caller = app.signed_in(SALESPERSON).await;
        let described = |body: &Value| {
            body["items"].as_array().unwrap().iter().find(|p| p["code"] == "person.read")
                .unwrap()["description"].as_str().unwrap().to_owned()
        };
        let zh = caller.get("/permissions").await.expect(200);
        let en = caller.reading("en").get("/permissions").await.expect(200);
        assert_eq!((described(&zh).as_str(), described(&en).as_str()), ("查看人员", "Read people"));
    }

    async fn the_inventory_says_what_can_be_lent(app: TestApp) {
        let caller = app.signed_in(SALESPERSON).await;
        let inventory = caller.get("/permissions").await.expect(200);
        let lendable = |code: &str| {
            inventory["items"].as_array().unwrap().iter().find(|p| p["code"] == code)
                .unwrap()["lendable"].as_bool().unwrap()
        };
        assert!(lendable("client.read") && lendable("client-personal.read"));
        assert!(!lendable("role.grant") && !lendable("person.manage"));
    }
}
