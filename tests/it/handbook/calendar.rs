use super::{CASHIER, action};
use serde_json::{Value, json};
use tests::company::{GENERAL_MANAGER, SERVICE_MANAGER};
use tests::{Caller, on_both};

/// A decision for a day; tests begin on Monday 2026-11-23.
fn decision(date: &str, working: bool) -> Value {
    json!({"date": date, "working": working, "name": "年终盘点", "reason": "经办公会决定"})
}

async fn day(caller: &Caller, date: &str) -> Value {
    let range = caller.get(&format!("/calendar?from={date}&to={date}")).await.expect(200);
    range["days"][0].clone()
}

on_both! {
    async fn holidays_and_make_up_days_come_with_the_product(app: TestApp) {
        let cashier = app.signed_in(CASHIER).await;
        let october = cashier.get("/calendar?from=2026-10-01&to=2026-10-12").await.expect(200);
        let days = october["days"].as_array().unwrap();
        assert_eq!((days.len(), &october["time_zone"]), (12, &json!("Asia/Shanghai")));
        let holiday = &days[0];
        assert_eq!((&holiday["kind"], &holiday["name"]), (&json!("HOLIDAY"), &json!("国庆节")));
        assert_eq!((&holiday["source"], &holiday["working"]), (&json!("NATIONAL"), &json!(false)));
        let make_up = &days[9];
        assert_eq!((&make_up["kind"], &make_up["date"]), (&json!("MAKE_UP"), &json!("2026-10-10")));
        assert_eq!(
            make_up["intervals"],
            json!([{"start": "08:30", "end": "11:30"}, {"start": "13:00", "end": "17:00"}])
        );
        let english = cashier.reading("en").get("/calendar?from=2026-10-01&to=2026-10-01").await;
        assert_eq!(english.expect(200)["days"][0]["name"], "National Day");
    }

    async fn years_nobody_has_entered_are_flagged(app: TestApp) {
        let cashier = app.signed_in(CASHIER).await;
        let turn = cashier.get("/calendar?from=2026-12-31&to=2027-01-01").await.expect(200);
        assert_eq!(turn["unknown_years"], json!([2027]));
        let new_year = &turn["days"][1];
        assert_eq!(
            (&new_year["kind"], &new_year["year_known"]),
            (&json!("WEEKDAY"), &json!(false))
        );
    }

    async fn a_range_has_two_years_at_the_most_and_an_order(app: TestApp) {
        let cashier = app.signed_in(CASHIER).await;
        cashier
            .get("/calendar?from=2026-01-01&to=2028-01-03")
            .await
            .refuses(400, "INVALID_PARAMETER");
        cashier
            .get("/calendar?from=2026-01-02&to=2026-01-01")
            .await
            .refuses(400, "INVALID_PARAMETER");
        cashier.get("/calendar?from=2026-01-02").await.refuses(400, "INVALID_PARAMETER");
        cashier
            .get("/calendar?from=2026-02-30&to=2026-03-01")
            .await
            .refuses(400, "INVALID_PARAMETER");
    }

    async fn deadlines_pass_over_holidays(app: TestApp) {
        let cashier = app.signed_in(CASHIER).await;
        // Wednesday 2026-09-30, 10:00 in Shanghai; 1 to 7 October are off, 10 October is worked.
        let asked = "/calendar/deadline?from=2026-09-30T02:00:00Z";
        let days = cashier.get(&format!("{asked}&working_days=3")).await.expect(200);
        assert_eq!(
            (&days["due_on"], &days["due_at"]),
            (&json!("2026-10-10"), &json!("2026-10-10T09:00:00Z"))
        );
        let minutes = cashier.get(&format!("{asked}&working_minutes=331")).await.expect(200);
        assert_eq!(minutes["due_at"], "2026-10-08T00:31:00Z");
        for wrong in
            ["", "&working_days=1&working_minutes=1", "&working_days=5001", "&working_days=-1"]
        {
            cashier.get(&format!("{asked}{wrong}")).await.refuses(400, "INVALID_PARAMETER");
        }
        let far = "/calendar/deadline?from=2026-12-31T02:00:00Z&working_days=1";
        assert_eq!(cashier.get(far).await.expect(200)["unknown_years"], json!([2027]));
    }

    async fn the_company_decides_about_a_day_and_withdraws(app: TestApp) {
        let keeper = app.signed_in(SERVICE_MANAGER).await;
        let decided = keeper.post("/calendar/days", decision("2026-12-31", false)).await;
        let body = decided.expect(201);
        assert_eq!(decided.header("location"), "/api/v1/calendar/days/2026-12-31");
        assert_eq!((&body["kind"], &body["source"]), (&json!("EXCEPTION"), &json!("COMPANY")));
        assert_eq!(body["decisions"][0]["set_by"]["id"], keeper.id.to_string());
        assert_eq!(day(&keeper, "2026-12-31").await["working"], false);
        assert_eq!(action(&body, "withdraw"), (true, ""));
        let path = "/calendar/days/2026-12-31/actions/withdraw";
        let stale = keeper.act(path, "\"0\"", json!({"reason": "改期"})).await;
        assert_eq!(stale.refuses(412, "STALE_VERSION")["current_version"], 1);
        let tried =
            keeper.act(&format!("{path}?dry_run=true"), "\"1\"", json!({"reason": "改期"})).await;
        assert_eq!(tried.expect(200)["kind"], "WEEKDAY");
        assert_eq!(day(&keeper, "2026-12-31").await["working"], false);
        let withdrawn = keeper.act(path, "\"1\"", json!({"reason": "改期"})).await.expect(200);
        assert_eq!(withdrawn["decisions"].as_array().unwrap().len(), 2);
        assert_eq!(action(&withdrawn, "withdraw"), (false, "NOTHING_TO_WITHDRAW"));
        assert_eq!(day(&keeper, "2026-12-31").await["working"], true);
        keeper
            .act(path, "\"2\"", json!({"reason": "改期"}))
            .await
            .refuses(409, "NOTHING_TO_WITHDRAW");
    }

    async fn the_companys_word_overrules_an_announced_day(app: TestApp) {
        app.clock.set("2026-01-03T02:00:00Z".parse().unwrap());
        let keeper = app.signed_in(SERVICE_MANAGER).await;
        let off = keeper.post("/calendar/days", decision("2026-01-04", false)).await.expect(201);
        assert_eq!((&off["working"], &off["source"]), (&json!(false), &json!("COMPANY")));
        let reason = json!({"reason": "照常调休上班"});
        let withdrawn = keeper.act_now("/calendar/days/2026-01-04", "withdraw", reason).await;
        let body = withdrawn.expect(200);
        assert_eq!((&body["kind"], &body["source"]), (&json!("MAKE_UP"), &json!("NATIONAL")));
    }

    async fn a_working_day_takes_its_own_hours_or_the_patterns(app: TestApp) {
        let keeper = app.signed_in(SERVICE_MANAGER).await;
        let saturday =
            keeper.post("/calendar/days", decision("2026-11-28", true)).await.expect(201);
        assert_eq!(
            (&saturday["kind"], saturday["intervals"].as_array().unwrap().len()),
            (&json!("MAKE_UP"), 2)
        );
        let mut short = decision("2026-11-28", true);
        short["intervals"] = json!([{"start": "09:00", "end": "12:00"}]);
        let again = keeper.post("/calendar/days", short.clone()).await.expect(201);
        assert_eq!(again["intervals"], short["intervals"]);
        assert_eq!((&again["kind"], &again["version"]), (&json!("EXCEPTION"), &json!(2)));
        let hours =
            keeper.get("/calendar/deadline?from=2026-11-28T00:00:00Z&working_minutes=180").await;
        assert_eq!(hours.expect(200)["due_at"], "2026-11-28T04:00:00Z");
    }

    async fn wrong_decisions_are_pointed_at(app: TestApp) {
        let keeper = app.signed_in(SERVICE_MANAGER).await;
        keeper
            .post("/calendar/days", decision("2026-11-22", false))
            .await
            .points_at("/date", "DATE_PASSED");
        keeper
            .post("/calendar/days", decision("2101-01-01", false))
            .await
            .points_at("/date", "RANGE");
        let mut idle = decision("2026-12-31", false);
        idle["intervals"] = json!([{"start": "09:00", "end": "12:00"}]);
        keeper.post("/calendar/days", idle).await.points_at("/intervals", "HOURS_UNWANTED");
        let mut twice = decision("2026-12-31", true);
        twice["intervals"] =
            json!([{"start": "09:00", "end": "12:00"}, {"start": "11:00", "end": "13:00"}]);
        keeper.post("/calendar/days", twice).await.points_at("/intervals", "HOURS_OVERLAP");
        for date in ["2026-13-01", "1999-12-31", "-4800-01-01", "+262142-12-31"] {
            keeper.get(&format!("/calendar/days/{date}")).await.refuses(404, "NOT_FOUND");
        }
    }

    async fn only_who_keeps_the_calendar_decides(app: TestApp) {
        for login in [CASHIER, GENERAL_MANAGER] {
            let other = app.signed_in(login).await;
            let refused = other.post("/calendar/days", decision("2026-12-31", false)).await;
            refused.refuses(403, "PERMISSION_MISSING");
            let shown = other.get("/calendar/days/2026-12-31").await.expect(200);
            assert_eq!(action(&shown, "withdraw"), (false, "PERMISSION_MISSING"));
        }
    }

    async fn decisions_at_the_same_moment_are_all_kept_or_refused(app: TestApp) {
        let keeper = app.signed_in(SERVICE_MANAGER).await;
        let tries =
            (0..12).map(|n| keeper.post("/calendar/days", decision("2026-12-31", n % 2 == 0)));
        let answers = futures_util::future::join_all(tries).await;
        let kept = answers.iter().filter(|answer| answer.status == 201).count();
        for answer in answers.iter().filter(|answer| answer.status != 201) {
            answer.refuses(409, "CONFLICT");
        }
        let body = keeper.get("/calendar/days/2026-12-31").await.expect(200);
        assert_eq!(body["version"], json!(kept));
    }

    async fn a_month_costs_a_fixed_number_of_statements(app: TestApp) {
        let cashier = app.signed_in(CASHIER).await;
        let _ = cashier.get("/calendar?from=2026-10-01&to=2026-10-31").await.expect(200);
        let _ = app.statements.take();
        let _ = cashier.get("/calendar?from=2026-01-01&to=2027-12-31").await.expect(200);
        let seen = app.statements.texts();
        let own =
            seen.iter().filter(|sql| sql.contains("calendar_day") || sql.contains("week_pattern"));
        assert!(own.count() <= 2, "{seen:?}");
    }
}
