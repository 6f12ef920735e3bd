//! Begin a file.
use super::blank::{Begun, blank};
use super::entity::Model;
use super::input::NewClient;
use super::kinds::Level;
use super::owner;
use super::similar::{Keys, similar};
use super::{act, contents, dto::Client, index, rules, show, store};
use crate::parameters::VERIFICATION_MONTHS;
use handbook::Handbook;
use kernel::access::Actor;
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::http::reply::Reply;
use kernel::numbers;
use kernel::work::Work;

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
    let mut work = Work::begin(app, actor).await?;
    let row = begin(&mut work, handbook, input).await?;
    let answer = show::client(work.db(), actor, row).await?;
    work.commit_created(answer).await
}

/// Begin a file within a work; what creating, importing and accepting a submission share.
pub async fn begin(work: &mut Work<'_>, handbook: &Handbook, input: NewClient) -> ApiResult<Model> {
    let today = handbook.date(work.at());
    let written = input.contents().tidied()?;
    written.check_dates(today)?;
    let owner =
        owner::find(work.db(), work.actor(), input.owner_id.unwrap_or(work.actor().id)).await?;
    let place = owner.place(Level::Secret.rank());
    rules::begin(work.actor(), written.group_buy, &place)?;
    if owner.id != work.actor().id {
        rules::sees(owner::fitness(work.db(), owner.id, &place, work.at()).await?)?;
    }
    let reason = input.duplicate_reason.as_deref().map(str::trim).filter(|text| !text.is_empty());
    let alike = similar(work.db(), work.actor(), &Keys::of(&written), None).await?;
    rules::distinct(alike.len(), input.confirm_duplicates, reason)?;
    let months = handbook.value_at(work.db(), &VERIFICATION_MONTHS, today).await?.value;
    let due_on = rules::due_after(today, u32::try_from(months).unwrap_or(u32::MAX));
    let (id, at, by) = (work.fresh(), work.at(), work.actor().id);
    let mut row = blank(&Begun { id, owner, at, by, due_on });
    row.state = input.state.unwrap_or(row.state);
    contents::write(&mut row, &written)?;
    // Both counters hold their row until the commit: last.
    row.search_key = numbers::counter(work.db(), SEARCH_KEYS).await?;
    row.number = numbers::next(work.db(), SERIES, today).await?;
    store::insert(work.db(), &row).await?;
    index::put(work, &row, &[]);
    let mut record = act::written("client.created", None, &row)?;
    if !alike.is_empty() {
        let known: Vec<_> = alike.iter().map(|file| file.id).collect();
        record = record.reason(reason.map(str::to_owned)).data("similar", known);
    }
    work.record(record);
    Ok(row)
}
