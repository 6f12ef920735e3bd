use super::{begun, institution, supervisor_and_owner, with};
use kernel::sheet::{Cell, Limits, Sheet, read};
use reqwest::Method;
use serde_json::json;
use tests::company::{
    AUDITOR, INFORMATION_ADMINISTRATOR, SALES_MANAGER, SALESPERSON, SERVICE_MANAGER,
};
use tests::{Caller, on_both};

async fn exported(caller: &Caller, query: &str) -> Sheet {
    let path = format!("/clients/export?{query}");
    let response = caller.request(Method::GET, &path).send().await.unwrap();
    assert_eq!(response.status(), 200, "{path}");
    let bytes = response.bytes().await.unwrap();
    read(&bytes, "", &Limits::default()).unwrap()
}

fn column(sheet: &Sheet, title: &str) -> Vec<String> {
    let at = sheet.columns.iter().position(|column| column.title == title);
    let at = at.unwrap_or_else(|| panic!("no {title}: {:?}", sheet.columns));
    let text = |cell: &Cell| match cell {
        Cell::Text(text) | Cell::Number(text) => text.clone(),
        Cell::Date(date) => date.to_string(),
        Cell::Empty => String::new(),
        other => panic!("{other:?}"),
    };
    sheet.rows.iter().map(|row| text(row.cell(at))).collect()
}

/// What stands above each printed page of a workbook.
fn header(bytes: &[u8]) -> Option<String> {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut sheet = archive.by_name("xl/worksheets/sheet1.xml").unwrap();
    let mut text = String::new();
    std::io::Read::read_to_string(&mut sheet, &mut text).unwrap();
    let (_, after) = text.split_once("<oddHeader>")?;
    Some(after.split_once("</oddHeader>")?.0.to_owned())
}

on_both! {
    async fn the_export_holds_the_files_of_the_list(app: TestApp) {
        let (keeper, owner) = supervisor_and_owner(&app).await;
        for (name, more) in [
            ("=1+1 机电有限公司", json!({"assets": {"amount": "1250000.50", "currency": "CNY"}})),
            ("广元利州电子有限公司", json!({"founded_on": "2008-03-18", "tags": ["月结", "展会"]})),
            ("雅安雨城茶业有限公司", json!({"industry": "食品"})),
        ] {
            begun(&keeper, with(institution(name, &owner), &more)).await;
        }
        let query = "industry=%E6%9C%BA%E6%A2%B0%E5%88%B6%E9%80%A0";
        for format in ["xlsx", "csv"] {
            let sheet = exported(&keeper, &format!("{query}&format={format}")).await;
            let names = column(&sheet, "客户名称");
            assert_eq!(names, ["=1+1 机电有限公司", "广元利州电子有限公司"], "text stays text");
            assert_eq!(column(&sheet, "负责人").len(), 2);
        }
        let columns = "columns=number&columns=assets&columns=founded_on&columns=tags&format=csv";
        let sheet = exported(&keeper, &format!("{query}&{columns}")).await;
        assert_eq!(sheet.columns.len(), 4);
        assert_eq!(column(&sheet, "资产"), ["1250000.50", ""]);
        assert_eq!(column(&sheet, "创立时间"), ["", "2008-03-18"]);
        assert_eq!(column(&sheet, "标签"), ["", "月结、展会"]);
        let english = exported(&keeper.reading("en"), "format=csv&columns=state").await;
        assert_eq!(column(&english, "State"), ["Potential"; 3]);
    }

    /// A-SEC-07: what leaves with a file of 机密 or above says so, and who took it when.
    async fn a_table_with_classified_files_is_marked(app: TestApp) {
        let (keeper, owner) = supervisor_and_owner(&app).await;
        let path = begun(&keeper, institution("广元利州电子有限公司", &owner)).await;
        let taken = async |format: &str| {
            let path = format!("/clients/export?format={format}");
            let response = keeper.request(Method::GET, &path).send().await.unwrap();
            let name = response.headers()["content-disposition"].to_str().unwrap().to_owned();
            (name, response.bytes().await.unwrap())
        };
        let (name, bytes) = taken("xlsx").await;
        assert!(name.contains("\"clients-20261123.xlsx\""), "{name}");
        assert_eq!(header(&bytes), None);
        tests::company::classify_for(&keeper, &path, &app.signed_in(SALES_MANAGER).await, "CONFIDENTIAL").await;
        let (name, bytes) = taken("xlsx").await;
        assert!(name.contains("\"clients-confidential-20261123.xlsx\""), "{name}");
        assert_eq!(header(&bytes).as_deref(), Some("&amp;C机密 · 沈慧敏 · 2026-11-23 10:00"));
        assert!(taken("csv").await.0.contains("\"clients-confidential-20261123.csv\""));
    }

    /// A formula in CSV is what a spreadsheet program would run.
    async fn no_cell_of_a_csv_is_a_formula(app: TestApp) {
        let (keeper, owner) = supervisor_and_owner(&app).await;
        begun(&keeper, institution("=cmd|' /C calc'!A0", &owner)).await;
        let path = "/clients/export?format=csv&columns=name";
        let text = keeper.get(path).await.expect_text(200).to_owned();
        assert!(text.contains("\n'=cmd"), "{text}");
    }

    /// A-CLI-28: the same mask as in the list.
    async fn key_persons_and_private_persons_are_shown_as_on_the_file(app: TestApp) {
        let (keeper, owner) = supervisor_and_owner(&app).await;
        let path = begun(&keeper, institution("攀枝花钢城物资有限公司", &owner)).await;
        let contact = json!({"name": "蒋丽华", "position": "采购部经理", "mobile": "13881234567",
            "is_key_person": true, "influence": "DECIDER"});
        let _ = keeper.post(&format!("{path}/contacts"), contact).await.expect(201);
        let sheet = exported(&keeper, "format=csv&columns=key_persons").await;
        assert_eq!(column(&sheet, "购买决策关键人物"), ["蒋丽华 采购部经理 13881234567"]);
    }

    /// B-SEC-09: the ledger leaves on record.
    async fn every_export_is_recorded_with_what_left(app: TestApp) {
        let (keeper, owner) = supervisor_and_owner(&app).await;
        begun(&keeper, institution("达州通川建材有限公司", &owner)).await;
        exported(&keeper, "format=csv&tier=POTENTIAL&columns=name").await;
        app.seal().await;
        let auditor = app.signed_in(AUDITOR).await;
        let entries = auditor.get("/audit-entries?action=client.exported").await.expect(200);
        let entry = &entries["items"][0];
        assert_eq!(entry["actor"]["id"], keeper.id.to_string(), "{entry}");
        assert_eq!(entry["changes"]["count"][1], 1);
        assert_eq!(entry["changes"]["filters"][1], r#"{"tier":["POTENTIAL"]}"#);
    }

    /// B-SEC-09: the ledger is kept from those who deal with clients one by one.
    async fn an_export_is_for_those_who_may_and_of_known_columns(app: TestApp) {
        for login in [SALESPERSON, SALES_MANAGER] {
            let caller = app.signed_in(login).await;
            caller.get("/clients/export").await.refuses(403, "PERMISSION_MISSING");
        }
        let keeper = app.signed_in(INFORMATION_ADMINISTRATOR).await;
        keeper.get("/clients/export?columns=password").await.refuses(400, "INVALID_PARAMETER");
        keeper.get("/clients/export?teir=KEY").await.refuses(400, "UNKNOWN_PARAMETER");
        keeper.get("/clients/export?format=pdf").await.refuses(400, "INVALID_PARAMETER");
    }

    /// A-CLI-18: what is above the clearance is in no export.
    async fn what_is_too_secret_for_the_list_is_in_no_export(app: TestApp) {
        let id = tests::company::a_secret_client_of_sales_one(&app).await;
        let (keeper, owner) = supervisor_and_owner(&app).await;
        begun(&keeper, institution("巴中恩阳食品有限公司", &owner)).await;
        let all = app.signed_in(SERVICE_MANAGER).await;
        tests::company::classify_for(&keeper, &format!("/clients/{id}"), &all, "TOP_SECRET").await;
        assert_eq!(exported(&all, "format=csv").await.rows.len(), 2);
        let cleared = app.signed_in(INFORMATION_ADMINISTRATOR).await;
        let names = column(&exported(&cleared, "format=csv").await, "客户名称");
        assert_eq!(names, ["巴中恩阳食品有限公司"]);
    }
}
