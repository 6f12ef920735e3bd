//! Read a kept report, as figures or as a spreadsheet.
use super::dto::Report;
use super::figures::Classification;
use super::{show, store};
use crate::ReportId;
use kernel::access::Actor;
use kernel::app::App;
use kernel::code;
use kernel::error::{ApiResult, Fault};
use kernel::http::reply::Reply;
use kernel::lang::{Lang, Text};
use kernel::sheet::{ExportColumn, FileFormat, Value, WriteError, write};

pub async fn get(app: &App, actor: &Actor, id: ReportId) -> ApiResult<Reply<Report>> {
    let db = app.db.reader();
    let report = store::find(db, actor, id).await?.ok_or(code::NOT_FOUND)?;
    Ok(Reply::ok(show::whole(db, report).await?))
}

/// A spreadsheet, and the period that it is about.
pub async fn content(
    app: &App,
    actor: &Actor,
    id: ReportId,
    format: FileFormat,
) -> ApiResult<(Vec<u8>, String)> {
    let report = store::find(app.db.reader(), actor, id).await?.ok_or(code::NOT_FOUND)?;
    let figures: Classification = serde_json::from_value(show::figures(&report)?)?;
    let bytes = sheet(&figures, format, actor.request.lang)
        .map_err(|error| Fault(format!("writing a report: {error}")))?;
    Ok((bytes, report.period))
}

/// The figures of this moment as a spreadsheet (A-CLI-20).
pub fn live(figures: &Classification, format: FileFormat, lang: Lang) -> ApiResult<Vec<u8>> {
    sheet(figures, format, lang).map_err(|error| Fault(format!("writing a report: {error}")).into())
}

fn sheet(figures: &Classification, format: FileFormat, lang: Lang) -> Result<Vec<u8>, WriteError> {
    let columns = [
        (Text { zh: "分类", tw: "分類", en: "Sorted by" }, 16),
        (Text { zh: "项目", tw: "項目", en: "Item" }, 30),
        (Text { zh: "数量", tw: "數量", en: "Files" }, 10),
    ];
    let heading =
        |(text, width): (Text, u16)| ExportColumn { title: text.in_lang(lang).to_owned(), width };
    let mut writer = write(format.sheet(), &figures.period, &columns.map(heading))?;
    let count = |files: u64| Value::Integer(i64::try_from(files).unwrap_or(i64::MAX));
    let total = &figures.total;
    let all = Value::Text(total.label.clone());
    writer.row(&[Value::Text(figures.period.clone()), all, count(total.count)])?;
    for group in &figures.groups {
        let sorted_by = group.dimension.text().in_lang(lang);
        for figure in &group.figures {
            let (by, label) = (sorted_by.to_owned(), figure.label.clone());
            writer.row(&[Value::Text(by), Value::Text(label), count(figure.count)])?;
        }
    }
    writer.finish()
}
