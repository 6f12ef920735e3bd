//! Begin a file.
use super::blank::{Begun, blank};
use super::entity::Model;
use super::input::NewClient;
use super::kinds::Level;
use super::owner;
use super::similar::{Keys, similar};
use super::{act, contents, dto::Client, index, named, rules, show, store};
use crate::parameters::VERIFICATION_MONTHS;
use chrono::{DateTime, Utc};
use handbook::Handbook;
use kernel::access::Actor;
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::http::reply::Reply;
use kernel::numbers::{self, Numbered};
use kernel::work::Work;
use sea_orm::ConnectionTrait;
use uuid::Uuid;

/// Series of the files' numbers.
const SERIES: &str = "KH";
/// Counter of the keys of the search index.
pub(crate) const SEARCH_KEYS: &str = "client-search";

pub async fn create(
    app: &App,
    handbook: &Handbook,
    actor: &Actor,
    input: NewClient,
) -> ApiResult<Reply<Client>> {
    // What can be looked up and worked out beforehand is, so that nobody waits for it.
    let reader = app.db.reader();
    let ahead = async {
        let prepared = prepare(reader, handbook, actor, app.clock.now(), input).await?;
        let names = named::names(reader, &prepared.row).await?;
        ApiResult::Ok((prepared, names))
    };
    let ahead = ahead.await;
    // A repeated key is answered as the first time, whatever has become of the owner since.
    let mut work = Work::begin(app, actor).await?;
    let (prepared, names) = ahead?;
    let row = write(&mut work, handbook, prepared).await?;
    let answer = show::with(actor, handbook.date(work.at()), row, &names)?;
    work.commit_created(answer).await
}

/// Begin a file within a work; what importing and accepting a submission share with creating.
pub async fn begin(work: &mut Work<'_>, handbook: &Handbook, input: NewClient) -> ApiResult<Model> {
    let prepared = prepare(work.db(), handbook, work.actor(), work.at(), input).await?;
    write(work, handbook, prepared).await
}

/// A file that may begin, but for what only a work can give it: number, key and id, and whether there
/// is another like it.
struct Prepared {
    row: Model,
    keys: Keys,
    confirmed: bool,
    reason: Option<String>,
}

async fn prepare(
    db: &impl ConnectionTrait,
    handbook: &Handbook,
    actor: &Actor,
    at: DateTime<Utc>,
    input: NewClient,
) -> ApiResult<Prepared> {
    let today = handbook.date(at);
    let written = input.contents().tidied()?;
    written.check_dates(today)?;
    let owner = owner::find(db, actor, input.owner_id.unwrap_or(actor.id)).await?;
    let place = owner.place(Level::Secret.rank());
    rules::begin(actor, written.group_buy, &place)?;
    if owner.id != actor.id {
        rules::sees(owner::fitness(db, owner.id, &place, at).await?)?;
    }
    let months = handbook.value_at(db, &VERIFICATION_MONTHS, today).await?.value;
    let due_on = rules::due_after(today, u32::try_from(months).unwrap_or(u32::MAX));
    let mut row = blank(&Begun { id: Uuid::nil().into(), owner, at, by: actor.id, due_on });
    row.state = input.state.unwrap_or(row.state);
    contents::write(&mut row, &written)?;
    let reason = input.duplicate_reason.as_deref().map(str::trim).filter(|text| !text.is_empty());
    Ok(Prepared {
        row,
        keys: Keys::of(&written),
        confirmed: input.confirm_duplicates,
        reason: reason.map(str::to_owned),
    })
}

async fn write(work: &mut Work<'_>, handbook: &Handbook, prepared: Prepared) -> ApiResult<Model> {
    let Prepared { mut row, keys, confirmed, reason } = prepared;
    let alike = similar(work.db(), work.actor(), &keys, None).await?;
    rules::distinct(alike.len(), confirmed, reason.as_deref())?;
    row.id = work.fresh();
    row.created_at = work.at();
    row.updated_at = work.at();
    // The counters hold their rows until the commit: last.
    let today = handbook.date(work.at());
    let Numbered { number, key } = numbers::next(work.db(), SERIES, today, SEARCH_KEYS).await?;
    row.number = number;
    row.search_key = key;
    store::insert(work.db(), &row).await?;
    index::put(work, &row, &[]);
    let mut record = act::written("client.created", None, &row)?;
    if !alike.is_empty() {
        let known: Vec<_> = alike.iter().map(|file| file.id).collect();
        record = record.reason(reason).data("similar", known);
    }
    work.record(record);
    Ok(row)
}
