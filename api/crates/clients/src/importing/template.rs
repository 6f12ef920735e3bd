//! A sheet to be filled in: headings that say how each column is filled in, and one realistic row.
//! The instructions stand in the headings, so that nothing has to be deleted before the import but
//! the example.
use super::columns::{COLUMNS, Column, Shape};
use crate::archive::kinds::{ClientKind, ClientState};
use chrono::NaiveDate;
use kernel::error::{ApiResult, Fault};
use kernel::lang::{Lang, Text};
use kernel::sheet::{ExportColumn, FileFormat, Value, write};
use sea_orm::Iterable;

const REQUIRED: &[&str] = &["name", "kind"];

/// The template in a language.
pub fn template(format: FileFormat, lang: Lang) -> ApiResult<Vec<u8>> {
    let name = Text { zh: "客户导入", tw: "客戶匯入", en: "Client import" }.in_lang(lang);
    let columns: Vec<_> = COLUMNS.iter().map(|column| heading(column, lang)).collect();
    let fault = |error| Fault(format!("writing the template: {error}"));
    let mut writer = write(format.sheet(), name, &columns).map_err(fault)?;
    let row: Vec<_> = COLUMNS.iter().map(|column| example(column, lang)).collect();
    writer.row(&row).map_err(fault)?;
    Ok(writer.finish().map_err(fault)?)
}

fn heading(column: &Column, lang: Lang) -> ExportColumn {
    let mark = if REQUIRED.contains(&column.name) { " *" } else { "" };
    let width = match column.shape {
        Shape::Text | Shape::Person => 24,
        _ => 18,
    };
    let how = instruction(column, lang).map(|how| format!(" ({how})")).unwrap_or_default();
    ExportColumn { title: format!("{}{mark}{how}", column.title(lang)), width }
}

/// How to fill a column in, where that is not plain text.
fn instruction(column: &Column, lang: Lang) -> Option<String> {
    let text = match column.shape {
        Shape::Text => return None,
        Shape::Kind => return Some(names(ClientKind::iter().map(ClientKind::text), lang)),
        Shape::State => return Some(names(ClientState::iter().map(ClientState::text), lang)),
        Shape::Bool => Text { zh: "是 / 否", tw: "是 / 否", en: "Yes / No" },
        Shape::Whole => Text { zh: "整数", tw: "整數", en: "Whole number" },
        Shape::Money => {
            Text { zh: "金额，单位元", tw: "金額，單位元", en: "Amount in yuan" }
        }
        Shape::Date => {
            Text {
                zh: "日期，如 2008-03-01", tw: "日期，如 2008-03-01", en: "Date, as 2008-03-01"
            }
        }
        Shape::Tags => {
            Text { zh: "用顿号分隔", tw: "用頓號分隔", en: "Separated by commas" }
        }
        Shape::Person => Text {
            zh: "登录名、工号或姓名；留空为导入人",
            tw: "登入名、工號或姓名；留空為匯入人",
            en: "Login, employee number or name; the importer where empty",
        },
    };
    Some(text.in_lang(lang).to_owned())
}

fn names(choices: impl Iterator<Item = Text>, lang: Lang) -> String {
    choices.map(|text| text.in_lang(lang)).collect::<Vec<_>>().join(" / ")
}

fn example(column: &Column, lang: Lang) -> Value {
    let text = |text: &str| Value::Text(text.to_owned());
    let day = |year, month, day| {
        NaiveDate::from_ymd_opt(year, month, day).map_or(Value::Empty, Value::Date)
    };
    match column.name {
        "kind" => text(ClientKind::Institution.text().in_lang(lang)),
        "state" => text(ClientState::Existing.text().in_lang(lang)),
        "group_buy" => text(Text { zh: "否", tw: "否", en: "No" }.in_lang(lang)),
        "founded_on" => day(2008, 3, 18),
        "trading_since" => day(2019, 6, 1),
        "employees" => Value::Integer(126),
        "assets" => Value::Decimal("38600000.00".to_owned()),
        "registered_capital" => Value::Decimal("10000000.00".to_owned()),
        "annual_sales" => Value::Decimal("72500000.00".to_owned()),
        name => EXAMPLES
            .iter()
            .find(|(field, _)| *field == name)
            .map_or(Value::Empty, |(_, example)| text(example)),
    }
}

/// A company that does not exist; its credit code carries a valid check digit.
const EXAMPLES: &[(&str, &str)] = &[
    ("name", "成都锦川机电设备有限公司"),
    ("short_name", "锦川机电"),
    ("credit_code", "91510100MA61X4K23X"),
    ("industry", "机械设备"),
    ("region", "四川省成都市"),
    ("address", "四川省成都市武侯区武科东二路 12 号"),
    ("postcode", "610045"),
    ("telephone", "028-85123456"),
    ("tags", "月结、展会"),
    ("basic.organisation", "董事会领导下的总经理负责制，设销售、生产、财务三部"),
    ("basic.owners_managers", "法定代表人兼总经理 1 人，采购由副总经理分管"),
    ("basic.scope", "机电设备销售、安装与维修"),
    ("traits.service_area", "四川、重庆"),
    ("traits.policy", "稳健经营，现款为主"),
    ("trading.terms", "月结 30 天"),
    ("purchase_procedure", "使用部门申请，采购部询价，副总经理审批"),
    ("demand.preferences", "重视交期与售后响应"),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::importing::cells::People;
    use crate::importing::rows::Layout;
    use kernel::sheet::{Limits, read};

    /// Whoever fills the template in as it stands gets one good row.
    #[test]
    fn the_example_passes_its_own_import() {
        for format in [FileFormat::Xlsx, FileFormat::Csv] {
            for lang in [Lang::ZhCn, Lang::ZhTw, Lang::En] {
                let bytes = template(format, lang).unwrap();
                let sheet = read(&bytes, "", &Limits::default()).unwrap();
                let layout = Layout::of(&sheet).unwrap();
                let rows = layout.candidates(&sheet, &People::new());
                assert_eq!(rows.len(), 1);
                let input = rows[0].input.as_ref().map_err(|wrong| format!("{lang:?} {wrong:?}"));
                assert_eq!(input.unwrap().employees, Some(126));
            }
        }
    }

    #[test]
    fn a_heading_says_how_its_column_is_filled_in() {
        let bytes = template(FileFormat::Csv, Lang::En).unwrap();
        let text = String::from_utf8(bytes).unwrap();
        for heading in ["Name *,", "Kind * (Institution / Individual)", "Assets (Amount in yuan)"] {
            assert!(text.contains(heading), "{heading}");
        }
    }
}
