//! How people want to be told: what they may choose, and what nobody turns off.
use serde_json::{Value, json};
use tests::company::{SALES_MANAGER, SALESPERSON};
use tests::{Caller, on_both};

const SETTINGS: &str = "/me/notification-settings";

fn of_kind<'a>(settings: &'a Value, kind: &str) -> &'a Value {
    let kinds = settings["kinds"].as_array().unwrap();
    kinds.iter().find(|it| it["kind"] == kind).unwrap_or_else(|| panic!("{kind}"))
}

async fn choose(who: &Caller, patch: Value) -> tests::Answer {
    let etag = who.get(SETTINGS).await.etag();
    who.patch(SETTINGS, &etag, patch).await
}

fn chosen(kind: &str, mail: &str) -> Value {
    json!({"kind": kind, "mail": mail, "webhook": false})
}

on_both! {
    async fn everybody_begins_with_a_digest_and_quiet_nights(app: TestApp) {
        let who = app.signed_in(SALESPERSON).await;
        let settings = who.get(SETTINGS).await.expect(200);
        assert_eq!(settings["digest_at"], "08:30");
        assert_eq!((&settings["quiet_from"], &settings["quiet_to"]), (&json!("22:00"), &json!("07:00")));
        assert_eq!(settings["mail_works"], false, "no server is named");
        let kinds = settings["kinds"].as_array().unwrap();
        assert_eq!(kinds.len(), zhidu::wiring::notices().len());
        for kind in kinds {
            let usual = if kind["always"] == true { "AT_ONCE" } else { "DIGEST" };
            assert_eq!((&kind["mail"], &kind["webhook"]), (&json!(usual), &json!(false)), "{kind}");
        }
        assert_eq!(of_kind(&settings, "obligation.escalated")["always"], true);
        assert_eq!(of_kind(&settings, "client.mentioned")["name"], "有人在评论中提到了您");
        let english = who.reading("en").get(SETTINGS).await.expect(200);
        assert_eq!(of_kind(&english, "client.mentioned")["name"], "You were mentioned in a comment");
    }

    async fn what_is_chosen_is_kept_and_nobody_elses(app: TestApp) {
        let (who, other) = (app.signed_in(SALESPERSON).await, app.signed_in(SALES_MANAGER).await);
        let kinds = json!([chosen("client.mentioned", "AT_ONCE"), chosen("obligation.opened", "NEVER")]);
        let patch = json!({"digest_at": "17:45", "quiet_from": "21:00", "quiet_to": "08:00", "kinds": kinds});
        let after = choose(&who, patch).await.expect(200);
        assert_eq!((&after["digest_at"], &after["quiet_to"]), (&json!("17:45"), &json!("08:00")));
        assert_eq!(of_kind(&after, "client.mentioned")["mail"], "AT_ONCE");
        assert_eq!(of_kind(&after, "obligation.opened")["mail"], "NEVER");
        assert_eq!(who.get(SETTINGS).await.expect(200), after);
        let untouched = other.get(SETTINGS).await.expect(200);
        assert_eq!(of_kind(&untouched, "client.mentioned")["mail"], "DIGEST");

        let loud = choose(&who, json!({"quiet_from": null, "quiet_to": null})).await.expect(200);
        assert_eq!((&loud["quiet_from"], &loud["digest_at"]), (&Value::Null, &json!("17:45")));
        assert_eq!(of_kind(&loud, "client.mentioned")["mail"], "AT_ONCE", "a patch keeps the rest");
        let usual = choose(&who, json!({"kinds": []})).await.expect(200);
        assert_eq!(of_kind(&usual, "client.mentioned")["mail"], "DIGEST");
        let stale = who.patch(SETTINGS, "\"1\"", json!({"digest_at": "09:00"})).await;
        stale.refuses(412, "STALE_VERSION");
    }

    async fn two_first_choices_at_once_are_one_and_a_stale_one(app: TestApp) {
        let who = app.signed_in(SALESPERSON).await;
        let both = ["07:00", "09:00"].map(|at| {
            let who = who.clone();
            async move { who.patch(SETTINGS, "\"1\"", json!({"digest_at": at})).await.status.as_u16() }
        });
        let mut statuses = futures_util::future::join_all(both).await;
        statuses.sort_unstable();
        assert_eq!(statuses, [200, 412]);
    }

    /// Escalations cannot be muted.
    async fn nobody_turns_an_escalation_off(app: TestApp) {
        let who = app.signed_in(SALES_MANAGER).await;
        for kind in ["obligation.escalated", "approval.overdue", "person.password-reset"] {
            for mail in ["NEVER", "DIGEST"] {
                let refused = choose(&who, json!({"kinds": [chosen(kind, mail)]})).await;
                refused.points_at("/kinds/0/mail", "NOTICE_ALWAYS_MAILED");
            }
            let _ = choose(&who, json!({"kinds": [chosen(kind, "AT_ONCE")]})).await.expect(200);
        }
        let long = choose(&who, json!({"quiet_from": "08:00", "quiet_to": "20:01"})).await;
        long.points_at("/quiet_to", "QUIET_TOO_LONG");
        choose(&who, json!({"quiet_to": null})).await.points_at("/quiet_to", "REQUIRED");
        choose(&who, json!({"digest_at": "8:30"})).await.points_at("/digest_at", "FORMAT");
        let unknown = choose(&who, json!({"kinds": [chosen("client.praised", "NEVER")]})).await;
        unknown.points_at("/kinds/0/kind", "UNKNOWN_REFERENCE");
        let twice = json!([chosen("client.asked", "NEVER"), chosen("client.asked", "AT_ONCE")]);
        choose(&who, json!({"kinds": twice})).await.points_at("/kinds/1/kind", "DUPLICATE");
    }

    async fn who_chose_what_stands_in_the_trail(app: TestApp) {
        let who = app.signed_in(SALESPERSON).await;
        let _ = choose(&who, json!({"kinds": [chosen("client.asked", "NEVER")]})).await.expect(200);
        let auditor = app.signed_in(tests::company::AUDITOR).await;
        app.seal().await;
        let page = auditor.get("/audit-entries?action=notification-settings.updated").await.expect(200);
        assert_eq!(page["items"].as_array().unwrap().len(), 1, "{page}");
        assert_eq!(page["items"][0]["actor"]["id"], json!(who.id));
    }
}
