use super::telephone;
use kernel::jobs::{entity as job, row as job_row};
use reqwest::Method;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};
use serde_json::{Value, json};
use std::time::Duration;
use tests::app::send;
use tests::company::{
    INFORMATION_ADMINISTRATOR, INFORMATION_SUPERVISOR, SALESPERSON, SERVICE_SPECIALIST,
};
use tests::form::{multipart, of_form};
use tests::{Answer, Caller, on_both};

async fn import(caller: &Caller, name: &str, bytes: &[u8], fields: &[(&str, &str)]) -> Answer {
    send(caller.upload("/clients/actions/import", (name, bytes), fields)).await
}

/// The job, once it has ended.
pub async fn ended(caller: &Caller, started: &Value) -> Value {
    let path = format!("/jobs/{}", started["id"].as_str().unwrap());
    for _ in 0..200 {
        let job = caller.get(&path).await.expect(200);
        if !["QUEUED", "RUNNING"].contains(&job["state"].as_str().unwrap()) {
            return job;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    panic!("the job does not end: {started}");
}

/// Outcomes of a job's rows.
pub async fn rows(caller: &Caller, job: &Value) -> Vec<Value> {
    let path = format!("/jobs/{}/rows?limit=200", job["id"].as_str().unwrap());
    let page = caller.get(&path).await.expect(200);
    page["items"].as_array().unwrap().clone()
}

pub async fn imported(caller: &Caller, csv: &str, fields: &[(&str, &str)]) -> (Value, Vec<Value>) {
    let started = import(caller, "客户.csv", csv.as_bytes(), fields).await.expect(202);
    let job = ended(caller, &started).await;
    assert_eq!(job["state"], "DONE", "{job}");
    let rows = rows(caller, &job).await;
    (job, rows)
}

async fn found(caller: &Caller, q: &str) -> u64 {
    let page = caller.get(&format!("/clients?q={q}&include_total=true")).await.expect(200);
    page["page"]["total"].as_u64().unwrap()
}

const GOOD: &[(&str, &str)] = &[("mode", "GOOD_ROWS")];

/// 1 good, 2 of the same client, 3 wrong type, 4 formula, 5 good.
fn mixed() -> String {
    let (one, two) = (telephone(), telephone());
    format!(
        "客户名称,客户类型,企业规模,电话,行业\n\
         绵阳涪城精工机械有限公司,机构,120,{one},机械制造\n\
         绵阳涪城精工机械有限责任公司,机构,120,,机械制造\n\
         德阳旌阳铸造有限公司,机构,很多,,机械制造\n\
         \"=HYPERLINK(\"\"http://x\"\")\",机构,1,,\n\
         乐山沙湾水泥有限公司,机构,86,{two},建材\n"
    )
}

on_both! {
    /// What the template holds can be imported as it stands.
    async fn the_template_is_a_sheet_that_can_be_imported(app: TestApp) {
        let keeper = app.signed_in(INFORMATION_ADMINISTRATOR).await;
        for format in ["xlsx", "csv"] {
            let path = format!("/clients/import-template?format={format}");
            let answer = send(keeper.request(Method::GET, &path)).await;
            assert_eq!(answer.status, 200);
            assert!(answer.header("content-disposition").contains(format));
        }
        let response = keeper.request(Method::GET, "/clients/import-template").send().await.unwrap();
        let bytes = response.bytes().await.unwrap();
        let started = import(&keeper, "模板.xlsx", &bytes, &[]).await.expect(202);
        let job = ended(&keeper, &started).await;
        assert_eq!(job["result"]["good"], 1, "{job}");
        let outcomes = rows(&keeper, &job).await;
        let id = outcomes[0]["resource_id"].as_str().unwrap();
        let file = keeper.get(&format!("/clients/{id}")).await.expect(200);
        assert_eq!(file["name"], "成都锦川机电设备有限公司");
        assert_eq!(file["annual_sales"]["amount"], "72500000.00");
        assert_eq!(file["owner"]["id"], keeper.id.to_string());
    }

    async fn good_rows_are_kept_and_the_others_say_what_is_wrong_and_where(app: TestApp) {
        let keeper = app.signed_in(INFORMATION_ADMINISTRATOR).await;
        let (job, rows) = imported(&keeper, &mixed(), GOOD).await;
        let expected = json!({"dry_run": false, "rows": 5, "good": 2, "refused": 3, "skipped": 0});
        assert_eq!(job["result"], expected);
        assert_eq!((&job["progress_done"], &job["progress_total"]), (&json!(5), &json!(5)));
        let outcomes: Vec<_> = rows.iter().map(|row| row["outcome"].as_str().unwrap()).collect();
        assert_eq!(outcomes, ["DONE", "REFUSED", "REFUSED", "REFUSED", "DONE"]);
        let wrong = |row: usize| {
            let error = &rows[row]["errors"][0];
            let said = |name: &str| error[name].as_str().unwrap().to_owned();
            (said("pointer"), said("code"), error["params"]["column"].as_str().unwrap().to_owned())
        };
        assert_eq!(rows[1]["position"], 3);
        assert_eq!(wrong(1), ("/name".into(), "DUPLICATE".into(), "A".into()));
        assert_eq!(rows[1]["errors"][0]["params"]["row"], "2");
        assert_eq!(wrong(2), ("/employees".into(), "WRONG_TYPE".into(), "C".into()));
        assert_eq!(wrong(3), ("/name".into(), "FORMULA".into(), "A".into()));
        assert_eq!(found(&keeper, "乐山沙湾").await, 1);
        assert_eq!(found(&keeper, "德阳旌阳").await, 0);
    }

    async fn all_or_nothing_keeps_nothing_where_one_row_is_bad(app: TestApp) {
        let keeper = app.signed_in(INFORMATION_ADMINISTRATOR).await;
        let (job, rows) = imported(&keeper, &mixed(), &[]).await;
        let result = &job["result"];
        assert_eq!((&result["good"], &result["skipped"]), (&json!(0), &json!(2)));
        assert_eq!(rows[0]["outcome"], "SKIPPED");
        assert_eq!(rows[0]["resource_id"], Value::Null);
        assert_eq!(found(&keeper, "乐山沙湾").await + found(&keeper, "绵阳涪城").await, 0);
    }

    async fn a_dry_run_says_the_same_and_keeps_nothing(app: TestApp) {
        let keeper = app.signed_in(INFORMATION_ADMINISTRATOR).await;
        let csv = mixed();
        let fields = [("mode", "GOOD_ROWS"), ("dry_run", "true")];
        let (job, rows) = imported(&keeper, &csv, &fields).await;
        assert_eq!(job["result"]["good"], 2);
        assert!(rows.iter().all(|row| row["resource_id"] == Value::Null));
        assert_eq!(found(&keeper, "乐山沙湾").await, 0);
        let (job, _) = imported(&keeper, &csv, GOOD).await;
        assert_eq!(job["result"]["good"], 2);
    }

    async fn a_sheet_in_the_encoding_of_chinese_excel_is_read(app: TestApp) {
        let keeper = app.signed_in(INFORMATION_ADMINISTRATOR).await;
        // GB18030: 客户名称,客户类型 / 绵阳涪城精工,机构
        let bytes = b"\xbf\xcd\xbb\xa7\xc3\xfb\xb3\xc6,\xbf\xcd\xbb\xa7\xc0\xe0\xd0\xcd\r\n\
            \xc3\xe0\xd1\xf4\xb8\xa2\xb3\xc7\xbe\xab\xb9\xa4,\xbb\xfa\xb9\xb9\r\n";
        let started = import(&keeper, "客户.csv", bytes, &[]).await.expect(202);
        let job = ended(&keeper, &started).await;
        assert_eq!(job["result"]["good"], 1, "{job}");
        assert_eq!(found(&keeper, "绵阳涪城精工").await, 1);
    }

    async fn what_is_no_sheet_of_clients_is_refused_at_once_and_leaves_nothing(app: TestApp) {
        let keeper = app.signed_in(INFORMATION_ADMINISTRATOR).await;
        for (name, bytes, status, code) in [
            ("a.png", &b"\x89PNG\r\n\x1a\n\0\0"[..], 422, "NOT_A_SPREADSHEET"),
            ("a.xlsx", b"a,b\n1,2", 422, "NOT_A_SPREADSHEET"),
            ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 422, "SPREADSHEET_LEGACY_FORMAT"),
            ("a.csv", b"", 422, "SPREADSHEET_EMPTY"),
            ("a.csv", "客户名称,客户类型\n".as_bytes(), 422, "IMPORT_NO_ROWS"),
            ("a.csv", "客户名称,口味\n甲,甜\n".as_bytes(), 422, "IMPORT_UNKNOWN_COLUMN"),
            ("a.csv", "客户名称\n甲\n".as_bytes(), 422, "IMPORT_COLUMN_MISSING"),
        ] {
            import(&keeper, name, bytes, &[]).await.refuses(status, code);
        }
        let rows = |count: usize| format!("客户名称,客户类型\n{}", "甲,机构\n".repeat(count));
        let many = import(&keeper, "a.csv", rows(50_001).as_bytes(), GOOD).await;
        many.refuses(422, "SPREADSHEET_TOO_MANY_ROWS");
        let at_once = import(&keeper, "a.csv", rows(2_001).as_bytes(), &[]).await;
        let problem = at_once.refuses(422, "IMPORT_TOO_MANY_AT_ONCE");
        assert_eq!(problem["params"]["limit"], "2000");
        import(&keeper, "a.csv", b"a", &[("mode", "SOME")]).await.points_at("/mode", "NOT_IN_CHOICE");
        import(&keeper, "a.csv", b"a", &[("owner", "x")]).await.points_at("/owner", "UNKNOWN_FIELD");
        keeper.post("/clients/actions/import", json!({})).await.refuses(415, "UNSUPPORTED_TYPE");
        assert_eq!(keeper.get("/jobs").await.expect(200)["items"], json!([]));
        assert_eq!(keeper.get("/clients").await.expect(200)["items"], json!([]));
    }

    /// A-CLI-14, A-CLI-16, B-CRM-01: the rules of a single file.
    async fn each_row_is_judged_as_a_single_file_is(app: TestApp) {
        let keeper = app.signed_in(INFORMATION_ADMINISTRATOR).await;
        let owner = app.signed_in(SALESPERSON).await;
        let number = telephone();
        let csv = format!(
            "客户名称,客户类型,电话,负责人,团购客户,非重复的理由\n\
             绵阳涪城精工机械有限公司,机构,{number},{SALESPERSON},否,\n"
        );
        let (_, first) = imported(&keeper, &csv, &[]).await;
        let id = first[0]["resource_id"].as_str().unwrap();
        let file = keeper.get(&format!("/clients/{id}")).await.expect(200);
        assert_eq!(file["owner"]["id"], owner.id.to_string());
        let csv = format!(
            "客户名称,客户类型,电话,负责人,团购客户,非重复的理由\n\
             涪城物业管理有限公司,机构,{number},,否,\n\
             涪城餐饮服务有限公司,机构,{number},,否,同一栋楼的总机\n\
             自贡盐都团购商贸有限公司,机构,,,是,\n\
             内江甜城糖业有限公司,机构,,查无此人,否,\n"
        );
        let (_, rows) = imported(&keeper, &csv, GOOD).await;
        let code = |row: usize| rows[row]["errors"][0]["code"].as_str().unwrap_or_default();
        assert_eq!(code(0), "CLIENT_DUPLICATE_SUSPECTED");
        assert_eq!(rows[0]["errors"][0]["clauses"][0]["id"], "A-CLI-14");
        assert_eq!(code(2), "PERMISSION_MISSING");
        assert_eq!(code(3), "UNKNOWN_REFERENCE");
        assert_eq!(rows[3]["errors"][0]["params"]["column"], "D");
    }

    async fn an_import_is_for_those_who_may(app: TestApp) {
        for login in [SALESPERSON, SERVICE_SPECIALIST] {
            let caller = app.signed_in(login).await;
            import(&caller, "a.csv", b"a", &[]).await.refuses(403, "PERMISSION_MISSING");
            caller.get("/clients/import-template").await.refuses(403, "PERMISSION_MISSING");
        }
    }

    async fn the_same_key_and_file_is_the_same_import(app: TestApp) {
        let keeper = app.signed_in(INFORMATION_ADMINISTRATOR).await;
        let csv = mixed();
        let request = |boundary: &str| {
            let request = keeper.request(Method::POST, "/clients/actions/import");
            let request = request.header("Idempotency-Key", "import-once");
            let file = ("客户.csv", csv.as_bytes());
            of_form(request, boundary, multipart(boundary, file, GOOD))
        };
        let first = send(request("one")).await.expect(202);
        let again = send(request("two")).await;
        assert_eq!(again.header("idempotent-replayed"), "true");
        assert_eq!(again.expect(202)["id"], first["id"]);
    }
}

pub async fn undone(caller: &Caller, job: &Value) -> Value {
    let path = format!("/jobs/{}", job["id"].as_str().unwrap());
    let undoing = caller.act_now(&path, "undo", json!({})).await.expect(202);
    let ended = ended(caller, &undoing).await;
    assert_eq!(ended["state"], "DONE", "{ended}");
    ended["result"].clone()
}

on_both! {
    /// As after a crash between the last batch and the end of the job.
    async fn a_job_that_is_run_again_creates_nothing_twice(app: TestApp) {
        let keeper = app.signed_in(INFORMATION_ADMINISTRATOR).await;
        let (job, first) = imported(&keeper, &mixed(), GOOD).await;
        let id: uuid::Uuid = job["id"].as_str().unwrap().parse().unwrap();
        let tx = app.app.db.begin().await.unwrap();
        job_row::Entity::delete_by_id((id, 6)).exec(tx.db()).await.unwrap();
        job::Entity::update_many()
            .col_expr(job::Column::State, Expr::value("QUEUED"))
            .filter(job::Column::Id.eq(id))
            .exec(tx.db())
            .await
            .unwrap();
        tx.commit().await.unwrap();
        let again = ended(&keeper, &job).await;
        assert_eq!(again["result"]["rows"], 5, "{again}");
        let second = rows(&keeper, &again).await;
        assert_eq!(second[..4], first[..4], "rows with an outcome keep it");
        let code = &second[4]["errors"][0]["code"];
        assert_eq!(code, "CLIENT_DUPLICATE_SUSPECTED", "its file is there already");
        assert_eq!(found(&keeper, "绵阳涪城").await, 1);
    }

    /// Nothing is deleted, and what somebody has built on stays.
    async fn an_import_is_taken_back_while_nobody_has_touched_it(app: TestApp) {
        let keeper = app.signed_in(INFORMATION_SUPERVISOR).await;
        let code = kernel::text::credit_code::with_check_digit("91510700MA62K3X8").unwrap();
        let csv = format!(
            "客户名称,客户类型,统一社会信用代码\n绵阳涪城精工机械有限公司,机构,{code}\n\
             德阳旌阳铸造有限公司,机构,\n乐山沙湾水泥有限公司,机构,\n"
        );
        let (job, rows) = imported(&keeper, &csv, &[]).await;
        let path = |row: usize| format!("/clients/{}", rows[row]["resource_id"].as_str().unwrap());
        let _ = keeper.patch_now(&path(1), json!({"industry": "铸造"})).await.expect(200);
        let contact = json!({"name": "何志勇", "position": "采购部经理"});
        let _ = keeper.post(&format!("{}/contacts", path(2)), contact).await.expect(201);
        let result = undone(&keeper, &job).await;
        assert_eq!((&result["withdrawn"], &result["kept"]), (&json!(1), &json!(2)), "{result}");
        let gone = keeper.get(&path(0)).await.expect(200);
        assert_eq!(gone["status"], "WITHDRAWN");
        assert_eq!(keeper.get(&path(1)).await.expect(200)["status"], "ACTIVE");
        assert_eq!(found(&keeper, "绵阳涪城").await, 0);
        keeper.patch_now(&path(0), json!({"industry": "x"})).await.refuses(409, "CLIENT_WITHDRAWN");
        let (again, _) = imported(&keeper, &csv, GOOD).await;
        assert_eq!(again["result"]["good"], 1, "the credit code is free again: {again}");
    }
}
