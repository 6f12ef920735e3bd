use super::{CASHIER, action, each};
use chrono::Duration;
use serde_json::{Value, json};
use tests::company::{GENERAL_MANAGER, SERVICE_MANAGER};
use tests::on_both;

const MONTHS: &str = "/parameters/clients.verification_months";
const VALUES: &str = "/parameters/clients.verification_months/values";

/// A setting; tests begin on 2026-11-23.
fn setting(value: impl Into<Value>, from: &str) -> Value {
    json!({"value": value.into(), "effective_from": from, "reason": "按年度复审调整"})
}

on_both! {
    async fn the_handbooks_figure_holds_until_somebody_sets_another(app: TestApp) {
        let manager = app.signed_in(GENERAL_MANAGER).await;
        let before = manager.get(MONTHS).await;
        let body = before.expect(200);
        assert_eq!((&body["default"], &body["current"]), (&json!(3), &json!(3)));
        assert_eq!((before.etag().as_str(), &body["current_since"]), ("\"0\"", &Value::Null));
        let set = manager.post(VALUES, setting(6, "2026-11-23")).await;
        let body = set.expect(201);
        assert_eq!(set.header("location"), "/api/v1/parameters/clients.verification_months");
        assert_eq!((&body["current"], &body["current_since"]), (&json!(6), &json!("2026-11-23")));
        let value = &body["values"][0];
        assert_eq!(
            (&value["state"], &value["reason"]),
            (&json!("IN_EFFECT"), &json!("按年度复审调整"))
        );
        assert_eq!(value["set_by"]["id"], manager.id.to_string());
        assert_eq!(manager.get(MONTHS).await.etag(), "\"1\"");
    }

    async fn a_later_date_takes_effect_when_it_comes(app: TestApp) {
        let manager = app.signed_in(GENERAL_MANAGER).await;
        let _ = manager.post(VALUES, setting(6, "2026-12-01")).await.expect(201);
        assert_eq!(manager.get(MONTHS).await.expect(200)["current"], 3);
        // 16:30 in UTC on 30 November is the first of December in Shanghai.
        app.clock.advance(Duration::days(7) + Duration::minutes(14 * 60 + 30));
        let manager = app.signed_in(GENERAL_MANAGER).await;
        assert_eq!(manager.get(MONTHS).await.expect(200)["current"], 6);
    }

    async fn history_is_never_rewritten(app: TestApp) {
        let manager = app.signed_in(GENERAL_MANAGER).await;
        for value in [4, 5] {
            let _ = manager.post(VALUES, setting(value, "2026-11-23")).await.expect(201);
        }
        let _ = manager.post(VALUES, setting(9, "2027-01-01")).await.expect(201);
        let body = manager.get(MONTHS).await.expect(200);
        let shown: Vec<_> = body["values"]
            .as_array()
            .unwrap()
            .iter()
            .map(|v| (v["value"].as_i64().unwrap(), v["state"].as_str().unwrap()))
            .collect();
        assert_eq!(shown, [(9, "PLANNED"), (5, "IN_EFFECT"), (4, "SUPERSEDED")]);
        manager
            .post(VALUES, setting(7, "+262142-12-31"))
            .await
            .points_at("/effective_from", "RANGE");
        manager
            .post(VALUES, setting(7, "2026-11-22"))
            .await
            .points_at("/effective_from", "DATE_PASSED");
    }

    async fn values_that_do_not_fit_are_pointed_at(app: TestApp) {
        let manager = app.signed_in(GENERAL_MANAGER).await;
        for (value, code) in [
            (json!(25), "RANGE"),
            (json!(0), "RANGE"),
            (json!("6"), "WRONG_TYPE"),
            (json!(true), "WRONG_TYPE"),
            (json!(1.5), "FORMAT"),
        ] {
            manager.post(VALUES, setting(value, "2026-11-23")).await.points_at("/value", code);
        }
        let mut unexplained = setting(6, "2026-11-23");
        unexplained["reason"] = json!("  ");
        manager.post(VALUES, unexplained).await.points_at("/reason", "REQUIRED");
        let mut more = setting(6, "2026-11-23");
        more["set_by"] = json!(manager.id);
        manager.post(VALUES, more).await.points_at("/set_by", "UNKNOWN_FIELD");
        manager
            .post("/parameters/clients.nothing/values", setting(6, "2026-11-23"))
            .await
            .refuses(404, "NOT_FOUND");
    }

    async fn only_who_may_set_figures_sets_them(app: TestApp) {
        for login in [CASHIER, SERVICE_MANAGER] {
            let other = app.signed_in(login).await;
            other.post(VALUES, setting(6, "2026-11-23")).await.refuses(403, "PERMISSION_MISSING");
            let shown = other.get(MONTHS).await.expect(200);
            assert_eq!(action(&shown, "set"), (false, "PERMISSION_MISSING"));
        }
        let manager = app.signed_in(GENERAL_MANAGER).await;
        assert_eq!(action(&manager.get(MONTHS).await.expect(200), "set"), (true, ""));
    }

    async fn a_retried_setting_has_one_effect(app: TestApp) {
        let manager = app.signed_in(GENERAL_MANAGER).await;
        let body = setting(6, "2026-11-23");
        let first = manager.post_with_key(VALUES, "figure-1", &body).await;
        let again = manager.post_with_key(VALUES, "figure-1", &body).await;
        assert_eq!(first.expect(201), again.expect(201));
        assert_eq!(again.header("idempotent-replayed"), "true");
        assert_eq!(manager.get(MONTHS).await.etag(), "\"1\"");
    }

    async fn settings_at_the_same_moment_are_all_kept_or_refused(app: TestApp) {
        let manager = app.signed_in(GENERAL_MANAGER).await;
        let tries = (1..=20).map(|value| manager.post(VALUES, setting(value, "2026-11-23")));
        let answers = futures_util::future::join_all(tries).await;
        let kept = answers.iter().filter(|answer| answer.status == 201).count();
        assert!(kept >= 1);
        for answer in answers.iter().filter(|answer| answer.status != 201) {
            answer.refuses(409, "CONFLICT");
        }
        let body = manager.get(MONTHS).await.expect(200);
        assert_eq!(body["version"], json!(kept));
        assert_eq!(body["values"].as_array().unwrap().len(), kept);
    }

    async fn parameters_are_listed_and_found(app: TestApp) {
        let cashier = app.signed_in(CASHIER).await;
        let all = cashier.get("/parameters?limit=200&include_total=true").await.expect(200);
        let keys = each(&all, "key");
        assert!(keys.is_sorted() && keys.contains(&"clients.verification_months"), "{keys:?}");
        assert_eq!(all["page"]["total"], json!(keys.len()));
        for query in ["q=verification", "q=A-CLI-10&module=clients", "module=clients"] {
            let found = cashier.get(&format!("/parameters?{query}")).await.expect(200);
            assert!(
                each(&found, "key").contains(&"clients.verification_months"),
                "{query}: {found}"
            );
        }
        let none = cashier.get("/parameters?module=governance&q=nothing").await.expect(200);
        assert!(each(&none, "key").is_empty());
    }

    async fn a_setting_stands_in_the_trail_with_both_figures(app: TestApp) {
        use kernel::audit::entry;
        use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
        let manager = app.signed_in(GENERAL_MANAGER).await;
        let _ = manager.post(VALUES, setting(6, "2026-11-23")).await.expect(201);
        let entries = entry::Entity::find().filter(entry::Column::Action.eq("parameter.set"));
        let entry = entries.one(app.app.db.reader()).await.unwrap().unwrap();
        let changes: Value = serde_json::from_str(&entry.changes).unwrap();
        assert_eq!(changes, json!({"value": [3, 6], "effective_from": [null, "2026-11-23"]}));
        assert_eq!((entry.actor_id, entry.reason.as_deref()), (manager.id, Some("按年度复审调整")));
    }
}
