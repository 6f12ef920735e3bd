//! The machine's clock is set back. Within a process the service's clock does not follow; these are
//! the starts after it, as the database and the callers see them.
use crate::books::{Found, Line};
use chrono::Duration;
use kernel::audit::{seal, verify};
use serde_json::json;
use tests::company::{INFORMATION_SUPERVISOR, SALESPERSON, client};
use tests::{on_both, start_of_tests};

on_both! {
    async fn a_clock_set_back_hides_nothing_and_breaks_no_chain(app: TestApp) {
        let owner = app.signed_in(SALESPERSON).await;
        let keeper = app.signed_in(INFORMATION_SUPERVISOR).await;
        let body = client("成都锦程精密机械有限公司", &owner);
        let before = keeper.post_with_key("/clients", "before", &body).await;
        let path = format!("/clients/{}", before.expect(201)["id"].as_str().unwrap());
        app.seal().await;
        app.clock.set(start_of_tests() - Duration::hours(2));
        // A token of the future is none, and neither is its session lost for good: one signs in.
        let _ = keeper.get("/me").await.refuses(401, "NOT_AUTHENTICATED");
        let keeper = app.signed_in(INFORMATION_SUPERVISOR).await;
        // The key still has its answer, the file its version.
        let again = keeper.post_with_key("/clients", "before", &body).await;
        assert_eq!((again.header("idempotent-replayed"), again.expect(201)), ("true", before.expect(201)));
        let changed = keeper.patch_now(&path, json!({"employees": 120})).await.expect(200);
        assert_eq!(changed["version"], 2);
        let mut second = client("绵阳中谷仪表有限公司", &owner);
        second["telephone"] = json!("0816-2350011");
        let after = keeper.post("/clients", second).await.expect(201);
        assert_ne!(after["number"], before.expect(201)["number"]);
        app.seal().await;
        // The trail goes on behind what it had, in the order of the acts.
        let verdict = verify::verify(app.app.db.reader()).await.unwrap();
        assert!(verdict.valid, "{verdict:?}");
        let events = keeper.get("/events?limit=200").await.expect(200);
        let told: Vec<_> = events["items"].as_array().unwrap().iter()
            .filter(|event| event["resource"]["type"] == "client")
            .map(|event| event["type"].as_str().unwrap().to_owned()).collect();
        assert_eq!(told, ["client.created", "client.updated", "client.created"]);
        // Forward again, over everything: nothing is numbered twice, nothing waits.
        app.clock.set(start_of_tests() + Duration::hours(1));
        let _ = app.signed_in(INFORMATION_SUPERVISOR).await.get(&path).await.expect(200);
        assert_eq!(seal::seal(&app.app.db).await.unwrap().events, 0);
        let verdict = verify::verify(app.app.db.reader()).await.unwrap();
        let violations = i64::from(!verdict.valid);
        let (faults, acknowledged, engine) = (2, told.len(), app.engine);
        let found = Found { violations, ..Found::default() };
        Line { test: "clock set back", seed: 0, engine, faults, acknowledged, indeterminate: 0, found }
            .close();
    }
}
