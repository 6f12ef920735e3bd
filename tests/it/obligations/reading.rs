//! Who sees which obligations: an obligation about a record that does not exist for somebody does not
//! exist for them, by no list, figure, calendar or address.
use super::{at, begun, due, id, only, tick_at, verified};
use serde_json::{Value, json};
use tests::company::{
    AUDITOR, GENERAL_MANAGER, INFORMATION_ADMINISTRATOR, INFORMATION_SUPERVISOR, OTHER_SALESPERSON,
    SALES_MANAGER, SALESPERSON, SERVICE_MANAGER, SERVICE_SPECIALIST, classify_for,
};
use tests::{Caller, on_both};

async fn counted(who: &Caller, query: &str) -> u64 {
    let page = who.get(&format!("/obligations?{query}&include_total=true")).await.expect(200);
    page["page"]["total"].as_u64().unwrap()
}

/// What the calendar of a quarter counts in all.
async fn in_calendar(who: &Caller) -> u64 {
    let page = who.get("/obligations/calendar?from=2027-01-01&to=2027-03-31").await.expect(200);
    let days = page["items"].as_array().unwrap();
    assert_eq!(days.len(), 90);
    days.iter().map(|day| day["open"].as_u64().unwrap()).sum()
}

on_both! {
    /// A-CLI-18, A-SEC-10: neither by list, total, summary, calendar, label, notice nor address.
    async fn a_secret_file_is_due_to_nobody_below_it(app: TestApp) {
        let keeper = app.signed_in(INFORMATION_SUPERVISOR).await;
        let manager = app.signed_in(SALES_MANAGER).await;
        let file = begun(&keeper, "成都锦程精密机械有限公司", &manager).await;
        tick_at(&app, "2027-03-20 09:00").await;
        let low = app.signed_in(SERVICE_SPECIALIST).await;
        let of = format!("subject_id={}", id(&file));
        let seen = only(&low, &of).await;
        assert_eq!(seen["kind"], "client.verification");
        let address = format!("/obligations/{}", seen["id"].as_str().unwrap());
        let _ = low.get(&address).await.expect(200);
        assert_eq!((counted(&low, &of).await, in_calendar(&low).await), (1, 1));
        let notices = low.get("/notifications").await.expect(200);
        assert_eq!(notices["items"][0]["resource"]["label"], "客户档案核定 成都锦程精密机械有限公司");
        let keeper = app.signed_in(INFORMATION_SUPERVISOR).await;
        let top = app.signed_in(SERVICE_MANAGER).await;
        classify_for(&keeper, &file, &top, "CONFIDENTIAL").await;
        low.get(&address).await.refuses(404, "NOT_FOUND");
        for query in [of.as_str(), "whose=MINE", "kind=client.verification", "overdue=false"] {
            assert!(due(&low, query).await.is_empty(), "{query}");
            assert_eq!(counted(&low, query).await, 0, "{query}");
        }
        assert_eq!(in_calendar(&low).await, 0);
        let summary = low.get("/obligations/summary").await.expect(200);
        assert_eq!(summary["mine"]["count"], 0);
        let notices = low.get("/notifications").await.expect(200);
        assert!(!notices.to_string().contains("锦程"), "{notices}");
        let _ = only(&app.signed_in(INFORMATION_ADMINISTRATOR).await, &of).await;
    }

    /// Mine, my people's, all that I may see.
    async fn mine_my_teams_and_all(app: TestApp) {
        let (keeper, owner) = (app.signed_in(INFORMATION_SUPERVISOR).await, app.signed_in(SALESPERSON).await);
        let manager = app.signed_in(SALES_MANAGER).await;
        let _ = begun(&keeper, "成都锦川机电设备有限公司", &owner).await;
        let _ = begun(&keeper, "绵阳涪江精密铸造有限公司", &manager).await;
        tick_at(&app, "2027-01-08 09:00").await;
        let of = "kind=client.contact";
        let owner = app.signed_in(SALESPERSON).await;
        let manager = app.signed_in(SALES_MANAGER).await;
        for (who, whose, number) in [
            (&owner, "MINE", 1), (&owner, "TEAM", 0), (&owner, "ALL", 1),
            (&manager, "MINE", 1), (&manager, "TEAM", 1), (&manager, "ALL", 2),
        ] {
            assert_eq!(due(who, &format!("{of}&whose={whose}")).await.len(), number, "{whose}");
        }
        let other = app.signed_in(OTHER_SALESPERSON).await;
        assert!(due(&other, of).await.is_empty());
        assert_eq!(due(&app.signed_in(AUDITOR).await, of).await.len(), 2);
        let above = app.signed_in("luohaitao").await;
        assert_eq!(due(&above, &format!("{of}&whose=TEAM")).await.len(), 2, "however far below");
    }

    /// Each figure opens the list whose total it is.
    async fn a_figure_is_the_total_of_its_list(app: TestApp) {
        let (keeper, owner) = (app.signed_in(INFORMATION_SUPERVISOR).await, app.signed_in(SALESPERSON).await);
        for number in 0..3 {
            let _ = begun(&keeper, &format!("成都锦川机电设备第{number}分公司"), &owner).await;
        }
        tick_at(&app, "2027-01-18 09:00").await;
        tick_at(&app, "2027-01-22 17:30").await;
        for login in [SALESPERSON, SALES_MANAGER, GENERAL_MANAGER, INFORMATION_ADMINISTRATOR] {
            let who = app.signed_in(login).await;
            let summary = who.get("/obligations/summary").await.expect(200);
            for (name, figure) in summary.as_object().unwrap() {
                let total = counted(&who, figure["filter"].as_str().unwrap()).await;
                assert_eq!(figure["count"].as_u64().unwrap(), total, "{login} {name}");
            }
        }
        let owner = app.signed_in(SALESPERSON).await;
        let summary = owner.get("/obligations/summary").await.expect(200);
        assert_eq!((&summary["mine"]["count"], &summary["mine_overdue"]["count"]), (&json!(3), &json!(3)));
        assert_eq!(summary["mine_this_week"]["count"], 3);
        let manager = app.signed_in(SALES_MANAGER).await.get("/obligations/summary").await.expect(200);
        assert_eq!(manager["team_overdue"]["count"], 3);
    }

    /// By when it is due, page after page, forwards and backwards, none twice and none left out.
    async fn pages_follow_the_day_they_are_due(app: TestApp) {
        let (keeper, owner) = (app.signed_in(INFORMATION_SUPERVISOR).await, app.signed_in(SALESPERSON).await);
        for number in 0..7 {
            app.clock.set(at(&format!("2026-11-{} 10:00", 23 + number / 3)));
            let keeper = if number == 0 { keeper.clone() } else { app.signed_in(INFORMATION_SUPERVISOR).await };
            let _ = begun(&keeper, &format!("成都锦川机电设备第{number}分公司"), &owner).await;
        }
        tick_at(&app, "2027-01-20 09:00").await;
        let owner = app.signed_in(SALESPERSON).await;
        for sort in ["due_at", "-due_at"] {
            let mut cursor = String::new();
            let mut all: Vec<Value> = vec![];
            loop {
                let page = owner.get(&format!("/obligations?kind=client.contact&sort={sort}&limit=2{cursor}")).await.expect(200);
                all.extend(page["items"].as_array().unwrap().iter().cloned());
                let Some(next) = page["page"]["next_cursor"].as_str() else { break };
                cursor = format!("&cursor={next}");
            }
            let mut days: Vec<_> = all.iter().map(|it| it["due_at"].as_str().unwrap().to_owned()).collect();
            if sort == "-due_at" {
                days.reverse();
            }
            assert!(days.is_sorted(), "{days:?}");
            let ids: std::collections::BTreeSet<_> = all.iter().map(|it| it["id"].to_string()).collect();
            assert_eq!((all.len(), ids.len()), (7, 7));
        }
        owner.get("/obligations/calendar?from=2027-01-01&to=2027-04-04").await.refuses(400, "INVALID_PARAMETER");
        owner.get("/obligations/calendar?from=2027-01-02&to=2027-01-01").await.refuses(400, "INVALID_PARAMETER");
    }

    /// How each live rule was kept, each figure with the list behind it.
    async fn compliance_counts_what_the_lists_show(app: TestApp) {
        let (keeper, owner) = (app.signed_in(INFORMATION_SUPERVISOR).await, app.signed_in(SALESPERSON).await);
        let mut files = vec![];
        for number in 0..4 {
            files.push(begun(&keeper, &format!("成都锦川机电设备第{number}分公司"), &owner).await);
        }
        tick_at(&app, "2027-03-20 09:00").await;
        verified(&app.signed_in(INFORMATION_SUPERVISOR).await, &files[0]).await;
        tick_at(&app, "2027-04-01 10:00").await;
        verified(&app.signed_in(INFORMATION_SUPERVISOR).await, &files[1]).await;
        let owner = app.signed_in(SALESPERSON).await;
        owner.act_now(&files[2], "verify", json!({"result": "ADJUSTED", "note": "已核"})).await
            .refuses(403, "PERMISSION_MISSING");
        let _ = owner.patch_now(&files[2], json!({"short_name": "锦川"})).await
            .refuses_by(403, "PERMISSION_MISSING", "A-CLI-16");
        app.seal().await;
        let auditor = app.signed_in(AUDITOR).await;
        let page = auditor.get("/compliance?from=2027-03-01&to=2027-04-30&module=clients").await.expect(200);
        let lines = page["items"].as_array().unwrap();
        let line = |rule: &str| lines.iter().find(|it| it["rule"] == rule).unwrap();
        let of = line("A-CLI-10");
        let figure = |name: &str| of[name]["count"].as_u64().unwrap();
        assert_eq!(["due", "in_time", "late", "missed", "excused"].map(figure), [4, 1, 1, 2, 0]);
        assert_eq!(of["rate"], 25);
        assert_eq!(line("A-CLI-16")["refused"]["count"], 1);
        assert_eq!((&line("A-CLI-16")["has_obligations"], &line("A-CLI-16")["rate"]), (&json!(false), &json!(null)));
        for line in lines {
            for name in ["due", "in_time", "late", "missed", "excused", "refused", "exceptions"] {
                let figure = &line[name];
                let behind = format!("/{}?{}&include_total=true", figure["list"].as_str().unwrap(), figure["filter"].as_str().unwrap());
                let list = auditor.get(&behind).await.expect(200);
                assert_eq!(figure["count"], list["page"]["total"], "{behind}");
            }
        }
        // A-CIR-03: person by person, and what is nobody's in particular, with the same lists behind.
        for rule in ["A-CLI-10", "A-CIR-01"] {
            let query = format!("clause={rule}&from=2027-03-10&to=2027-04-30");
            let page = auditor.get(&format!("/compliance/people?{query}")).await.expect(200);
            let mut sum = [0; 4];
            for line in page["items"].as_array().unwrap() {
                assert_eq!(line["person"].is_null(), rule == "A-CLI-10", "{line}");
                for (place, name) in ["due", "in_time", "late", "missed"].into_iter().enumerate() {
                    let figure = &line[name];
                    let list = auditor.get(&format!("/obligations?{}&include_total=true", figure["filter"].as_str().unwrap())).await.expect(200);
                    assert_eq!(figure["count"], list["page"]["total"], "{figure}");
                    sum[place] += figure["count"].as_u64().unwrap();
                }
            }
            if rule == "A-CLI-10" {
                assert_eq!(sum, [4, 1, 1, 2]);
            }
        }
        auditor.get("/compliance?from=2026-01-01&to=2027-04-30").await.refuses(400, "INVALID_PARAMETER");
        owner.get("/compliance").await.refuses(403, "PERMISSION_MISSING");
        // A manager's are those of their own people.
        let manager = app.signed_in(SALES_MANAGER).await;
        let page = manager.get("/compliance?from=2027-03-01&to=2027-04-30").await.expect(200);
        let own = page["items"].as_array().unwrap().iter().find(|it| it["rule"] == "B-CRM-09").unwrap().clone();
        assert_eq!(own["missed"]["count"], 0, "contacts fell due in January");
    }
}
