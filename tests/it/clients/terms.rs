//! Levels have a term (A-SEC-07), and with its end they are gone (A-SEC-08).
use super::{allowed, begun, institution, supervisor_and_owner};
use chrono::Duration;
use serde_json::{Value, json};
use tests::company::{
    GENERAL_MANAGER, INFORMATION_ADMINISTRATOR, INFORMATION_SUPERVISOR, SALES_MANAGER,
    SERVICE_MANAGER, classify_for,
};
use tests::{Caller, TestApp, on_both};

fn to(level: &str, until: &str) -> Value {
    json!({"level": level, "level_until": until, "reason": "依业务关系定级"})
}

/// Declassify what is due, as the worker does within a minute.
async fn declassify(app: &TestApp) -> u64 {
    clients::declassify(&app.app, &app.service.areas.handbook).await.unwrap()
}

async fn seen(caller: &Caller, path: &str) -> (String, String) {
    let file = caller.get(path).await.expect(200);
    let text = |field: &str| file[field].as_str().unwrap().to_owned();
    (text("level"), text("level_until"))
}

async fn listed(caller: &Caller, filter: &str) -> Vec<String> {
    let page = caller.get(&format!("/clients?{filter}")).await.expect(200);
    let items = page["items"].as_array().unwrap();
    items.iter().map(|it| it["name"].as_str().unwrap().to_owned()).collect()
}

/// What happened to a file last, as its timeline tells it.
async fn last_act(caller: &Caller, path: &str) -> Value {
    let told = caller.get(&format!("{path}/timeline")).await.expect(200);
    told["items"][0]["change"].clone()
}

/// A file of 客户服务部经理 at 绝密 until the end of the year.
async fn top_secret(app: &TestApp) -> (Caller, String) {
    let (keeper, owner) = supervisor_and_owner(app).await;
    let path = begun(&keeper, institution("成都锦川机电设备有限公司", &owner)).await;
    classify_for(&keeper, &path, &app.signed_in(SERVICE_MANAGER).await, "CONFIDENTIAL").await;
    let _ = keeper.act_now(&path, "classify", to("TOP_SECRET", "2026-12-31")).await.expect(200);
    (keeper, path)
}

on_both! {
    /// A-SEC-07: no file without a level and a term, from the first moment.
    async fn every_file_has_a_term_and_the_company_says_how_long(app: TestApp) {
        let (keeper, owner) = supervisor_and_owner(&app).await;
        let path = begun(&keeper, institution("成都锦川机电设备有限公司", &owner)).await;
        assert_eq!(seen(&keeper, &path).await, ("SECRET".into(), "2036-11-23".into()));
        let manager = app.signed_in(GENERAL_MANAGER).await;
        let five = json!({"value": 5, "effective_from": "2026-11-23", "reason": "缩短一般资料的保密期限"});
        let values = "/parameters/clients.term_years_secret/values";
        let _ = manager.post(values, five).await.expect(201);
        let next = begun(&keeper, institution("成都蜀峰包装制品有限公司", &owner)).await;
        assert_eq!(seen(&keeper, &next).await.1, "2031-11-23");
        assert_eq!(seen(&keeper, &path).await.1, "2036-11-23", "nobody has said otherwise");
        classify_for(&keeper, &path, &app.signed_in(SALES_MANAGER).await, "CONFIDENTIAL").await;
        assert_eq!(seen(&keeper, &path).await, ("CONFIDENTIAL".into(), "2046-11-23".into()));
        let row = keeper.get("/clients?level=CONFIDENTIAL").await.expect(200)["items"][0].clone();
        assert_eq!(row["level_until"], "2046-11-23");
    }

    /// A-SEC-02, A-SEC-07, A-SEC-08.
    async fn a_term_is_set_with_the_level_or_alone_and_never_into_the_past(app: TestApp) {
        let (keeper, owner) = supervisor_and_owner(&app).await;
        let path = begun(&keeper, institution("成都锦川机电设备有限公司", &owner)).await;
        for out in ["2026-11-23", "2020-01-01", "2076-11-24"] {
            let refused = keeper.act_now(&path, "classify", to("SECRET", out)).await;
            let problem = refused.refuses_by(422, "CLIENT_TERM_OUT_OF_RANGE", "A-SEC-07");
            assert_eq!(problem["params"]["today"], "2026-11-23");
        }
        keeper.act_now(&path, "classify", to("SECRET", "明年")).await.points_at("/level_until", "FORMAT");
        let ended = keeper.act_now(&path, "classify", to("DECLASSIFIED", "2027-01-01")).await;
        ended.refuses_by(409, "CLIENT_DECLASSIFIED_BY_TERM", "A-SEC-08");
        let same = keeper.act_now(&path, "classify", to("SECRET", "2036-11-23")).await;
        same.refuses_by(409, "CLIENT_UNCHANGED", "A-SEC-07");
        let bare = json!({"level": "SECRET", "reason": "依业务关系定级"});
        let same = keeper.act_now(&path, "classify", bare).await;
        same.refuses_by(409, "CLIENT_UNCHANGED", "A-SEC-07");
        let file = keeper.act_now(&path, "classify", to("SECRET", "2028-06-30")).await.expect(200);
        assert_eq!((&file["level"], &file["level_until"]), (&json!("SECRET"), &json!("2028-06-30")));
        app.seal().await;
        let told = last_act(&keeper, &path).await;
        assert_eq!(told["action"], "client.classified");
        let changes = json!([{"field": "level_until", "before": "2036-11-23", "after": "2028-06-30", "masked": false}]);
        assert_eq!(told["changes"], changes, "the level stays");
        assert_eq!(listed(&keeper, "level_until_before=2028-07-01").await, ["成都锦川机电设备有限公司"]);
        assert_eq!(listed(&keeper, "level_until_before=2028-06-30").await, [""; 0]);
        assert_eq!(listed(&keeper, "level_until_after=2028-06-30&level_until_before=2030-01-01").await.len(), 1);
    }

    /// A-SEC-08: without anybody's decision, the day after the last; custody stays as it was.
    async fn a_file_is_declassified_by_the_end_of_its_term(app: TestApp) {
        let (_, path) = top_secret(&app).await;
        let administrator = app.signed_in(INFORMATION_ADMINISTRATOR).await;
        administrator.get(&path).await.refuses(404, "NOT_FOUND");
        // The last moment of that day in Shanghai, and the next.
        app.clock.set("2026-12-31T15:59:59Z".parse().unwrap());
        assert_eq!(declassify(&app).await, 0);
        app.clock.advance(Duration::seconds(1));
        let at_once = tokio::join!(declassify(&app), declassify(&app));
        assert_eq!(at_once.0 + at_once.1, 1, "once, whoever comes");
        assert_eq!(declassify(&app).await, 0);
        let (keeper, administrator) = (
            app.signed_in(INFORMATION_SUPERVISOR).await,
            app.signed_in(INFORMATION_ADMINISTRATOR).await,
        );
        let file = administrator.get(&path).await.expect(200);
        assert_eq!((&file["level"], &file["level_until"]), (&json!("DECLASSIFIED"), &json!("2026-12-31")));
        assert_eq!(allowed(&file, "hand-over").1, "PERMISSION_MISSING", "kept by whom it was kept");
        assert_eq!(listed(&keeper, "level=DECLASSIFIED").await.len(), 1);
        assert_eq!(listed(&keeper, "level_until_before=2027-06-30").await.len(), 0, "no term runs");
        // That it was top secret, only those learn who might have known it.
        app.seal().await;
        assert_eq!(last_act(&keeper, &path).await["action"], "client.declassified");
        assert_ne!(last_act(&administrator, &path).await["action"], "client.declassified");
        let again = keeper.act_now(&path, "classify", to("SECRET", "2030-12-31")).await.expect(200);
        assert_eq!(again["level"], "SECRET", "classified anew");
    }

    /// A-SEC-04, A-SEC-05: the relation proposes, customer service decides.
    async fn a_level_is_proposed_from_the_business_relation(app: TestApp) {
        let (keeper, owner) = supervisor_and_owner(&app).await;
        let path = begun(&keeper, institution("成都锦川机电设备有限公司", &owner)).await;
        assert_eq!(keeper.get(&path).await.expect(200)["proposed_level"], "SECRET");
        let manager = app.signed_in(SALES_MANAGER).await;
        let to = json!({"owner_id": manager.id, "reason": "升级为重点客户"});
        let _ = keeper.act_now(&path, "hand-over", to).await.expect(200);
        let _ = keeper.patch_now(&path, json!({"service_plan": "季度走访,专人跟单"})).await.expect(200);
        let tier = json!({
            "tier": "KEY", "purchase_scale": "年采购约 120 万元", "cooperation_frequency": "每月 2 至 3 单",
            "potential_value": "二期厂房明年投产", "reason": "年度分级评审",
        });
        let key = keeper.act_now(&path, "change-tier", tier).await.expect(200);
        assert_eq!((&key["level"], &key["proposed_level"]), (&json!("SECRET"), &json!("CONFIDENTIAL")));
        for state in ["IN_THE_MAKING", "EXISTING"] {
            let body = json!({"state": state, "reason": "进展"});
            let _ = keeper.act_now(&path, "change-state", body).await.expect(200);
        }
        assert_eq!(keeper.get(&path).await.expect(200)["proposed_level"], "TOP_SECRET");
    }
}
