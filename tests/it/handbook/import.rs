use super::CASHIER;
use serde_json::{Value, json};
use tests::company::SERVICE_MANAGER;
use tests::on_both;

const IMPORT: &str = "/calendar/actions/import";
const DRY: &str = "/calendar/actions/import?dry_run=true";

fn year(days: &Value) -> Value {
    json!({"year": 2027, "days": days, "reason": "国务院办公厅通知"})
}

fn announced() -> Value {
    year(&json!([
        {"date": "2027-01-01", "kind": "HOLIDAY", "name": "元旦", "name_en": "New Year's Day"},
        {"date": "2027-01-03", "kind": "MAKE_UP", "name": "元旦调休上班"},
    ]))
}

fn counts(body: &Value) -> [u64; 4] {
    ["added", "changed", "withdrawn", "unchanged"].map(|field| body[field].as_u64().unwrap())
}

on_both! {
    async fn a_year_is_tried_entered_and_then_known(app: TestApp) {
        let keeper = app.signed_in(SERVICE_MANAGER).await;
        let range = "/calendar?from=2027-01-01&to=2027-01-03";
        assert_eq!(counts(&keeper.post(DRY, announced()).await.expect(200)), [2, 0, 0, 0]);
        assert_eq!(keeper.get(range).await.expect(200)["unknown_years"], json!([2027]));
        assert_eq!(counts(&keeper.post(IMPORT, announced()).await.expect(200)), [2, 0, 0, 0]);
        let known = keeper.get(range).await.expect(200);
        assert_eq!(known["unknown_years"], json!([]));
        let kinds: Vec<_> = known["days"].as_array().unwrap().iter().map(|d| &d["kind"]).collect();
        assert_eq!(kinds, ["HOLIDAY", "WEEKEND", "MAKE_UP"]);
        assert_eq!(counts(&keeper.post(IMPORT, announced()).await.expect(200)), [0, 0, 0, 2]);
    }

    async fn a_corrected_year_withdraws_what_is_no_longer_announced(app: TestApp) {
        let keeper = app.signed_in(SERVICE_MANAGER).await;
        let _ = keeper.post(IMPORT, announced()).await.expect(200);
        let own =
            json!({"date": "2027-01-05", "working": false, "name": "司庆", "reason": "办公会决定"});
        let _ = keeper.post("/calendar/days", own).await.expect(201);
        let corrected = year(&json!([{"date": "2027-01-01", "kind": "HOLIDAY", "name": "新年"}]));
        let body = keeper.post(IMPORT, corrected).await.expect(200);
        assert_eq!(counts(&body), [0, 1, 1, 0]);
        let days = keeper.get("/calendar?from=2027-01-01&to=2027-01-05").await.expect(200);
        assert_eq!(
            (&days["days"][0]["name"], &days["days"][2]["kind"]),
            (&json!("新年"), &json!("WEEKEND"))
        );
        assert_eq!(days["days"][4]["source"], "COMPANY", "the company's own decision stays");
        let history = keeper.get("/calendar/days/2027-01-03").await.expect(200);
        assert_eq!(history["decisions"][0]["kind"], "WITHDRAWN");
    }

    async fn a_year_comes_as_text_too(app: TestApp) {
        let keeper = app.signed_in(SERVICE_MANAGER).await;
        let csv = "date,kind,name,hours\n2027-01-01,放假,元旦,\n2027-01-03,上班,调休,09:00-12:00\n";
        let body = json!({"year": 2027, "csv": csv, "reason": "国务院办公厅通知"});
        assert_eq!(counts(&keeper.post(IMPORT, body).await.expect(200)), [2, 0, 0, 0]);
        let days = keeper.get("/calendar?from=2027-01-03&to=2027-01-03").await.expect(200);
        assert_eq!(days["days"][0]["intervals"], json!([{"start": "09:00", "end": "12:00"}]));
        let wrong = json!({"year": 2027, "csv": "date,kind,name\n2027-01-xx,放假,元旦\n", "reason": "通知"});
        keeper.post(IMPORT, wrong).await.points_at("/csv/1/date", "FORMAT");
    }

    async fn one_wrong_row_keeps_everything_out(app: TestApp) {
        let keeper = app.signed_in(SERVICE_MANAGER).await;
        let days = json!([
            {"date": "2027-01-01", "kind": "HOLIDAY", "name": "元旦"},
            {"date": "2027-01-01", "kind": "MAKE_UP", "name": "元旦"},
            {"date": "2028-01-01", "kind": "HOLIDAY", "name": "元旦"},
        ]);
        let refused = keeper.post(IMPORT, year(&days)).await;
        refused.points_at("/days/1/date", "DUPLICATE");
        refused.points_at("/days/2/date", "OUTSIDE_YEAR");
        let range = keeper.get("/calendar?from=2027-01-01&to=2027-01-01").await.expect(200);
        assert_eq!(range["unknown_years"], json!([2027]));
        keeper.post(IMPORT, year(&json!([]))).await.points_at("/days", "REQUIRED");
        let mut both = announced();
        both["csv"] = json!("date,kind,name\n");
        keeper.post(IMPORT, both).await.points_at("/csv", "DUPLICATE");
        let nameless = json!([{"date": "2027-01-01", "kind": "HOLIDAY", "name": " "}]);
        keeper.post(IMPORT, year(&nameless)).await.points_at("/days/0/name", "REQUIRED");
    }

    async fn the_past_of_a_known_year_stays(app: TestApp) {
        let keeper = app.signed_in(SERVICE_MANAGER).await;
        let only = json!([{"date": "2026-12-31", "kind": "HOLIDAY", "name": "元旦"}]);
        let body = json!({"year": 2026, "days": only, "reason": "误操作"});
        keeper.post(IMPORT, body).await.points_at("/days", "DATE_PASSED");
        let october = keeper.get("/calendar?from=2026-10-01&to=2026-10-01").await.expect(200);
        assert_eq!(october["days"][0]["kind"], "HOLIDAY");
    }

    async fn only_who_keeps_the_calendar_imports(app: TestApp) {
        let cashier = app.signed_in(CASHIER).await;
        cashier.post(DRY, announced()).await.refuses(403, "PERMISSION_MISSING");
    }

    async fn a_second_start_brings_nothing_twice(app: TestApp) {
        use kernel::{access::Actor, http::reply::Items, work::Work};
        use sea_orm::{EntityTrait, PaginatorTrait};
        let count = async || {
            let days = handbook::calendar::company::CalendarDayEntity::find();
            days.count(app.app.db.reader()).await.unwrap()
        };
        let before = count().await;
        assert!(before > 60);
        let actor = Actor::system([], "seed");
        let mut work = Work::begin(&app.app, &actor).await.unwrap();
        handbook::ensure_seeded(&mut work).await.unwrap();
        work.commit(Items::<u8> { items: vec![] }).await.unwrap();
        assert_eq!(count().await, before);
    }
}
