//! Use case: take a person's access away, at once and everywhere.
use super::dto::{Person, PersonReason};
use super::kinds::PersonStatus;
use super::{entity, rules, show, store, take_over};
use crate::api_keys::store as api_keys;
use crate::grants::store as grants;
use crate::rights::guard;
use crate::sessions::{rules::EndReason, store as sessions};
use kernel::access::Actor;
use kernel::app::App;
use kernel::audit::{Changes, Record, Resource};
use kernel::code;
use kernel::error::ApiResult;
use kernel::http::conditional::IfMatch;
use kernel::http::reply::Reply;
use kernel::ids::PersonId;
use kernel::work::Work;

pub async fn disable(
    app: &App,
    actor: &Actor,
    id: PersonId,
    seen: IfMatch,
    input: PersonReason,
) -> ApiResult<Reply<Person>> {
    let mut work = Work::begin(app, actor).await?;
    guard::lock(work.db()).await?;
    let row = store::lock_visible(work.db(), actor, id).await?.ok_or(code::NOT_FOUND)?;
    rules::manage(actor, &row, "person.manage")?;
    seen.check(row.version)?;
    rules::disable(actor, &row)?;
    let at = work.at();
    let held = take_over::check(work.db(), actor, &row, at).await?;
    let after = close(&work, row).await?;
    let resource = Resource::new("person", id.0, &after.name);
    let record = Record::new("person.disabled", resource).at(store::place(&after));
    let changes = Changes::one("status", PersonStatus::Active, PersonStatus::Disabled);
    work.record(record.changes(changes).reason(Some(input.reason)).tell("person.read"));
    let answer = show::one(work.db(), after, actor, &held, at).await?;
    work.commit(answer).await
}

async fn close(work: &Work<'_>, row: entity::Model) -> ApiResult<entity::Model> {
    let (db, at) = (work.db(), work.at());
    let before = grants::count_administrators(db, at).await?;
    let version = row.version.saturating_add(1);
    let after = entity::Model { status: PersonStatus::Disabled, updated_at: at, version, ..row };
    store::save(db, &after).await?;
    rules::keep_an_administrator(before, grants::count_administrators(db, at).await?)?;
    sessions::end(db, sessions::all_of(after.id), EndReason::PersonDisabled, at).await?;
    api_keys::revoke_all(db, after.id, work.actor().id, at).await?;
    Ok(after)
}
