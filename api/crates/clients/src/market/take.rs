//! Take an extract (A-CLI-03): the institutions that the caller may see, as they are now. Bytes are
//! kept by their hash before the register names them; those of a failed transaction are served to
//! nobody.
use super::columns::{headings, values};
use super::dto::{Extract, TakeExtract};
use super::entity::Model;
use super::{show, store};
use crate::archive::entity::Column;
use crate::archive::filter::ClientFilter;
use crate::archive::kinds::ClientKind;
use crate::archive::list::chosen;
use crate::exporting::fits;
use crate::{EXTRACT_TOO_MANY_FILES, TakeMarketExtracts, readings};
use kernel::access::{Actor, Permission, Place};
use kernel::app::App;
use kernel::audit::{Record, Resource};
use kernel::error::{ApiResult, Fault};
use kernel::http::reply::Reply;
use kernel::lang::Text;
use kernel::readings::ReadingWay;
use kernel::sheet::{Format, WriteError, write};
use kernel::work::Work;
use sea_orm::{ColumnTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};

/// Files read at a time.
const BATCH: u64 = 500;

pub async fn take(app: &App, actor: &Actor, input: TakeExtract) -> ApiResult<Reply<Extract>> {
    let (bytes, files) = table(app, actor).await?;
    let size = i64::try_from(bytes.len()).unwrap_or(i64::MAX);
    let bytes = bytes::Bytes::from(bytes);
    let sha256 = app.files.put(bytes.clone()).await?;
    let mut work = Work::begin(app, actor).await?;
    let row = Model {
        id: work.fresh(),
        purpose: Some(input.purpose.trim().to_owned()),
        files,
        size,
        sha256,
        clearance: actor.clearance,
        taken_at: work.at(),
        taken_by: actor.id,
        department_id: actor.department_id,
        site_id: actor.site_id,
        destroyed_by: None,
    };
    store::insert(work.db(), row.clone()).await?;
    work.record(record("client-market-extract.taken", &row).reason(row.purpose.clone()));
    let answer = show::one(work.db(), row).await?;
    let reply = work.commit_created(answer).await?;
    // As for papers (`attachments::attach`).
    app.files.put(bytes).await?;
    Ok(reply)
}

/// What the trail and the events hear of an extract.
pub fn record(action: &'static str, row: &Model) -> Record {
    let place = Place {
        owner_id: Some(row.taken_by),
        department_id: row.department_id,
        site_id: row.site_id,
        level: row.clearance,
    };
    let resource = Resource::new("client-market-extract", row.id.0, format!("{}", row.files));
    Record::new(action, resource)
        .at(place)
        .tell(<TakeMarketExtracts as Permission>::NAME)
        .data("files", row.files)
        .data("sha256", &row.sha256)
}

fn fault(error: &WriteError) -> Fault {
    Fault(format!("writing an extract: {error}"))
}

/// The table and how many files are in it, read in the order of their numbers. It is whole in memory,
/// for its hash is known only then: hence the limit.
async fn table(app: &App, actor: &Actor) -> ApiResult<(Vec<u8>, i64)> {
    let (db, lang) = (app.db.reader(), actor.request.lang);
    let filter = ClientFilter { kind: vec![ClientKind::Institution], ..ClientFilter::default() };
    let select = chosen::<TakeMarketExtracts>(db, actor, &filter).await?;
    let limit = app.config.storage.extract_limit_files;
    fits(limit, select.clone().count(db).await?, EXTRACT_TOO_MANY_FILES)?;
    let name = Text { zh: "市场分析", tw: "市場分析", en: "Market analysis" }.in_lang(lang);
    let mut writer = write(Format::Csv, name, &headings(lang)).map_err(|error| fault(&error))?;
    let (mut after, mut files, mut bytes) = (None::<String>, 0_i64, vec![]);
    loop {
        let mut some = select.clone();
        if let Some(number) = &after {
            some = some.filter(Column::Number.gt(number.as_str()));
        }
        let rows = some.order_by_asc(Column::Number).limit(BATCH).all(db).await?;
        readings::all(app, actor, &rows, ReadingWay::Extracted).await?;
        for row in &rows {
            writer.row(&values(row, lang)).map_err(|error| fault(&error))?;
            files += 1;
        }
        bytes.extend(writer.take());
        match rows.last() {
            Some(last) => after = Some(last.number.clone()),
            None => break,
        }
    }
    bytes.extend(writer.finish().map_err(|error| fault(&error))?);
    Ok((bytes, files))
}
