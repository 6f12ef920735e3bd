//! Use case: take a delegation back, at once.
use super::dto::{Delegation, RevokeDelegation};
use super::show::Around;
use super::{entity, rules, store};
use crate::ids::DelegationId;
use crate::people::store as people;
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
    id: DelegationId,
    seen: IfMatch,
    input: RevokeDelegation,
) -> ApiResult<Reply<Delegation>> {
    let mut work = Work::begin(app, actor).await?;
    guard::lock(work.db()).await?;
    store::find_visible(work.db(), actor, id).await?.ok_or(code::NOT_FOUND)?;
    let row = store::lock(work.db(), id).await?.ok_or(code::NOT_FOUND)?;
    let lender = people::find(work.db(), row.from_person_id).await?.ok_or(code::NOT_FOUND)?;
    let place = people::place(&lender);
    seen.check(row.version)?;
    rules::revoke(actor, &place, &row, work.at())?;
    let after = entity::Model {
        revoked_at: Some(work.at()),
        revoked_by: Some(actor.id),
        revoke_reason: Some(input.reason.clone()),
        version: row.version.saturating_add(1),
        ..row
    };
    store::save(work.db(), &after).await?;
    let to = after.to_person_id;
    let around = Around::of(work.db(), std::slice::from_ref(&after), work.at()).await?;
    let answer = around.shown(after, actor);
    let label = format!("{} → {}", answer.from.name, answer.to.name);
    let resource = Resource::new("delegation", id.0, label);
    let changes = Changes::one("revoked_at", Value::Null, answer.revoked_at);
    let record = Record::new("delegation.revoked", resource)
        .at(place)
        .changes(changes)
        .tell("delegation.manage")
        .tell_person(to);
    work.record(record.reason(Some(input.reason)));
    work.commit(answer).await
}
