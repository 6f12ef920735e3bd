//! What is gone, and from where.
use super::*;
use crate::clients::disclosures;
use crate::clients::importing::imported;
use crate::clients::{begun, each, institution, supervisor_and_owner, with};
use sea_orm::{ConnectionTrait, Statement};
use std::path::Path;
use tests::app::send;
use tests::company::{AUDITOR, SALESPERSON, a_secret_client_of_sales_one};
use tests::{Engine, on_both};

const NAME: &str = "绵阳涪城精工机械有限公司";
/// What was written into the file here and there, and occurs nowhere else.
const WRITTEN: [&str; 13] = [
    "涪城精工",
    "涪城区一环路九十六号",
    "司徒雅琴",
    "设备科长兼党支部书记",
    "要求改用宽幅导轨",
    "此客户拖欠尾款",
    "压缩机组两台",
    "绵市监特许第五五八号",
    "尽快补齐营业执照",
    "德系品牌以账期九十天抢单",
    "上官鸿图",
    "其法务部来函不再同意",
    "端木静姝",
];
const PAPER: &[u8] = b"%PDF-1.7\nQUOTATION-OF-FUCHENG-96\n1 0 obj\n<<>>\nendobj\n";

/// A file with everything in it that can hang on one.
async fn full(app: &TestApp) -> String {
    let (keeper, owner) = supervisor_and_owner(app).await;
    let more = json!({"address": "涪城区一环路九十六号", "tags": ["涪城精工老客户"]});
    let file = begun(&keeper, with(institution(NAME, &owner), &more)).await;
    let hung = async |by: &Caller, list: &str, body: Value| {
        let _ = by.post_with_key(&format!("{file}/{list}"), &fresh_key(), &body).await.expect(201);
    };
    let contact =
        json!({"name": "司徒雅琴", "position": "设备科长兼党支部书记", "mobile": "13908118866"});
    hung(&keeper, "contacts", contact).await;
    let paper =
        json!({"kind": "LICENCE", "name": "特种设备许可", "number": "绵市监特许第五五八号"});
    hung(&keeper, "qualifications", paper).await;
    let talk = json!({"occurred_at": "2023-03-14T02:00:00Z", "channel": "VISIT", "summary": "要求改用宽幅导轨"});
    hung(&owner, "interactions", talk).await;
    hung(&owner, "comments", json!({"body": "此客户拖欠尾款", "mentions": [keeper.id]})).await;
    let bought = json!({"product": "压缩机组两台", "occurred_on": "2023-03-10",
        "amount": {"currency": "CNY", "amount": "86000.00"}});
    hung(&keeper, "purchases", bought).await;
    let said = [("kind", "QUOTATION")];
    let upload = owner.upload(&format!("{file}/attachments"), ("涪城精工报价单.pdf", PAPER), &said);
    let _ = send(upload).await.expect(201);
    told(app, &keeper, &owner, &file).await;
    disclosed(app, &owner, &file).await;
    file
}

/// What was provided of it, to a partner and to the client, on a consent that was revoked afterwards.
async fn disclosed(app: &TestApp, owner: &Caller, file: &str) {
    let papers = owner.get(&format!("{file}/attachments")).await.expect(200);
    let named = json!({"client_id": id(file), "consent": {"given_by": "上官鸿图，副厂长",
        "given_on": "2026-11-20", "attachment_id": papers["items"][0]["id"]}});
    let partner = disclosures::to_partner(&[named]);
    let to_client = with(partner.clone(), &json!({"recipient_kind": "CLIENT", "recipient": null}));
    let received =
        with(disclosures::handed_over(), &json!({"received_by": "端木静姝，办公室主任"}));
    for body in [partner, to_client] {
        let path = disclosures::asked(owner, &body).await;
        let _ = disclosures::provided(app, &path, received_at(&body, &received)).await;
        if body["recipient_kind"] == "CLIENT" {
            let keeper = app.signed_in(INFORMATION_SUPERVISOR).await;
            let revoked = json!({"client_id": id(file), "revoked_on": "2026-11-23", "note": "其法务部来函不再同意"});
            let _ = keeper.act_now(&path, "revoke-consent", revoked).await.expect(200);
        }
    }
}

/// At the client it is somebody of theirs; at a partner somebody of the partner's.
fn received_at(body: &Value, theirs: &Value) -> Value {
    if body["recipient_kind"] == "CLIENT" { theirs.clone() } else { disclosures::handed_over() }
}

/// What people told each other about it.
async fn told(app: &TestApp, keeper: &Caller, owner: &Caller, file: &str) {
    let manager = app.signed_in(SERVICE_MANAGER).await;
    let told =
        json!({"given_to": owner.id, "client_id": id(file), "instruction": "尽快补齐营业执照"});
    let told = manager.post("/client-instructions", told).await.expect(201);
    let told = format!("/client-instructions/{}", told["id"].as_str().unwrap());
    let _ = owner.act_now(&told, "confirm", json!({"note": "已补齐"})).await.expect(200);
    let report = json!({"period": "2026-11", "summary": "本月走访正常",
        "entries": [{"client_id": id(file), "competition": "德系品牌以账期九十天抢单"}]});
    let _ =
        owner.post_with_key("/client-information-reports", &fresh_key(), &report).await.expect(201);
    let seen = keeper.get(file).await.expect(200);
    let submission = json!({
        "client_id": id(file), "client_version": seen["version"], "note": "涪城精工来电更正",
        "payload": {"short_name": "涪城精工"},
    });
    let handed =
        owner.post_with_key("/client-submissions", &fresh_key(), &submission).await.expect(201);
    let admin = app.signed_in(INFORMATION_ADMINISTRATOR).await;
    let path = format!("/client-submissions/{}", handed["id"].as_str().unwrap());
    let _ = admin.act_now(&path, "accept", json!({})).await.expect(200);
}

/// Somebody who takes extracts for market analysis, cleared for 秘密.
async fn analyst(app: &TestApp) -> Caller {
    let newcomer = app.newcomer("qianxinlai").await;
    let admin = app.signed_in(tests::company::ADMINISTRATOR).await;
    let role = json!({"code": "LOW_ANALYST", "name": "市场分析员", "clearance": 1,
        "permissions": [{"permission": "client-market.extract", "scope": "ALL"}]});
    let role = admin.post("/roles", role).await.expect(201);
    let grant = json!({"person_id": newcomer.id, "role_id": role["id"], "reason": "入职"});
    let _ = admin.post("/role-grants", grant).await.expect(201);
    newcomer
}

/// B-SEC-07: that something was provided, to whom and by whom, outlives the file.
async fn what_was_provided_stays(keeper: &Caller) {
    let list = keeper.get("/client-disclosures").await.expect(200);
    let found = list["items"].as_array().unwrap();
    assert_eq!(found.len(), 2);
    for (row, (recipient, received)) in found.iter().zip([
        (Value::Null, Value::Null),
        (json!("四川天府物流有限公司"), json!("李明，商务部经理")),
    ]) {
        let path = format!("/client-disclosures/{}", row["id"].as_str().unwrap());
        let seen = keeper.get(&path).await.expect(200);
        assert_eq!((&seen["state"], &seen["recipient"]), (&json!("PROVIDED"), &recipient));
        assert_eq!(
            (&seen["files"], &seen["file_count"], &seen["destroyed_files"]),
            (&json!([]), &json!(1), &json!(1))
        );
        assert_eq!((&seen["provided_on"], &seen["received_by"]), (&json!("2026-11-23"), &received));
    }
}

/// Every text in every table that holds one of some words: `table: text`.
pub(super) async fn found_in_tables(app: &TestApp, words: &[&str]) -> Vec<String> {
    let db = app.app.db.exclusive();
    let backend = db.get_database_backend();
    let all =
        async |sql: String| db.query_all_raw(Statement::from_string(backend, sql)).await.unwrap();
    let (tables, of) = match app.engine {
        Engine::Sqlite => (
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%_search%'"
                .to_owned(),
            "SELECT name FROM pragma_table_info('{}')",
        ),
        Engine::Postgres => (
            "SELECT tablename::text AS name FROM pg_tables WHERE schemaname = 'public'".to_owned(),
            "SELECT column_name::text AS name FROM information_schema.columns WHERE table_schema = 'public' AND table_name = '{}'",
        ),
    };
    let mut found = vec![];
    for table in all(tables).await {
        let table: String = table.try_get("", "name").unwrap();
        for column in all(of.replace("{}", &table)).await {
            let column: String = column.try_get("", "name").unwrap();
            let holds =
                words.iter().map(|word| format!("CAST(\"{column}\" AS TEXT) LIKE '%{word}%'"));
            let holds = holds.collect::<Vec<_>>().join(" OR ");
            let sql =
                format!("SELECT CAST(\"{column}\" AS TEXT) AS text FROM \"{table}\" WHERE {holds}");
            for row in all(sql).await {
                let text: String = row.try_get("", "text").unwrap();
                found.push(format!("{table}.{column}: {text}"));
            }
        }
    }
    found
}

/// Files below a directory whose bytes hold one of some words.
fn found_on_disk(directory: &Path, words: &[&[u8]]) -> Vec<String> {
    let mut found = vec![];
    for entry in std::fs::read_dir(directory).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(found_on_disk(&path, words));
            continue;
        }
        let bytes = std::fs::read(&path).unwrap();
        for word in words {
            if bytes.windows(word.len()).any(|some| some == *word) {
                found.push(format!("{}: {}", path.display(), String::from_utf8_lossy(word)));
            }
        }
    }
    found
}

on_both! {
    /// A-BOR-06: of everything that was ever written into the file nothing is left in any table, nor in the
    /// file store, nor, on SQLite, anywhere in the database's own files.
    async fn nothing_that_stood_in_the_file_is_left_anywhere(app: TestApp) {
        let file = full(&app).await;
        let before = found_in_tables(&app, &WRITTEN).await;
        for word in WRITTEN {
            assert!(before.iter().any(|text| text.contains(word)), "{word} was never written");
        }
        assert!(found_on_disk(app.directory(), &[b"QUOTATION-OF-FUCHENG-96"]).len() == 1);
        age(&app, &[&file]).await;
        let admin = app.signed_in(INFORMATION_ADMINISTRATOR).await;
        let path = proposed(&admin, &file).await;
        approved_by_all(&app).await;
        let certificate = carried_out(&app, &path).await;
        assert_eq!(clients::destructions::clear(&app.app).await.unwrap(), 1);
        assert_eq!(found_in_tables(&app, &WRITTEN).await, Vec::<String>::new());
        let bytes: Vec<&[u8]> = WRITTEN.iter().map(|word| word.as_bytes()).chain([&PAPER[9..32]]).collect();
        assert_eq!(found_on_disk(app.directory(), &bytes), Vec::<String>::new());
        let counts = &certificate["counts"];
        let count = |kind: &str| {
            counts.as_array().unwrap().iter().find(|it| it["kind"] == kind).map(|it| it["count"].as_u64().unwrap())
        };
        for kind in ["client", "client_contact", "client_qualification", "client_interaction", "client_comment",
            "client_purchase", "client_attachment", "client_instruction", "client_submission"] {
            assert_eq!(count(kind), Some(1), "{kind}: {counts}");
        }
        assert_eq!(count("client_disclosure_file"), Some(2), "{counts}");
        what_was_provided_stays(&admin).await;
    }

    /// Nobody learns from any list, count, search or suggestion that there was such a client.
    async fn nobody_finds_it(app: TestApp) {
        let file = full(&app).await;
        let _ = destroyed(&app, &file).await;
        let keeper = app.signed_in(INFORMATION_SUPERVISOR).await;
        let count = keeper.get("/clients?q=涪城精工&include_total=true").await.expect(200);
        assert_eq!(count["page"]["total"], 0);
        for status in ["MERGED", "WITHDRAWN", "OBSOLETE"] {
            let list = keeper.get(&format!("/clients?status={status}")).await.expect(200);
            assert_eq!(list["items"], json!([]), "{status}");
        }
        assert!(!keeper.get("/search?q=涪城精工").await.expect_text(200).contains("精工机械"));
        for list in ["contacts", "interactions", "comments", "attachments", "timeline"] {
            keeper.get(&format!("{file}/{list}")).await.refuses(404, "NOT_FOUND");
        }
        for register in ["/client-materials", "/client-submissions", "/client-instructions", "/notifications", "/obligations"] {
            let text = app.signed_in(SALESPERSON).await.get(register).await.text;
            assert!(!text.contains("涪城"), "{register}: {text}");
        }
        // Its number and its code are free of it, and another file may begin.
        let owner = app.signed_in(SALESPERSON).await;
        let _ = begun(&keeper, institution(NAME, &owner)).await;
    }

    /// A-CLI-14, A-BOR-06: files that went into it were of the same client and go with it.
    async fn what_was_merged_into_it_goes_with_it(app: TestApp) {
        let (keeper, owner) = supervisor_and_owner(&app).await;
        let file = begun(&keeper, institution(NAME, &owner)).await;
        let other = begun(&keeper, institution("绵阳涪城精工机械厂", &owner)).await;
        let version = keeper.get(&other).await.expect(200)["version"].clone();
        let merge = json!({"from_id": id(&other), "from_version": version, "reason": "同一公司重复建档"});
        let _ = keeper.act_now(&file, "merge", merge).await.expect(200);
        age(&app, &[&other]).await;
        let certificate = destroyed(&app, &file).await;
        assert_eq!(certificate["files"].as_array().unwrap().len(), 2);
        keeper.get(&other).await.refuses(404, "NOT_FOUND");
        assert_eq!(found_in_tables(&app, &["涪城精工机械厂"]).await, Vec::<String>::new());
    }

    /// A-CLI-03, A-BOR-06: extracts and imported tables that hold it lose their contents, the register of
    /// them stays.
    async fn exports_and_imports_that_hold_it_lose_their_contents(app: TestApp) {
        let admin = app.signed_in(INFORMATION_ADMINISTRATOR).await;
        // Tried first, as one does.
        let csv = "客户名称,客户类型\n绵阳涪城精工机械有限公司,机构\n";
        let (tried, _) = imported(&admin, csv, &[("dry_run", "true")]).await;
        let (job, rows) = imported(&admin, "客户名称,客户类型\n绵阳涪城精工机械有限公司,机构\n", &[]).await;
        let file = format!("/clients/{}", rows[0]["resource_id"].as_str().unwrap());
        let supervisor = app.signed_in(INFORMATION_SUPERVISOR).await;
        let taken = supervisor.post("/client-market-extracts", json!({"purpose": "行业分布分析"})).await.expect(201);
        let extract = format!("/client-market-extracts/{}", taken["id"].as_str().unwrap());
        assert!(supervisor.get(&format!("{extract}/content")).await.expect_text(200).contains(NAME));
        let certificate = destroyed(&app, &file).await;
        assert_eq!(clients::destructions::clear(&app.app).await.unwrap(), 1);
        supervisor.get(&format!("{extract}/content")).await.refuses(410, "EXTRACT_DESTROYED");
        // Reconciliation and copies ask for no bytes that were destroyed.
        let missing = zhidu::cli::reconcile::missing_files(&app.app.db, &app.app.files).await.unwrap();
        assert_eq!(missing, Vec::<String>::new());
        assert_eq!(supervisor.get(&extract).await.expect(200)["destroyed_by"], certificate["id"]);
        assert_eq!(found_on_disk(Path::new(&app.app.config.storage.directory), &["涪城精工".as_bytes()]), Vec::<String>::new());
        let rows = admin.get(&format!("/jobs/{}/rows", job["id"].as_str().unwrap())).await.expect(200);
        assert_eq!(each(&rows, "label"), [certificate["client"]["number"].as_str().unwrap()]);
        let rows = admin.get(&format!("/jobs/{}/rows", tried["id"].as_str().unwrap())).await.expect(200);
        assert_eq!(each(&rows, "label"), [certificate["client"]["number"].as_str().unwrap()]);
        // The import is over: taking it back finds nothing, and does no harm.
        let path = format!("/jobs/{}", job["id"].as_str().unwrap());
        let _ = admin.act_now(&path, "undo", json!({})).await.expect(202);
        let again = supervisor.post("/client-market-extracts", json!({"purpose": "行业分布分析"})).await.expect(201);
        assert_eq!((&again["files"], &again["destroyed_by"]), (&json!(0), &Value::Null));
    }

    /// A-CLI-18: who took an extract that a file above their clearance is not in keeps it, and learns of
    /// nothing.
    async fn an_extract_that_does_not_hold_it_keeps_its_contents(app: TestApp) {
        let secret = format!("/clients/{}", a_secret_client_of_sales_one(&app).await);
        let (keeper, owner) = supervisor_and_owner(&app).await;
        let _ = begun(&keeper, institution("德阳旌阳铸造有限公司", &owner)).await;
        let analyst = analyst(&app).await;
        let taken = analyst.post("/client-market-extracts", json!({"purpose": "行业分布分析"})).await.expect(201);
        assert_eq!(taken["files"], 1);
        let whole = keeper.post("/client-market-extracts", json!({"purpose": "行业分布分析"})).await.expect(201);
        let _ = destroyed(&app, &secret).await;
        assert_eq!(clients::destructions::clear(&app.app).await.unwrap(), 1);
        let content = |taken: &Value| format!("/client-market-extracts/{}/content", taken["id"].as_str().unwrap());
        assert!(analyst.get(&content(&taken)).await.expect_text(200).contains("德阳旌阳"));
        keeper.get(&content(&whole)).await.refuses(410, "EXTRACT_DESTROYED");
    }

    /// A-CLI-18: what a monthly report says besides stays as secret as the file of which it told.
    async fn a_report_that_told_of_it_stays_as_secret_as_it_was(app: TestApp) {
        let secret = format!("/clients/{}", a_secret_client_of_sales_one(&app).await);
        let manager = app.signed_in(tests::company::SALES_MANAGER).await;
        let admin = app.signed_in(tests::company::ADMINISTRATOR).await;
        let role = json!({"code": "REPORTING_MANAGER", "name": "报告经理", "clearance": 2,
            "permissions": [{"permission": "client-report.submit", "scope": "OWN"}]});
        let role = admin.post("/roles", role).await.expect(201);
        let grant = json!({"person_id": manager.id, "role_id": role["id"], "reason": "提交报告"});
        let _ = admin.post("/role-grants", grant).await.expect(201);
        let manager = app.signed_in(tests::company::SALES_MANAGER).await;
        let report = json!({"period": "2026-11", "summary": "与最大客户谈妥独家供应",
            "entries": [{"client_id": id(&secret), "competition": "无"}]});
        let made = manager.post_with_key("/client-information-reports", &fresh_key(), &report).await.expect(201);
        let path = format!("/client-information-reports/{}", made["id"].as_str().unwrap());
        let specialist = app.signed_in(tests::company::SERVICE_SPECIALIST).await;
        specialist.get(&path).await.refuses(404, "NOT_FOUND");
        let _ = destroyed(&app, &secret).await;
        specialist.get(&path).await.refuses(404, "NOT_FOUND");
        let keeper = app.signed_in(INFORMATION_SUPERVISOR).await;
        assert_eq!(keeper.get(&path).await.expect(200)["summary"], "与最大客户谈妥独家供应");
    }

    /// Bytes that another client's paper has as well are that paper's.
    async fn bytes_that_another_record_names_stay(app: TestApp) {
        let file = full(&app).await;
        let (keeper, owner) = supervisor_and_owner(&app).await;
        let other = begun(&keeper, institution("德阳旌阳铸造有限公司", &owner)).await;
        let list = format!("{other}/attachments");
        let made = send(owner.upload(&list, ("报价单.pdf", PAPER), &[("kind", "QUOTATION")])).await.expect(201);
        let _ = destroyed(&app, &file).await;
        assert_eq!(clients::destructions::clear(&app.app).await.unwrap(), 1);
        let content = format!("{list}/{}/content", made["id"].as_str().unwrap());
        assert!(owner.get(&content).await.expect_text(200).contains("FUCHENG-96"));
    }

    /// A reader that still looks at what was there before keeps the database from clearing up; it is tried
    /// again, and nothing is said to be gone that is not.
    async fn clearing_waits_for_those_who_still_read(app: TestApp) {
        if app.engine == Engine::Postgres {
            return;
        }
        let file = full(&app).await;
        let options = sqlx::sqlite::SqliteConnectOptions::new().filename(app.directory().join("zhidu.sqlite"));
        let mut reader = <sqlx::SqliteConnection as sqlx::Connection>::connect_with(&options).await.unwrap();
        sqlx::query("BEGIN").execute(&mut reader).await.unwrap();
        sqlx::query("SELECT count(*) FROM client").execute(&mut reader).await.unwrap();
        let path = format!("/client-destructions/{}", destroyed(&app, &file).await["id"].as_str().unwrap());
        assert_eq!(clients::destructions::clear(&app.app).await.unwrap(), 0);
        let auditor = app.signed_in(AUDITOR).await;
        assert_eq!(auditor.get(&path).await.expect(200)["cleared_at"], Value::Null);
        sqlx::query("COMMIT").execute(&mut reader).await.unwrap();
        assert_eq!(clients::destructions::clear(&app.app).await.unwrap(), 1);
        assert_ne!(auditor.get(&path).await.expect(200)["cleared_at"], Value::Null);
    }
}
