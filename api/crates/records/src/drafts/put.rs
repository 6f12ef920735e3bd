//! Use case: keep what has been typed so far. The last one to save wins, without If-Match: both are
//! the same person, and the newer text is the one in front of them.
use super::dto::{Draft, DraftInput, DraftKey, LIMIT};
use super::entity::Model;
use super::store;
use crate::DRAFT_LIMIT;
use chrono::Duration;
use kernel::access::Actor;
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::http::input::too_large;
use kernel::http::reply::Reply;
use kernel::work::Work;
use serde_json::Value;

/// After its last saving.
const KEPT: Duration = Duration::days(30);
/// Drafts of one person; bounds what somebody can fill the database with.
const MOST: u64 = 200;

pub async fn put(
    app: &App,
    actor: &Actor,
    key: DraftKey,
    input: DraftInput,
) -> ApiResult<Reply<Draft>> {
    key.check()?;
    actor.opens(&key.kind)?;
    let content = Value::Object(input.content).to_string();
    if content.len() > LIMIT {
        return Err(too_large(LIMIT));
    }
    let work = Work::begin(app, actor).await?;
    let before = store::find(work.db(), actor, &key, work.at()).await?;
    if before.is_none() && store::count(work.db(), actor).await? >= MOST {
        return Err(DRAFT_LIMIT.with(vec![("limit", MOST.to_string())]).into());
    }
    let row = Model {
        person_id: actor.id.0,
        kind: key.kind,
        key: key.key,
        content,
        base_version: input.base_version,
        updated_at: work.at(),
        expires_at: work.at() + KEPT,
        version: before.map_or(0, |draft| draft.version) + 1,
    };
    store::put(work.db(), row.clone()).await?;
    work.commit(Draft::from(row)).await
}
