//! Use case: take a role back, at once.
use super::dto::{RevokeGrant, RoleGrant};
use super::show::Around;
use super::{entity, rules, store};
use crate::ids::RoleGrantId;
use crate::people::{rules::keep_an_administrator, store as people};
use crate::rights::guard;
use kernel::access::Actor;
use kernel::app::App;
use kernel::audit::{Changes, Record, Resource};
use kernel::code;
use kernel::error::ApiResult;
use kernel::http::conditional::IfMatch;
use kernel::http::reply::Reply;
use kernel::work::Work;
use serde_json::Value;

pub async fn revoke(
    app: &App,
    actor: &Actor,
    id: RoleGrantId,
    seen: IfMatch,
    input: RevokeGrant,
) -> ApiResult<Reply<RoleGrant>> {
    let mut work = Work::begin(app, actor).await?;
    guard::lock(work.db()).await?;
    store::find_visible(work.db(), actor, id).await?.ok_or(code::NOT_FOUND)?;
    let row = store::lock(work.db(), id).await?.ok_or(code::NOT_FOUND)?;
    let person = people::find(work.db(), row.person_id).await?.ok_or(code::NOT_FOUND)?;
    let place = people::place(&person);
    rules::grant_to(actor, &place)?;
    seen.check(row.version)?;
    rules::revoke(&row, work.at())?;
    let after = save(&work, row, &input.reason).await?;
    let around = Around::of(work.db(), std::slice::from_ref(&after), work.at()).await?;
    let answer = around.shown(after, actor);
    let label = format!("{} · {}", person.name, answer.role.name);
    let record = Record::new("role.revoked", Resource::new("role-grant", id.0, label)).at(place);
    let changes = Changes::one("revoked_at", Value::Null, answer.revoked_at);
    let record = record.changes(changes).reason(Some(input.reason));
    let record = record.data("person_id", person.id);
    work.record(record.tell("role.read").tell_person(person.id));
    work.commit(answer).await
}

/// Store it, and see that an administrator is left.
async fn save(work: &Work<'_>, row: entity::Model, reason: &str) -> ApiResult<entity::Model> {
    let (db, at) = (work.db(), work.at());
    let before = store::count_administrators(db, at).await?;
    let after = entity::Model {
        revoked_at: Some(at),
        revoked_by: Some(work.actor().id),
        revoke_reason: Some(reason.to_owned()),
        version: row.version.saturating_add(1),
        ..row
    };
    store::save(db, &after).await?;
    keep_an_administrator(before, store::count_administrators(db, at).await?)?;
    Ok(after)
}
