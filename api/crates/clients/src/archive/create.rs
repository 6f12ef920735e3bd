//! Begin a file.
use super::another::AnotherClient;
use super::blank::{Begun, blank};
use super::entity::Model;
use super::input::NewClient;
use super::kinds::Level;
use super::owner;
use super::similar::{Keys, Similar};
use super::{act, contents, dto::Client, index, named, rules, show, store, term};
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
        let drawn = draw(app, handbook, actor, &prepared).await?;
        ApiResult::Ok((prepared, names, drawn))
    };
    let ahead = ahead.await;
    // A repeated key is answered as the first time, whatever has become of the owner since.
    let mut work = Work::begin(app, actor).await?;
    let (prepared, names, drawn) = ahead?;
    let row = write(&mut work, handbook, prepared, drawn).await?;
    let answer = show::with(actor, handbook.date(work.at()), row, &names)?;
    work.commit_created(answer).await
}

/// Begin a file within a work; what importing and accepting a submission share with creating.
pub async fn begin(work: &mut Work<'_>, handbook: &Handbook, input: NewClient) -> ApiResult<Model> {
    let prepared = prepare(work.db(), handbook, work.actor(), work.at(), input).await?;
    write(work, handbook, prepared, None).await
}

/// A file that may begin, but for what only a work can give it: number, key and id, and whether there
/// is another like it.
struct Prepared {
    row: Model,
    keys: Keys,
    another: AnotherClient,
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
    let level_until = term::from(db, handbook, Level::Secret, today).await?;
    let (id, by) = (Uuid::nil().into(), actor.id);
    let mut row = blank(&Begun { id, owner, at, by, due_on, level_until });
    row.state = input.state.unwrap_or(row.state);
    contents::write(&mut row, &written)?;
    let another = AnotherClient {
        confirm_duplicates: Some(input.confirm_duplicates),
        duplicate_reason: input.duplicate_reason,
    };
    Ok(Prepared { row, keys: Keys::of(&written), another })
}

/// What else a file needs, where it is not drawn within the work.
struct Drawn {
    alike: Vec<Similar>,
    numbered: Numbered,
}

/// None where the work itself draws it. What may not become a file draws no number.
async fn draw(
    app: &App,
    handbook: &Handbook,
    actor: &Actor,
    prepared: &Prepared,
) -> ApiResult<Option<Drawn>> {
    if !numbers::drawn_ahead(app) {
        return Ok(None);
    }
    let today = handbook.date(prepared.row.created_at);
    let reader = app.db.reader();
    let alike = prepared.another.beside(reader, actor, &prepared.keys, None).await?;
    store::code_is_free(reader, prepared.row.credit_code.as_deref()).await?;
    let numbered = numbers::ahead(app, SERIES, today, SEARCH_KEYS).await?;
    Ok(Some(Drawn { alike, numbered }))
}

async fn write(
    work: &mut Work<'_>,
    handbook: &Handbook,
    prepared: Prepared,
    drawn: Option<Drawn>,
) -> ApiResult<Model> {
    let drawn = if let Some(drawn) = drawn {
        drawn
    } else {
        let Prepared { keys, another, .. } = &prepared;
        let alike = another.beside(work.db(), work.actor(), keys, None).await?;
        // The counters hold their rows until the commit: last.
        let today = handbook.date(work.at());
        Drawn { alike, numbered: numbers::next(work.db(), SERIES, today, SEARCH_KEYS).await? }
    };
    let Drawn { alike, numbered } = drawn;
    let Prepared { mut row, another, .. } = prepared;
    row.id = work.fresh();
    row.created_at = work.at();
    row.updated_at = work.at();
    row.number = numbered.number;
    row.search_key = numbered.key;
    store::insert(work.db(), &row).await?;
    index::put(work, &row, &[]);
    another.noted(work, &row, &alike).await?;
    work.record(another.told(act::written("client.created", None, &row)?, &alike));
    Ok(row)
}
