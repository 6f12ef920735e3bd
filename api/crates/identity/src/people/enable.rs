//! Use case: let a disabled person in again, with the roles still in force. Sessions and keys that
//! ended with the disabling stay ended.
use super::dto::{Person, PersonReason};
use super::kinds::PersonStatus;
use super::{entity, rules, show, store, take_over};
use crate::rights::guard;
use kernel::access::Actor;
use kernel::app::App;
use kernel::audit::{Changes, Record, Resource};
use kernel::code;
use kernel::error::ApiResult;
use kernel::http::conditional::IfMatch;
use kernel::http::reply::Reply;
use kernel::ids::PersonId;
use kernel::work::Work;

pub async fn enable(
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
    rules::enable(actor, &row)?;
    let at = work.at();
    let held = take_over::check(work.db(), actor, &row, at).await?;
    let version = row.version.saturating_add(1);
    let after = entity::Model { status: PersonStatus::Active, updated_at: at, version, ..row };
    store::save(work.db(), &after).await?;
    let resource = Resource::new("person", id.0, &after.name);
    let record = Record::new("person.enabled", resource).at(store::place(&after));
    let changes = Changes::one("status", PersonStatus::Disabled, PersonStatus::Active);
    work.record(record.changes(changes).reason(Some(input.reason)).tell("person.read"));
    let answer = show::one(work.db(), after, actor, &held, at).await?;
    work.commit(answer).await
}
