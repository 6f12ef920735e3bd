//! Take a spreadsheet in: what cannot be read at all is refused at once, the rows become a job.
use super::KIND;
use super::dto::{ImportMode, ImportTask, StartedJob};
use super::refusal::Refusal;
use super::rows::Layout;
use super::upload::Upload;
use kernel::access::Actor;
use kernel::app::App;
use kernel::error::{ApiResult, Fault};
use kernel::http::reply::Reply;
use kernel::jobs;
use kernel::sheet::{Limits, Sheet, read};
use kernel::work::Work;

/// Rows that are kept in one transaction. It holds the writer (on SQLite) and the number series
/// (on PostgreSQL) from its first row to its last, so that everybody else waits: two thousand rows
/// are a few seconds. Larger sheets import their good rows, two hundred at a time.
pub const AT_ONCE: usize = 2_000;

pub async fn start(app: &App, actor: &Actor, upload: Upload) -> ApiResult<Reply<StartedJob>> {
    let Upload { bytes, file_name, mode, dry_run } = upload;
    let bytes = bytes::Bytes::from(bytes);
    let sheet = sheet(bytes.clone(), file_name.clone()).await?;
    Layout::of(&sheet)?;
    size(&sheet, mode)?;
    let sha256 = app.files.put(bytes.clone()).await?;
    let lang = actor.request.lang.tag().to_owned();
    let task = ImportTask { sha256, file_name, mode, dry_run, lang, destroyed_by: None };
    let mut work = Work::begin(app, actor).await?;
    let job = jobs::enqueue(&work, KIND, &task).await?;
    work.record(
        jobs::act("client.import-started", &job, &task.file_name)
            .data("rows", sheet.rows.len())
            .data("dry_run", dry_run),
    );
    let reply = work.commit_accepted(StartedJob::from(job)).await?;
    // As for papers (`attachments::attach`).
    app.files.put(bytes).await?;
    Ok(reply)
}

fn size(sheet: &Sheet, mode: ImportMode) -> Result<(), Refusal> {
    let rows = sheet.rows.len();
    if rows == 0 {
        return Err(Refusal::NoRows);
    }
    if mode == ImportMode::AllOrNothing && rows > AT_ONCE {
        return Err(Refusal::TooManyAtOnce { rows, limit: AT_ONCE });
    }
    Ok(())
}

/// Read a sheet off the threads that serve requests.
pub async fn sheet(bytes: bytes::Bytes, file_name: String) -> ApiResult<Sheet> {
    let reading = tokio::task::spawn_blocking(move || read(&bytes, &file_name, &Limits::default()));
    let read = reading.await.map_err(|error| Fault(format!("reading a sheet: {error}")))?;
    Ok(read.map_err(Refusal::from)?)
}
