//! What market analysis gets of a file: structured fields of the basic archive. No field of a person
//! and no free text is among them, for nobody knows what was written there (A-CLI-28).
use crate::archive::entity::Model;
use kernel::lang::{Lang, Text};
use kernel::money::Amount;
use kernel::sheet::{ExportColumn, Value};

struct Column {
    text: Text,
    width: u16,
    value: fn(&Model, Lang) -> Value,
}

macro_rules! columns {
    ($($zh:literal $tw:literal $en:literal $width:literal $value:expr;)+) => {
        const COLUMNS: &[Column] =
            &[$(Column { text: Text { zh: $zh, tw: $tw, en: $en }, width: $width, value: $value }),+];
    };
}

columns! {
    "编号" "編號" "Number" 20 |it, _| Value::Text(it.number.clone());
    "名称" "名稱" "Name" 36 |it, _| Value::Text(it.name.clone());
    "客户状态" "客戶狀態" "State" 14 |it, lang| said(it.state.text(), lang);
    "客户等级" "客戶等級" "Tier" 10 |it, lang| said(it.tier.text(), lang);
    "团购客户" "團購客戶" "Group buyer" 10 |it, lang| yes_no(it.group_buy, lang);
    "行业" "行業" "Industry" 16 |it, _| text(it.industry.as_deref());
    "地区" "地區" "Region" 20 |it, _| text(it.region.as_deref());
    "成立日期" "成立日期" "Founded" 14 |it, _| it.founded_on.map_or(Value::Empty, Value::Date);
    "开始交易日期" "開始交易日期" "Trading since" 14 |it, _| it.trading_since.map_or(Value::Empty, Value::Date);
    "员工人数" "員工人數" "Employees" 10 |it, _| it.employees.map_or(Value::Empty, |n| Value::Integer(n.into()));
    "资产" "資產" "Assets" 18 |it, _| amount(it.assets);
    "注册资本" "註冊資本" "Registered capital" 18 |it, _| amount(it.registered_capital);
    "年销售额" "年銷售額" "Annual sales" 18 |it, _| amount(it.annual_sales);
    "完整度(%)" "完整度(%)" "Completeness (%)" 10 |it, _| Value::Integer(it.completeness.into());
}

fn said(text: Text, lang: Lang) -> Value {
    Value::Text(text.in_lang(lang).to_owned())
}

fn yes_no(yes: bool, lang: Lang) -> Value {
    let text = if yes {
        Text { zh: "是", tw: "是", en: "Yes" }
    } else {
        Text { zh: "否", tw: "否", en: "No" }
    };
    said(text, lang)
}

fn text(text: Option<&str>) -> Value {
    text.map_or(Value::Empty, |text| Value::Text(text.to_owned()))
}

fn amount(amount: Option<Amount>) -> Value {
    amount.map_or(Value::Empty, |amount| Value::Decimal(amount.to_string()))
}

#[must_use]
pub fn headings(lang: Lang) -> Vec<ExportColumn> {
    let heading = |column: &Column| ExportColumn {
        title: column.text.in_lang(lang).to_owned(),
        width: column.width,
    };
    COLUMNS.iter().map(heading).collect()
}

#[must_use]
pub fn values(file: &Model, lang: Lang) -> Vec<Value> {
    COLUMNS.iter().map(|column| (column.value)(file, lang)).collect()
}
