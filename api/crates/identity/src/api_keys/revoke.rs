//! Use case: take a key back, at once.
use super::dto::{ApiKey, RevokeApiKey};
use super::show::Around;
use super::{entity, rules, store};
use crate::ids::ApiKeyId;
use crate::people::store as people;
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
    id: ApiKeyId,
    seen: IfMatch,
    input: RevokeApiKey,
) -> ApiResult<Reply<ApiKey>> {
    let mut work = Work::begin(app, actor).await?;
    store::find_visible(work.db(), actor, id).await?.ok_or(code::NOT_FOUND)?;
    let row = store::lock(work.db(), id).await?.ok_or(code::NOT_FOUND)?;
    let owner = people::find(work.db(), row.person_id).await?.ok_or(code::NOT_FOUND)?;
    let place = people::place(&owner);
    seen.check(row.version)?;
    rules::revoke(actor, &place, &row)?;
    let after = entity::Model {
        revoked_at: Some(work.at()),
        revoked_by: Some(actor.id),
        revoke_reason: Some(input.reason.clone()),
        version: row.version.saturating_add(1),
        ..row
    };
    store::save(work.db(), &after).await?;
    let around = Around::of(work.db(), std::slice::from_ref(&after), work.at()).await?;
    let answer = around.shown(after, actor);
    let resource = Resource::new("api-key", id.0, &answer.name);
    let changes = Changes::one("revoked_at", Value::Null, answer.revoked_at);
    let record = Record::new("api-key.revoked", resource).at(place).changes(changes);
    work.record(record.reason(Some(input.reason)).tell("api-key.manage"));
    work.commit(answer).await
}
