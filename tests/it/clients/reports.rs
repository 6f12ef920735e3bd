use super::{begun, institution, supervisor_and_owner, with};
use serde_json::{Value, json};
use tests::company::{
    AUDITOR, GENERAL_MANAGER, INFORMATION_ADMINISTRATOR, INFORMATION_SUPERVISOR, OTHER_SALESPERSON,
    SALES_MANAGER, SALESPERSON, SERVICE_SPECIALIST,
};
use tests::{Caller, TestApp, on_both};

/// Files that differ in everything that is counted.
async fn an_archive(app: &TestApp) {
    let (keeper, owner) = supervisor_and_owner(app).await;
    let other = app.signed_in(OTHER_SALESPERSON).await;
    let path = begun(&keeper, institution("成都锦川机电设备有限公司", &owner)).await;
    for state in ["IN_THE_MAKING", "EXISTING"] {
        let body = json!({"state": state, "reason": "进展顺利"});
        let _ = keeper.act_now(&path, "change-state", body).await.expect(200);
    }
    let adjusted = json!({"result": "ADJUSTED", "note": "补充了资料"});
    let _ = keeper.act_now(&path, "verify", adjusted).await.expect(200);
    let secret = begun(&keeper, institution("绵阳科创园电子有限公司", &owner)).await;
    let manager = app.signed_in(tests::company::SALES_MANAGER).await;
    tests::company::classify_for(&keeper, &secret, &manager, "CONFIDENTIAL").await;
    let blank = json!({"industry": null, "region": null, "kind": "INDIVIDUAL"});
    begun(&keeper, with(institution("陈桂兰", &other), &blank)).await;
    let bad = begun(
        &keeper,
        with(institution("德阳& 广汉=商贸?", &other), &json!({"industry": "批发 & 零售"})),
    )
    .await;
    let reporter = app.signed_in(SERVICE_SPECIALIST).await;
    let body = json!({"reason": "多次无理由拒收定制货物"});
    let _ = reporter.act_now(&bad, "report-inferior", body).await.expect(200);
}

fn figures(classification: &Value) -> Vec<Value> {
    let groups = classification["groups"].as_array().unwrap();
    let grouped = groups.iter().flat_map(|group| group["figures"].as_array().unwrap().clone());
    std::iter::once(classification["total"].clone()).chain(grouped).collect()
}

fn figure(classification: &Value, dimension: &str, key: &str) -> u64 {
    let groups = classification["groups"].as_array().unwrap();
    let group = groups.iter().find(|group| group["dimension"] == dimension).unwrap();
    let found = group["figures"].as_array().unwrap().iter().find(|it| it["key"] == key);
    found.unwrap_or_else(|| panic!("no {key}: {group}"))["count"].as_u64().unwrap()
}

async fn classified(caller: &Caller, period: &str) -> Value {
    caller.get(&format!("/client-classification?period={period}")).await.expect(200)
}

on_both! {
    /// A-CLI-12: what a figure says is what its list shows, whoever reads.
    async fn every_figure_is_the_length_of_the_list_that_it_opens(app: TestApp) {
        an_archive(&app).await;
        app.clock.advance(chrono::Duration::days(220));
        let mut totals = vec![];
        for login in [INFORMATION_SUPERVISOR, INFORMATION_ADMINISTRATOR, SALES_MANAGER, SERVICE_SPECIALIST, AUDITOR, GENERAL_MANAGER] {
            let reader = app.signed_in(login).await;
            let answer = classified(&reader, "2026-Q4").await;
            for figure in figures(&answer) {
                let query = figure["filter"].as_str().unwrap();
                let list = reader.get(&format!("/clients?{query}&limit=1&include_total=true")).await.expect(200);
                assert_eq!(list["page"]["total"], figure["count"], "{login}: {figure}");
            }
            totals.push(answer["total"]["count"].as_u64().unwrap());
        }
        assert_eq!(totals, [4, 4, 2, 3, 4, 4], "each sees their own archive");
    }

    /// A-CLI-10, A-CLI-29, A-CLI-30, B-CRM-12.
    async fn what_happened_is_counted_in_its_period(app: TestApp) {
        an_archive(&app).await;
        let reader = app.signed_in(GENERAL_MANAGER).await;
        let now = classified(&reader, "2026-11").await;
        assert_eq!((now["from"].as_str(), now["to"].as_str()), (Some("2026-11-01"), Some("2026-11-30")));
        for (key, count) in [("NEW", 4), ("VERIFIED", 1), ("ADVANCED", 1), ("WON", 1)] {
            assert_eq!(figure(&now, "MOVEMENT", key), count, "{key}");
        }
        assert_eq!(figure(&now, "ATTENTION", "INFERIOR_REPORTED"), 1);
        assert_eq!(figure(&now, "ATTENTION", "OVERDUE"), 0);
        assert_eq!(figure(&now, "LEVEL", "CONFIDENTIAL"), 1);
        assert_eq!(figure(&now, "INDUSTRY", "批发 & 零售"), 1);
        assert_eq!(figure(&now, "REGION", ""), 1, "without a region");
        let before = classified(&reader, "2026-10").await;
        for key in ["NEW", "CHANGED", "VERIFIED", "ADVANCED", "WON"] {
            assert_eq!(figure(&before, "MOVEMENT", key), 0, "{key}");
        }
        app.clock.advance(chrono::Duration::days(140));
        let reader = app.signed_in(GENERAL_MANAGER).await;
        assert_eq!(figure(&classified(&reader, "2027").await, "ATTENTION", "OVERDUE"), 4);
    }

    /// A-CLI-12: whoever may read the files that are counted may read the report.
    async fn a_kept_report_is_as_secret_as_what_it_counts(app: TestApp) {
        let (keeper, owner) = supervisor_and_owner(&app).await;
        let path = begun(&keeper, institution("成都锦川机电设备有限公司", &owner)).await;
        let specialist = app.signed_in(SERVICE_SPECIALIST).await;
        let keep = async || keeper.post("/client-reports", json!({"period": "2026-Q4"})).await.expect(201);
        let open = keep().await;
        let read = format!("/client-reports/{}", open["id"].as_str().unwrap());
        let _ = specialist.get(&read).await.expect(200);
        tests::company::classify_for(&keeper, &path, &app.signed_in(tests::company::SERVICE_MANAGER).await, "TOP_SECRET").await;
        let secret = format!("/client-reports/{}", keep().await["id"].as_str().unwrap());
        specialist.get(&secret).await.refuses(404, "NOT_FOUND");
        let _ = specialist.get(&read).await.expect(200);
    }

    /// A-CLI-13: kept, not overwritten.
    async fn a_kept_report_stays_as_it_was(app: TestApp) {
        an_archive(&app).await;
        let keeper = app.signed_in(INFORMATION_SUPERVISOR).await;
        let body = json!({"period": "2026-Q4", "note": "季度例会用"});
        let kept = keeper.post("/client-reports", body.clone()).await.expect(201);
        let path = format!("/client-reports/{}", kept["id"].as_str().unwrap());
        let owner = app.signed_in(SALESPERSON).await;
        begun(&keeper, institution("自贡釜溪化工有限公司", &owner)).await;
        let read = keeper.get(&path).await.expect(200);
        assert_eq!(read, kept);
        assert_eq!(read["classification"]["total"]["count"], 4);
        let again = keeper.post("/client-reports", body).await.expect(201);
        assert_eq!(again["classification"]["total"]["count"], 5);
        let list = keeper.get("/client-reports?period=2026-Q4&period_kind=QUARTER").await.expect(200);
        assert_eq!(list["items"].as_array().unwrap().len(), 2);
        let sheet = keeper.get(&format!("{path}/content?format=csv")).await;
        let text = sheet.expect_text(200);
        assert!(text.contains("2026-Q4,全部,4\r\n") && text.contains("客户状态,已有客户,1\r\n"), "{text}");
        let workbook = keeper.request(reqwest::Method::GET, &format!("{path}/content")).send().await.unwrap();
        assert!(workbook.bytes().await.unwrap().starts_with(b"PK"));
    }

    async fn a_report_is_read_by_those_who_may_see_as_much(app: TestApp) {
        an_archive(&app).await;
        let keeper = app.signed_in(INFORMATION_SUPERVISOR).await;
        let kept = keeper.post("/client-reports", json!({"period": "2026"})).await.expect(201);
        let path = format!("/client-reports/{}", kept["id"].as_str().unwrap());
        let _ = app.signed_in(AUDITOR).await.get(&path).await.expect(200);
        // Not cleared for what it counts, of another department, without the right.
        for login in [SERVICE_SPECIALIST, SALES_MANAGER] {
            let reader = app.signed_in(login).await;
            reader.get(&path).await.refuses(404, "NOT_FOUND");
            reader.get(&format!("{path}/content")).await.refuses(404, "NOT_FOUND");
            assert_eq!(reader.get("/client-reports").await.expect(200)["items"], json!([]));
            reader.post("/client-reports", json!({"period": "2026"})).await.refuses(403, "PERMISSION_MISSING");
        }
        let seller = app.signed_in(SALESPERSON).await;
        seller.get("/client-classification?period=2026").await.refuses(403, "PERMISSION_MISSING");
        for period in ["2027", "2026-12", "2026-13", "heute"] {
            keeper.get(&format!("/client-classification?period={period}")).await.refuses(400, "INVALID_PARAMETER");
            keeper.post("/client-reports", json!({"period": period})).await.points_at("/period", "FORMAT");
        }
    }
}
