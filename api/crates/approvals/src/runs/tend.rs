//! What time brings along: terms that pass, approvers who leave, steps that nobody could decide.
use super::advance::{advance, ask, replace};
use super::candidates;
use super::kinds::{ActKind, ApprovalState, TaskOrigin, TaskState};
use super::moving::{Moving, Said};
use super::{entity, store, task_entity as task};
use crate::flows::definition::Mode;
use crate::ids::ApprovalId;
use crate::notices;
use crate::subject::Approvals;
use kernel::access::Actor;
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::ids::PersonId;
use kernel::work::Work;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    QueryTrait,
};
use std::collections::BTreeSet;

/// Approvals looked after in one round.
const AT_ONCE: u64 = 200;

/// Look after the approvals under way; called now and then, in several processes at once: each is
/// looked at again once it is held. Answers how many something happened to.
pub async fn tend(app: &App, approvals: &Approvals) -> ApiResult<u64> {
    let system = Actor::system([], "approvals");
    let mut done = 0_u64;
    for id in due(app).await? {
        // One that cannot be looked after keeps nobody else waiting.
        match look_after(app, approvals, &system, id).await {
            Ok(true) => done = done.saturating_add(1),
            Ok(false) => {}
            Err(error) => tracing::error!(%error, %id, "an approval is looked after later"),
        }
    }
    Ok(done)
}

async fn look_after(
    app: &App,
    approvals: &Approvals,
    system: &Actor,
    id: ApprovalId,
) -> ApiResult<bool> {
    let mut work = Work::begin(app, system).await?;
    let mut moving = Moving::hold(&work, approvals, id).await?;
    if moving.run.state != ApprovalState::Running || !tended(&mut moving, &mut work).await? {
        return Ok(false);
    }
    moving.keep(&work).await?;
    work.commit_nothing().await?;
    Ok(true)
}

async fn due(app: &App) -> ApiResult<BTreeSet<ApprovalId>> {
    let (db, at) = (app.db.reader(), app.clock.now());
    let late = store::overdue(db, at, AT_ONCE).await?;
    let mut ids: BTreeSet<_> = late.into_iter().map(|(_, run)| run).collect();
    let gone = identity::people::disabled(db).await?;
    ids.extend(store::asked_of(db, gone.iter().copied(), AT_ONCE).await?);
    ids.extend(deserted(db, gone).await?);
    Ok(ids)
}

/// Under way, and nobody who is at work has anything to decide.
async fn deserted(
    db: &impl ConnectionTrait,
    gone: Vec<PersonId>,
) -> Result<Vec<ApprovalId>, DbErr> {
    let asked = task::Entity::find()
        .select_only()
        .column(task::Column::RunId)
        .filter(task::Column::State.eq(TaskState::Open))
        .filter(task::Column::PersonId.is_not_in(gone));
    entity::Entity::find()
        .select_only()
        .column(entity::Column::Id)
        .filter(entity::Column::State.eq(ApprovalState::Running))
        .filter(entity::Column::Id.not_in_subquery(asked.into_query()))
        .order_by_asc(entity::Column::Id)
        .limit(AT_ONCE)
        .into_tuple()
        .all(db)
        .await
}

async fn tended(moving: &mut Moving<'_>, work: &mut Work<'_>) -> ApiResult<bool> {
    let before = moving.tasks.clone();
    let acts = store::acts(work.db(), moving.run.id).await?.len();
    leave(moving, work).await?;
    advance(moving, work).await?;
    warn(moving, work).await?;
    let said = store::acts(work.db(), moving.run.id).await?.len() != acts;
    Ok(said || before != moving.tasks)
}

/// Who has left, or lost the right, has nothing to decide any more.
async fn leave(moving: &mut Moving<'_>, work: &Work<'_>) -> ApiResult<()> {
    let asked = moving.tasks.iter().filter(|it| it.state == TaskState::Open);
    for task in asked.cloned().collect::<Vec<_>>() {
        let unfit = moving.unfit(work.db(), task.person_id, &task, work.at()).await?;
        if unfit.is_some() {
            replace(moving, work, &task).await?;
        }
    }
    Ok(())
}

/// Whose term has passed: they and the next superior who could decide hear of it, once.
async fn warn(moving: &mut Moving<'_>, work: &Work<'_>) -> ApiResult<()> {
    let at = work.at();
    let late = moving.tasks.iter().filter(|it| {
        it.state == TaskState::Open
            && it.overdue_told_at.is_none()
            && it.due_at.is_some_and(|due| due < at)
    });
    let late: Vec<_> = late.cloned().collect();
    for task in late {
        let step = moving.step(&task.step)?.clone();
        let above =
            candidates::stand_in(work.db(), moving, &step, (&[task.person_id], &[]), at).await?;
        moving.change(work, task.id, |task| task.overdue_told_at = Some(at)).await?;
        let said = Said { person: Some(task.person_id), ..Said::default() };
        moving.happened(work, ActKind::Overdue, Some(&task.step), said).await?;
        let mut told = vec![task.person_id, moving.run.requested_by];
        told.extend(above);
        // Where one of several decides, the superior may: nothing waits for one person alone. Where all
        // have to agree, nobody's agreement is replaced.
        let asked = |person| moving.tasks.iter().any(|it| it.person_id == person && it.counts);
        let above = above.filter(|above| step.mode == Mode::Any && !asked(*above));
        if let Some(above) = above {
            ask(moving, work, &step, above, TaskOrigin::Escalated).await?;
        }
        moving.tell(work, &told, notices::APPROVAL_OVERDUE).await?;
    }
    Ok(())
}
