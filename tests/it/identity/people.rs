//! People's files.
use super::{HR_MANAGER, id, person_id, role_id, with_cookie};
use serde_json::{Value, json};
use tests::{Caller, company::ADMINISTRATOR, company::SALESPERSON, on_both};

fn logins(page: &Value) -> Vec<&str> {
    page["items"].as_array().unwrap().iter().map(|p| p["login"].as_str().unwrap()).collect()
}

async fn all(caller: &Caller, query: &str) -> Vec<String> {
    let mut found = vec![];
    let mut address = format!("/people?{query}");
    loop {
        let page = caller.get(&address).await.expect(200);
        found.extend(logins(&page).into_iter().map(str::to_owned));
        let Some(next) = page["page"]["next_cursor"].as_str() else { return found };
        address = format!("/people?{query}&cursor={next}");
    }
}

on_both! {
    async fn pages_hold_everybody_once_in_the_order_of_names(app: TestApp) {
        let hr = app.signed_in(HR_MANAGER).await;
        let total = hr.get("/people?include_total=true&limit=1").await.expect(200);
        let total = usize::try_from(total["page"]["total"].as_u64().unwrap()).unwrap();
        for limit in [1, 7, 200] {
            let found = all(&hr, &format!("limit={limit}")).await;
            let distinct: std::collections::BTreeSet<_> = found.iter().collect();
            assert_eq!((found.len(), distinct.len()), (total, total));
        }
        let names: Vec<_> = {
            let page = hr.get("/people?limit=200").await.expect(200);
            page["items"].as_array().unwrap().iter()
                .map(|p| kernel::text::sort_key(p["name"].as_str().unwrap())).collect()
        };
        assert!(names.is_sorted());
    }

    async fn a_cursor_belongs_to_its_filters(app: TestApp) {
        let hr = app.signed_in(HR_MANAGER).await;
        let page = hr.get("/people?limit=2").await.expect(200);
        let cursor = page["page"]["next_cursor"].as_str().unwrap();
        hr.get(&format!("/people?limit=2&status=ACTIVE&cursor={cursor}")).await.refuses(400, "CURSOR_MISMATCH");
        hr.get(&format!("/people?limit=2&cursor={cursor}x")).await.refuses(400, "CURSOR_INVALID");
    }

    async fn they_are_found_by_characters_pinyin_initials_and_filters(app: TestApp) {
        let hr = app.signed_in(HR_MANAGER).await;
        for q in ["程涛", "程", "chengtao", "ct", "cheng"] {
            let found = hr.get(&format!("/people?q={q}")).await.expect(200);
            assert!(logins(&found).contains(&SALESPERSON), "{q}: {found}");
        }
        assert!(logins(&hr.get("/people?q=%25").await.expect(200)).is_empty());
        let role = role_id(&hr, "ADMINISTRATOR").await;
        let found = hr.get(&format!("/people?role_id={role}")).await.expect(200);
        assert_eq!(logins(&found), ["linzhiyuan", ADMINISTRATOR]);
        assert!(logins(&hr.get("/people?status=DISABLED").await.expect(200)).is_empty());
        hr.get("/people?status=GONE").await.refuses(400, "INVALID_PARAMETER");
        hr.get("/people?colour=red").await.refuses(400, "UNKNOWN_PARAMETER");
    }

    async fn whom_one_may_not_read_does_not_exist(app: TestApp) {
        // A clerk reads their own file alone.
        let clerk = app.signed_in("qiuyulan").await;
        let hr = app.signed_in(HR_MANAGER).await;
        assert_eq!(all(&clerk, "limit=200").await, ["qiuyulan"]);
        let foreign = person_id(&hr, SALESPERSON).await;
        let hidden = clerk.get(&format!("/people/{foreign}")).await;
        let missing = clerk.get("/people/01890000-0000-7000-8000-000000000000").await;
        hidden.refuses(404, "NOT_FOUND");
        let same = |answer: &tests::Answer| {
            let mut body = answer.json();
            body["request_id"] = json!(null);
            (answer.status, body)
        };
        assert_eq!(same(&hidden), same(&missing));
        clerk.get("/people/no-id").await.refuses(404, "NOT_FOUND");
        clerk.post("/people", json!({})).await.refuses(403, "PERMISSION_MISSING");
    }

    async fn a_file_is_opened_changed_and_never_twice_the_same_login(app: TestApp) {
        let hr = app.signed_in(HR_MANAGER).await;
        let body = json!({
            "login": "Fan.Bing", "name": "范兵", "employee_number": "T-1", "phone": "138 0013 8000",
            "email": "fan.bing@example.com",
        });
        let made = hr.post("/people", body.clone()).await;
        let person = made.expect(201);
        assert_eq!(person["login"], "fan.bing");
        assert_eq!(person["phone"], "13800138000");
        assert_eq!(made.header("location"), format!("/api/v1/people/{}", id(&person)));
        hr.post("/people", body).await.points_at("/login", "DUPLICATE");
        let other = json!({"login": "fan.bing2", "name": "范兵", "employee_number": "T-1"});
        hr.post("/people", other).await.points_at("/employee_number", "DUPLICATE");
        let path = format!("/people/{}", id(&person));
        let changed = hr.patch(&path, &made.etag(), json!({"phone": null, "name": "范冰"})).await;
        let after = changed.expect(200);
        assert_eq!((&after["phone"], &after["name"]), (&json!(null), &json!("范冰")));
        let stale = hr.patch(&path, &made.etag(), json!({"name": "范三"})).await;
        assert_eq!(stale.refuses(412, "STALE_VERSION")["current_version"], 2);
        let nothing = hr.request(reqwest::Method::PATCH, &path).json(&json!({"name": "范三"}));
        tests::app::send(nothing).await.refuses(428, "VERSION_REQUIRED");
        app.seal().await;
        let (auditor, _) = with_cookie(&app, tests::company::AUDITOR).await;
        let trail = auditor.get(&format!("/audit-entries?resource_id={}", id(&person))).await;
        assert!(trail.text.contains("person.updated") && trail.text.contains("范冰"));
    }

    async fn wrong_fields_are_pointed_at(app: TestApp) {
        let hr = app.signed_in(HR_MANAGER).await;
        let nobody = "01890000-0000-7000-8000-000000000000";
        for (pointer, code, body) in [
            ("/login", "REQUIRED", json!({"name": "甲"})),
            ("/login", "FORMAT", json!({"login": "有空 格", "name": "甲"})),
            ("/name", "REQUIRED", json!({"login": "jia", "name": "  "})),
            ("/name", "CONTROL_CHARACTER", json!({"login": "jia", "name": "甲\u{0}"})),
            ("/email", "FORMAT", json!({"login": "jia", "name": "甲", "email": "x"})),
            ("/phone", "FORMAT", json!({"login": "jia", "name": "甲", "phone": "一二三"})),
            ("/department_id", "UNKNOWN_REFERENCE", json!({"login": "jia", "name": "甲", "department_id": nobody})),
            ("/site_id", "UNKNOWN_REFERENCE", json!({"login": "jia", "name": "甲", "site_id": nobody})),
            ("/superior_id", "UNKNOWN_REFERENCE", json!({"login": "jia", "name": "甲", "superior_id": nobody})),
            ("/status", "UNKNOWN_FIELD", json!({"login": "jia", "name": "甲", "status": "DISABLED"})),
            ("/password_hash", "UNKNOWN_FIELD", json!({"login": "jia", "name": "甲", "password_hash": "x"})),
        ] {
            hr.post("/people", body).await.points_at(pointer, code);
        }
    }

    async fn nobody_moves_themselves_or_reports_in_a_circle(app: TestApp) {
        let hr = app.signed_in(HR_MANAGER).await;
        let own = format!("/people/{}", person_id(&hr, HR_MANAGER).await);
        hr.patch_now(&own, json!({"department_id": null})).await.refuses(409, "OWN_FILE");
        let _ = hr.patch_now(&own, json!({"phone": "13900139000"})).await.expect(200);
        hr.act_now(&own, "disable", json!({"reason": "自己"})).await.refuses(409, "OWN_FILE");
        // The general manager below somebody who reports to them.
        let top = format!("/people/{}", person_id(&hr, "hejianguo").await);
        let below = person_id(&hr, HR_MANAGER).await;
        hr.patch_now(&top, json!({"superior_id": below})).await.points_at("/superior_id", "SUPERIOR_CYCLE");
    }

    async fn a_dry_run_changes_nothing(app: TestApp) {
        let admin = app.signed_in(ADMINISTRATOR).await;
        let path = format!("/people/{}", person_id(&admin, SALESPERSON).await);
        let etag = admin.get(&path).await.etag();
        let address = format!("{path}/actions/disable?dry_run=true");
        let would = admin.act(&address, &etag, json!({"reason": "试算"})).await.expect(200);
        assert_eq!(would["status"], "DISABLED");
        let now = admin.get(&path).await;
        assert_eq!((now.expect(200)["status"].as_str(), now.etag()), (Some("ACTIVE"), etag));
    }
}
