//! A-CLI-03, A-CLI-20, A-CLI-27, B-CRM-11: the copy for market analysis, the statistics of what was
//! found out, what designers send in, the ledger.
use super::{begun, institution, supervisor_and_owner, telephone, with};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use tests::company::{ADMINISTRATOR, AUDITOR, INFORMATION_ADMINISTRATOR, SERVICE_MANAGER};
use tests::{Caller, Engine, TestApp, on_both};

/// Somebody new with a role of the product's.
async fn hired(app: &TestApp, code: &str) -> Caller {
    let newcomer = app.newcomer("qianxinlai").await;
    let admin = app.signed_in(ADMINISTRATOR).await;
    let roles = admin.get("/roles").await.expect(200);
    let role = roles["items"].as_array().unwrap().iter().find(|role| role["code"] == code);
    let body = json!({"person_id": newcomer.id, "role_id": role.unwrap()["id"], "reason": "入职"});
    let _ = admin.post("/role-grants", body).await.expect(201);
    newcomer
}

fn group<'a>(report: &'a Value, dimension: &str) -> &'a Vec<Value> {
    let groups = report["groups"].as_array().unwrap();
    let found = groups.iter().find(|group| group["dimension"] == dimension).unwrap();
    found["figures"].as_array().unwrap()
}

on_both! {
    async fn an_extract_has_the_structured_fields_and_no_person_and_is_registered(app: TestApp) {
        let (keeper, owner) = supervisor_and_owner(&app).await;
        let more = json!({"employees": 320, "website": "https://jincheng.example.com"});
        let _ = begun(&keeper, with(institution("成都锦程精密机械有限公司", &owner), &more)).await;
        let private = json!({"name": "王秀兰", "kind": "INDIVIDUAL", "telephone": telephone(),
            "owner_id": owner.id});
        let _ = begun(&keeper, private).await;
        let analyst = hired(&app, "MARKET_ANALYST").await;
        let body = json!({"purpose": "四季度行业分布分析"});
        let taken = analyst.post("/client-market-extracts", body).await.expect(201);
        assert_eq!(taken["files"], 1);
        let path = format!("/client-market-extracts/{}", taken["id"].as_str().unwrap());
        let content = analyst.get(&format!("{path}/content")).await;
        let table = content.expect_text(200);
        assert!(table.contains("成都锦程精密机械有限公司") && table.contains("320"), "{table}");
        for hidden in ["王秀兰", "028-6", "成龙大道", "jincheng.example", "程涛"] {
            assert!(!table.contains(hidden), "{hidden}: {table}");
        }
        assert_eq!(hex::encode(Sha256::digest(table.as_bytes())), taken["sha256"]);

        analyst.get("/clients").await.refuses(403, "PERMISSION_MISSING");
        let manager = app.signed_in(SERVICE_MANAGER).await;
        manager.get("/client-market-extracts").await.refuses(403, "PERMISSION_MISSING");
        let auditor = app.signed_in(AUDITOR).await;
        for act in ["client-market-extract.taken", "client-market-extract.downloaded"] {
            let trail = auditor.get(&format!("/audit-entries?action={act}")).await.expect(200);
            assert_eq!(trail["items"][0]["actor"]["name"], "钱新来", "{act}");
        }
    }

    async fn an_extract_stays_as_it_was_taken(app: TestApp) {
        let (keeper, owner) = supervisor_and_owner(&app).await;
        let file = begun(&keeper, institution("成都锦程精密机械有限公司", &owner)).await;
        let body = json!({"purpose": "年度市场分析"});
        let taken = keeper.post("/client-market-extracts", body).await.expect(201);
        let path = format!("/client-market-extracts/{}/content", taken["id"].as_str().unwrap());
        let before = keeper.get(&path).await.expect_text(200).to_owned();
        let etag = keeper.get(&file).await.etag();
        let _ = keeper.patch(&file, &etag, json!({"industry": "轨道交通"})).await.expect(200);
        assert_eq!(keeper.get(&path).await.expect_text(200), before);
        let register = keeper.get("/client-market-extracts?include_total=true").await.expect(200);
        assert_eq!(register["page"]["total"], 1);
    }

    async fn statistics_of_the_survey_open_the_lists_that_they_count(app: TestApp) {
        let (keeper, owner) = supervisor_and_owner(&app).await;
        let demand = |plan: Value| json!({"demand": {"investment_scale": "三年内投资约 2 亿元", "plan_long": plan}});
        let large = with(institution("成都锦程精密机械有限公司", &owner), &json!({"employees": 1200}));
        let _ = begun(&keeper, with(large, &demand(json!("2030 年建成西南基地")))).await;
        let small = with(institution("绵阳东升机电有限公司", &owner), &json!({"employees": 49}));
        let _ = begun(&keeper, with(small, &demand(Value::Null))).await;
        // What looks like a field in somebody's text is none.
        let tricky = json!({"demand": {"preferences": "写作 \"plan_medium\":\"有\" 的样子"}});
        let _ = begun(&keeper, with(institution("德阳重装配套厂", &owner), &tricky)).await;
        let _ = begun(&keeper, institution("遂宁船山环保科技有限公司", &owner)).await;

        let report = keeper.get("/client-classification?period=2026-Q4").await.expect(200);
        let counts = |dimension: &str| -> Vec<(String, u64)> {
            let figures = group(&report, dimension).iter();
            figures.map(|it| (it["key"].as_str().unwrap().to_owned(), it["count"].as_u64().unwrap()))
                .collect()
        };
        let said = |list: &[(&str, u64)]| -> Vec<(String, u64)> {
            list.iter().map(|(key, count)| ((*key).to_owned(), *count)).collect()
        };
        assert_eq!(counts("SCALE"), said(&[("0–49", 1), ("50–299", 0), ("300–999", 0),
            ("1000–4999", 1), ("≥ 5000", 0), ("", 2)]));
        assert_eq!(counts("DEMAND"), said(&[("INVESTMENT_SCALE", 2), ("PLAN_MEDIUM", 0),
            ("PLAN_LONG", 1), ("PREFERENCES", 1), ("NONE", 1)]));
        for dimension in ["STATE", "TIER", "KIND", "INDUSTRY", "REGION", "SCALE", "DEMAND"] {
            for figure in group(&report, dimension) {
                let filter = figure["filter"].as_str().unwrap();
                let list = keeper.get(&format!("/clients?{filter}&include_total=true")).await.expect(200);
                assert_eq!(list["page"]["total"], figure["count"], "{dimension} {figure}");
            }
        }
        let path = "/client-classification/content?period=2026-Q4&format=csv";
        let table = keeper.get(path).await.expect_text(200).to_owned();
        assert!(table.contains("企业规模") && table.contains("已知投资规模"), "{table}");
    }

    /// A-CLI-27: unit name, address, postcode and telephone arrive where they are kept.
    async fn a_designer_sends_in_a_unit_and_commerce_keeps_it(app: TestApp) {
        let designer = hired(&app, "DESIGNER").await;
        let unit = json!({"payload": {"name": "自贡灯彩文化工程有限公司", "kind": "INSTITUTION",
            "address": "自贡市自流井区檀木林街 18 号", "postcode": "643000", "telephone": "0813-2201234"},
            "note": "方案评审时对方提供"});
        let sent = designer.post("/client-submissions", unit).await.expect(201);
        let path = format!("/client-submissions/{}", sent["id"].as_str().unwrap());
        let keeper = app.signed_in(INFORMATION_ADMINISTRATOR).await;
        let accepted = keeper.act_now(&path, "accept", json!({})).await.expect(200);
        let file = format!("/clients/{}", accepted["client"]["id"].as_str().unwrap());
        let file = keeper.get(&file).await.expect(200);
        assert_eq!((&file["postcode"], &file["address"]), (&json!("643000"), &json!("自贡市自流井区檀木林街 18 号")));
        assert!(file["telephone"].as_str().unwrap().contains("0813"), "{file}");
    }

    /// B-CRM-11: the ledger holds every field that is kept, and leaves by right and by record only.
    async fn the_ledger_is_an_export_with_address_and_postcode(app: TestApp) {
        let (keeper, owner) = supervisor_and_owner(&app).await;
        let more = json!({"postcode": "610100"});
        let _ = begun(&keeper, with(institution("成都锦程精密机械有限公司", &owner), &more)).await;
        let path = "/clients/export?format=csv&columns=number&columns=name&columns=address&columns=postcode";
        let ledger = keeper.get(path).await.expect_text(200).to_owned();
        assert!(ledger.contains("610100") && ledger.contains("成龙大道"), "{ledger}");
        owner.get(path).await.refuses(403, "PERMISSION_MISSING");
    }
}

/// It is put together in memory.
#[actix_web::test]
async fn an_extract_of_more_files_than_there_is_room_for_is_refused() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let app =
            TestApp::start_with(engine, |config| config.storage.extract_limit_files = 2).await;
        let (keeper, owner) = supervisor_and_owner(&app).await;
        let path = "/client-market-extracts";
        let body = json!({"purpose": "年度市场分析"});
        for name in ["成都锦程精密机械有限公司", "绵阳东升机电有限公司"] {
            let _ = begun(&keeper, institution(name, &owner)).await;
        }
        assert_eq!(keeper.post(path, body.clone()).await.expect(201)["files"], 2);
        let _ = begun(&keeper, institution("德阳重装配套厂", &owner)).await;
        let refused = keeper.post(path, body).await.refuses(409, "EXTRACT_TOO_MANY_FILES");
        assert_eq!(refused["params"], json!({"limit": "2", "rows": "3"}));
        let register = keeper.get(&format!("{path}?include_total=true")).await.expect(200);
        assert_eq!(register["page"]["total"], 1);
    }
}
