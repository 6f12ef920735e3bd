use super::CASHIER;
use serde_json::{Value, json};
use tests::company::SERVICE_MANAGER;
use tests::on_both;

const PATTERN: &str = "/calendar/week-pattern";

/// Monday to Saturday, mornings.
fn mornings(from: &str) -> Value {
    let morning = json!([{"start": "08:00", "end": "12:00"}]);
    let mut days = vec![morning; 6];
    days.push(json!([]));
    json!({"effective_from": from, "days": days, "reason": "试行六天工作制"})
}

on_both! {
    async fn the_first_pattern_comes_with_the_product(app: TestApp) {
        let cashier = app.signed_in(CASHIER).await;
        let answer = cashier.get(PATTERN).await;
        let body = answer.expect(200);
        let current = body["current"].as_array().unwrap();
        assert_eq!((current.len(), &current[0][0]["start"]), (7, &json!("08:30")));
        assert_eq!((&current[5], answer.etag().as_str()), (&json!([]), "\"1\""));
    }

    async fn new_hours_hold_from_their_date_on(app: TestApp) {
        let keeper = app.signed_in(SERVICE_MANAGER).await;
        let body = keeper.post(PATTERN, mornings("2026-12-01")).await.expect(201);
        let states: Vec<_> = body["patterns"]
            .as_array()
            .unwrap()
            .iter()
            .map(|p| p["state"].as_str().unwrap())
            .collect();
        assert_eq!(states, ["PLANNED", "IN_EFFECT"]);
        let days = keeper.get("/calendar?from=2026-11-28&to=2026-12-05").await.expect(200);
        let working: Vec<_> = days["days"]
            .as_array()
            .unwrap()
            .iter()
            .map(|d| d["working"].as_bool().unwrap())
            .collect();
        assert_eq!(working, [false, false, true, true, true, true, true, true]);
        let again = keeper.post(PATTERN, mornings("2026-12-01")).await.expect(201);
        assert_eq!(again["patterns"][1]["state"], "SUPERSEDED");
    }

    async fn wrong_weeks_are_pointed_at(app: TestApp) {
        let keeper = app.signed_in(SERVICE_MANAGER).await;
        keeper
            .post(PATTERN, mornings("2026-11-22"))
            .await
            .points_at("/effective_from", "DATE_PASSED");
        let mut short = mornings("2026-12-01");
        short["days"].as_array_mut().unwrap().pop();
        keeper.post(PATTERN, short).await.points_at("/days", "LENGTH");
        let mut idle = mornings("2026-12-01");
        idle["days"] = json!([[], [], [], [], [], [], []]);
        keeper.post(PATTERN, idle).await.points_at("/days", "REQUIRED");
        let mut late = mornings("2026-12-01");
        late["days"][2][0]["end"] = json!("24:30");
        keeper.post(PATTERN, late).await.points_at("/days/2/0", "FORMAT");
    }

    async fn only_who_keeps_the_calendar_sets_hours(app: TestApp) {
        let cashier = app.signed_in(CASHIER).await;
        cashier.post(PATTERN, mornings("2026-12-01")).await.refuses(403, "PERMISSION_MISSING");
    }
}
