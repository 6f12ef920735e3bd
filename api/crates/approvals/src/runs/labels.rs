//! What approvals are called that exist for somebody; for notifications.
use super::{entity, store};
use crate::ApprovalId;
use crate::ReadApprovals;
use crate::subject::Approvals;
use kernel::access::{Actor, Permission};
use kernel::app::App;
use kernel::error::ApiResult;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use std::collections::HashMap;
use uuid::Uuid;

pub async fn labels(
    app: &App,
    approvals: &Approvals,
    actor: &Actor,
    ids: &[Uuid],
) -> ApiResult<HashMap<Uuid, String>> {
    if !actor.holds(ReadApprovals::NAME) {
        return Ok(HashMap::new());
    }
    let found = entity::Entity::find()
        .select_only()
        .columns([entity::Column::Id, entity::Column::Label])
        .filter(entity::Column::Id.is_in(ids.iter().copied()))
        .filter(store::visible_to(approvals, actor, app.clock.now()));
    let rows = found.into_tuple::<(Uuid, String)>().all(app.db.reader()).await?;
    Ok(rows.into_iter().collect())
}

/// The last approval of a record that its own area shows.
pub async fn latest(
    db: &impl ConnectionTrait,
    kind: &str,
    subject: Uuid,
) -> ApiResult<Option<ApprovalId>> {
    Ok(store::latest(db, kind, subject).await?.map(|run| run.id))
}
