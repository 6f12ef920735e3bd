//! Use case: the outcome of each row of a job as a spreadsheet, in the rows' order; what others than
//! its owner do not see in the list is not in the file either.
use super::dto::{JobRow, JobRowFilter};
use super::{rules, store};
use actix_web::{HttpResponse, http::header};
use kernel::access::Actor;
use kernel::app::App;
use kernel::audit::{Record, Resource};
use kernel::code;
use kernel::error::{ApiResult, Fault};
use kernel::lang::{Lang, Text};
use kernel::sheet::{ExportColumn, FileFormat, SheetWriter, Value, WriteError, write};
use kernel::work;
use uuid::Uuid;

/// Rows read at a time.
const BATCH: u64 = 500;

const NAME: Text = Text { zh: "逐行结果", tw: "逐列結果", en: "Rows" };
const COLUMNS: [(Text, u16); 4] = [
    (Text { zh: "行", tw: "列", en: "Row" }, 8),
    (Text { zh: "名称", tw: "名稱", en: "Name" }, 40),
    (Text { zh: "结果", tw: "結果", en: "Outcome" }, 12),
    (Text { zh: "原因", tw: "原因", en: "Why" }, 80),
];

pub async fn export(
    app: &App,
    actor: &Actor,
    id: Uuid,
    filter: &JobRowFilter,
    format: FileFormat,
) -> ApiResult<Vec<u8>> {
    let db = app.db.reader();
    let known = store::find(db, actor, id).await?.ok_or(code::NOT_FOUND)?;
    let mine = rules::reads_content(actor, &known.job);
    let resource = Resource::new("job", known.job.id, &known.job.kind);
    work::note(app, actor, Record::new("job.rows-exported", resource)).await?;
    let lang = actor.request.lang;
    let mut writer = begin(format, lang).map_err(|error| fault(&error))?;
    let mut after = None;
    loop {
        let rows = store::rows_page(db, store::rows_of(id, filter), after, BATCH).await?;
        let Some(last) = rows.last() else { break };
        after = Some(last.position);
        for row in rows {
            let cells = cells(&JobRow::shown(row, mine), lang);
            writer.row(&cells).map_err(|error| fault(&error))?;
        }
    }
    finish(writer).await
}

#[must_use]
pub fn file(format: FileFormat, bytes: Vec<u8>) -> HttpResponse {
    let name = format!("attachment; filename=\"job-rows.{}\"", format.extension());
    HttpResponse::Ok()
        .content_type(format.media_type())
        .insert_header((header::CONTENT_DISPOSITION, name))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .body(bytes)
}

fn begin(format: FileFormat, lang: Lang) -> Result<Box<dyn SheetWriter>, WriteError> {
    let column =
        |(text, width): (Text, u16)| ExportColumn { title: text.in_lang(lang).to_owned(), width };
    write(format.sheet(), NAME.in_lang(lang), &COLUMNS.map(column))
}

fn cells(row: &JobRow, lang: Lang) -> [Value; 4] {
    [
        Value::Integer(i64::from(row.position)),
        row.label.clone().map_or(Value::Empty, Value::Text),
        Value::Text(outcome(&row.outcome).in_lang(lang).to_owned()),
        Value::Text(row.errors.as_ref().map(why).unwrap_or_default()),
    ]
}

fn outcome(code: &str) -> Text {
    match code {
        "DONE" => Text { zh: "已完成", tw: "已完成", en: "Done" },
        "REFUSED" => Text { zh: "被拒绝", tw: "被拒絕", en: "Refused" },
        _ => Text { zh: "已跳过", tw: "已略過", en: "Skipped" },
    }
}

/// `O: 格式不正确；该统一社会信用代码已有档案 (A-CLI-14)`: the cell, what is wrong with it, the rules behind it.
fn why(errors: &serde_json::Value) -> String {
    let lines: Vec<String> = errors.as_array().into_iter().flatten().map(one).collect();
    lines.join("；")
}

fn one(error: &serde_json::Value) -> String {
    let text = |at: &str| error.pointer(at).and_then(serde_json::Value::as_str);
    let said = text("/detail").or(text("/code")).unwrap_or_default();
    let column = text("/params/column").map(|column| format!("{column}: ")).unwrap_or_default();
    let clauses = error.get("clauses").and_then(serde_json::Value::as_array);
    let ids: Vec<&str> =
        clauses.into_iter().flatten().filter_map(|clause| clause.get("id")?.as_str()).collect();
    let rules = if ids.is_empty() { String::new() } else { format!(" ({})", ids.join(", ")) };
    format!("{column}{said}{rules}")
}

/// A workbook is packed only now, which takes its time.
async fn finish(writer: Box<dyn SheetWriter>) -> ApiResult<Vec<u8>> {
    let finished = tokio::task::spawn_blocking(move || writer.finish()).await;
    let bytes = finished.map_err(|error| Fault(format!("writing rows of a job: {error}")))?;
    Ok(bytes.map_err(|error| fault(&error))?)
}

fn fault(error: &WriteError) -> Fault {
    Fault(format!("writing rows of a job: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_row_tells_the_cell_the_fault_and_the_rule() {
        let errors = json!([
            {"pointer": "/founded_on", "code": "FORMAT", "detail": "格式不正确", "params": {"column": "O"}},
            {"code": "CLIENT_DUPLICATE", "detail": "已有档案", "clauses": [{"id": "A-CLI-14"}]},
            {"code": "CLIENT_UNCHANGED"},
        ]);
        assert_eq!(why(&errors), "O: 格式不正确；已有档案 (A-CLI-14)；CLIENT_UNCHANGED");
        assert_eq!(why(&json!(null)), "");
    }
}
