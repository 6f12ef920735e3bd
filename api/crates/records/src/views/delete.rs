//! Use case: let a view go.
use super::dto::SavedViewInput;
use super::{rules, store};
use kernel::access::Actor;
use kernel::app::App;
use kernel::audit::{Changes, Record, Resource};
use kernel::code;
use kernel::error::ApiResult;
use kernel::http::conditional::IfMatch;
use kernel::http::reply::Nothing;
use kernel::work::Work;
use serde_json::json;
use uuid::Uuid;

pub async fn delete(app: &App, actor: &Actor, id: Uuid, seen: IfMatch) -> ApiResult<Nothing> {
    let mut work = Work::begin(app, actor).await?;
    let row = store::lock(work.db(), actor, id).await?.ok_or(code::NOT_FOUND)?;
    seen.check(row.version)?;
    rules::change(actor, &row)?;
    store::delete(work.db(), &row).await?;
    let was = SavedViewInput::from((&row, false));
    work.record(
        Record::new("saved-view.deleted", Resource::new("saved-view", row.id, &row.name))
            .at(store::place(&row))
            .changes(Changes::between(&json!(was), &json!({}))),
    );
    work.commit_nothing().await
}
