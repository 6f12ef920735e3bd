//! What webhooks are called, for notices about them.
use super::entity::Column;
use super::store;
use crate::ManageWebhooks;
use kernel::access::{Actor, Permission};
use kernel::app::App;
use kernel::error::ApiResult;
use sea_orm::{ColumnTrait, QueryFilter, QuerySelect};
use std::collections::HashMap;
use uuid::Uuid;

/// Names of those of `ids` that the caller may see.
pub async fn labels(app: &App, actor: &Actor, ids: &[Uuid]) -> ApiResult<HashMap<Uuid, String>> {
    if !actor.holds(ManageWebhooks::NAME) {
        return Ok(HashMap::new());
    }
    let named = store::visible_to(actor)
        .select_only()
        .columns([Column::Id, Column::Name])
        .filter(Column::Id.is_in(ids.iter().copied()));
    let rows = named.into_tuple::<(Uuid, String)>().all(app.db.reader()).await?;
    Ok(rows.into_iter().collect())
}
