//! A-CLI-28: who may take files out and not see personal data takes no personal data out.
use super::{begun, institution, supervisor_and_owner, with};
use kernel::sheet::{Cell, Limits, Row, Sheet, read};
use reqwest::Method;
use serde_json::{Value, json};
use tests::company::ADMINISTRATOR;
use tests::{Caller, TestApp, on_both};

/// What no cell may hold, each like nothing else in the files.
const PERSONAL: &[&str] =
    &["13881234567", "138 8123 4567", "13800138000", "锦绣花园", "610041", "wx-jianglihua"];

const COLUMNS: &str =
    "columns=name&columns=telephone&columns=address&columns=postcode&columns=key_persons";

async fn exported(caller: &Caller, query: &str) -> Sheet {
    let path = format!("/clients/export?{query}");
    let response = caller.request(Method::GET, &path).send().await.unwrap();
    assert_eq!(response.status(), 200, "{path}");
    read(&response.bytes().await.unwrap(), "", &Limits::default()).unwrap()
}

/// The rows as text, the heading of each cell before it.
fn rows(sheet: &Sheet) -> Vec<Vec<(String, String)>> {
    let text = |cell: &Cell| match cell {
        Cell::Text(text) | Cell::Number(text) => text.clone(),
        Cell::Date(date) => date.to_string(),
        Cell::Empty => String::new(),
        other => format!("{other:?}"),
    };
    let titles: Vec<_> = sheet.columns.iter().map(|column| column.title.clone()).collect();
    let row = |row: &Row| {
        let cells = titles.iter().enumerate();
        cells.map(|(at, title)| (title.clone(), text(row.cell(at)))).collect()
    };
    sheet.rows.iter().map(row).collect()
}

/// Somebody new who may read and take out every file, and see no personal data.
async fn exporter(app: &TestApp) -> Caller {
    let newcomer = app.newcomer("qianxinlai").await;
    let admin = app.signed_in(ADMINISTRATOR).await;
    let grants = ["client.read", "client.export"]
        .map(|permission| json!({"permission": permission, "scope": "ALL"}));
    let role =
        json!({"code": "TAKES_OUT", "name": "台账员", "clearance": 2, "permissions": grants});
    let role = admin.post("/roles", role).await.expect(201);
    let grant = json!({"person_id": newcomer.id, "role_id": role["id"], "reason": "岗位需要"});
    let _ = admin.post("/role-grants", grant).await.expect(201);
    newcomer
}

/// A company with a key person, and a private person.
async fn files(app: &TestApp) -> Caller {
    let (keeper, owner) = supervisor_and_owner(app).await;
    let path = begun(&keeper, institution("攀枝花钢城物资有限公司", &owner)).await;
    let contact = json!({"name": "蒋丽华", "position": "采购部经理", "mobile": "13881234567",
        "wechat": "wx-jianglihua", "is_key_person": true, "influence": "DECIDER"});
    let _ = keeper.post(&format!("{path}/contacts"), contact).await.expect(201);
    let more = json!({"kind": "INDIVIDUAL", "telephone": "13800138000", "postcode": "610041",
        "address": "锦绣花园 3 栋 1202"});
    let _ = begun(&keeper, with(institution("陈桂兰", &owner), &more)).await;
    keeper
}

fn of<'a>(rows: &'a [Vec<(String, String)>], name: &str, title: &str) -> &'a str {
    let row = rows.iter().find(|row| row.iter().any(|(_, text)| text == name)).unwrap();
    &row.iter().find(|(heading, _)| heading == title).unwrap().1
}

on_both! {
    async fn what_is_masked_in_the_list_is_masked_in_every_export(app: TestApp) {
        let keeper = files(&app).await;
        let exporter = exporter(&app).await;
        let list = exporter.get("/clients").await;
        let page: Value = list.expect(200);
        let items = page["items"].as_array().unwrap();
        let private = items.iter().find(|item| item["name"] == "陈桂兰").unwrap();
        assert_eq!(private["telephone"], "138****8000");
        for format in ["xlsx", "csv"] {
            // The usual columns, and those that hold personal data.
            for columns in ["", COLUMNS] {
                let sheet = exported(&exporter, &format!("format={format}&{columns}")).await;
                assert_eq!(sheet.rows.len(), 2);
                for (title, text) in rows(&sheet).iter().flatten() {
                    let personal = PERSONAL.iter().find(|it| text.contains(*it));
                    assert!(personal.is_none(), "{format} {title}: {text}");
                }
            }
            let mine = rows(&exported(&exporter, &format!("format={format}&{COLUMNS}")).await);
            assert_eq!(of(&mine, "陈桂兰", "电话"), "138****8000", "{format}");
            // The company's own number is no personal data.
            assert!(of(&mine, "攀枝花钢城物资有限公司", "电话").starts_with("028-6"));
            // The same columns do hold them, for whoever may.
            let full = rows(&exported(&keeper, &format!("format={format}&{COLUMNS}")).await);
            assert_eq!(of(&full, "陈桂兰", "电话"), "13800138000");
            assert!(of(&full, "陈桂兰", "地址").contains("锦绣花园"));
            assert!(of(&full, "攀枝花钢城物资有限公司", "购买决策关键人物").contains("13881234567"));
        }
    }
}
