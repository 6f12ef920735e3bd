//! What approvals are called that exist for somebody; for notifications.
use super::kinds::TaskState;
use super::{entity, store, task_entity};
use crate::ApprovalId;
use crate::ReadApprovals;
use crate::subject::Approvals;
use kernel::access::{Actor, Permission};
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::ids::PersonId;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use std::collections::{BTreeSet, HashMap};
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

/// Who has approved a record, in its last approval: each person once, in how many steps ever. Whoever agreed
/// by telephone has, and not who noted it.
pub async fn approvers(
    db: &impl ConnectionTrait,
    kind: &str,
    subject: Uuid,
) -> ApiResult<BTreeSet<PersonId>> {
    let Some(run) = store::latest(db, kind, subject).await? else { return Ok(BTreeSet::new()) };
    let tasks = store::tasks(db, run.id).await?.into_iter();
    let counting = tasks.filter(|task| task.counts && task.state == TaskState::Approved);
    let by = |task: task_entity::Model| {
        if task.confirmed_by.is_some() {
            task.person_id
        } else {
            task.decided_by.unwrap_or(task.person_id)
        }
    };
    Ok(counting.map(by).collect())
}
