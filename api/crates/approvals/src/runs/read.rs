//! Read approvals: lists, the inbox, one with all that happened.
use super::dto::{Approval, ApprovalRow, ApprovalTaskDetail, InboxTask};
use super::kinds::TaskState;
use super::requests::{ApprovalFilter, TaskFilter};
use super::show::Around;
use super::{allowed, entity, store, task_entity as task};
use crate::flows::dto::NamedRole;
use crate::ids::{ApprovalId, TaskId};
use crate::subject::Approvals;
use kernel::access::Actor;
use kernel::app::App;
use kernel::code;
use kernel::error::ApiResult;
use kernel::http::paging::{Page, Paging};
use kernel::http::reply::Reply;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, JoinType, QueryFilter, QuerySelect,
};
use std::collections::{BTreeSet, HashMap};

/// Newest first.
pub async fn list(
    app: &App,
    approvals: &Approvals,
    actor: &Actor,
    filter: &ApprovalFilter,
    paging: &Paging,
) -> ApiResult<Reply<Page<ApprovalRow>>> {
    use entity::Column;
    let (db, at) = (app.db.reader(), app.clock.now());
    let states = filter.state.iter().copied();
    let in_state = (!filter.state.is_empty()).then(|| Column::State.is_in(states));
    let kind = filter.subject_kind.as_ref().map(|kind| Column::SubjectKind.eq(kind));
    let wanted = Condition::all()
        .add_option(in_state)
        .add_option(kind)
        .add_option(filter.subject_id.map(|id| Column::SubjectId.eq(id)))
        .add_option(filter.requested_by.map(|id| Column::RequestedBy.eq(id)));
    let matching =
        entity::Entity::find().filter(store::visible_to(approvals, actor, at)).filter(wanted);
    let (rows, total) = paging.newest(db, matching, Column::Id).await?;
    let around = Around::of(db, approvals, actor, at, (&rows, &[], &[])).await?;
    let page = paging.page(rows, total, |row| row.id, |row| around.row(&row))?;
    Ok(Reply::ok(page))
}

/// What the caller has to decide, for themselves and for those who lent them the right; the newest
/// first.
pub async fn inbox(
    app: &App,
    approvals: &Approvals,
    actor: &Actor,
    filter: &TaskFilter,
    paging: &Paging,
) -> ApiResult<Reply<Page<InboxTask>>> {
    use task::Column;
    let (db, at) = (app.db.reader(), app.clock.now());
    let open = vec![TaskState::Open];
    let states = if filter.state.is_empty() { &open } else { &filter.state };
    let kind =
        filter.subject_kind.as_ref().map(|kind| entity::Column::SubjectKind.eq(kind.as_str()));
    let late = Condition::all().add(Column::State.eq(TaskState::Open)).add(Column::DueAt.lt(at));
    let overdue = filter.overdue.map(|want| if want { late } else { late.not() });
    let wanted = Condition::all()
        .add(Column::State.is_in(states.iter().copied()))
        .add_option(kind)
        .add_option(overdue);
    let matching = task::Entity::find()
        .join(JoinType::InnerJoin, store::task_to_run())
        .filter(store::deciding(db, actor, at).await?)
        .filter(store::visible_to(approvals, actor, at))
        .filter(wanted);
    let (rows, total) = paging.newest(db, matching, Column::Id).await?;
    let runs = store::some(db, rows.iter().map(|row| row.run_id)).await?;
    let around = Around::of(db, approvals, actor, at, (&runs, &rows, &[])).await?;
    let runs: HashMap<_, _> = runs.into_iter().map(|run| (run.id, run)).collect();
    let show = |task: task::Model| {
        let run = runs.get(&task.run_id).ok_or(code::INTERNAL)?;
        Ok((task.id, around.inbox(&task, run)?))
    };
    let lines: Vec<_> = rows.into_iter().map(show).collect::<ApiResult<_>>()?;
    Ok(Reply::ok(paging.page(lines, total, |(id, _)| *id, |(_, line)| line)?))
}

pub async fn get(
    app: &App,
    approvals: &Approvals,
    actor: &Actor,
    id: ApprovalId,
) -> ApiResult<Reply<Approval>> {
    let (db, at) = (app.db.reader(), app.clock.now());
    let visible = store::visible_to(approvals, actor, at);
    let run = store::find(db, visible, id).await?.ok_or(code::NOT_FOUND)?;
    Ok(Reply::ok(whole(db, approvals, actor, run, at).await?))
}

/// An approval as the caller sees it, with what they may do.
pub async fn whole(
    db: &impl ConnectionTrait,
    approvals: &Approvals,
    actor: &Actor,
    run: entity::Model,
    at: chrono::DateTime<chrono::Utc>,
) -> ApiResult<Approval> {
    let tasks = store::tasks(db, run.id).await?;
    let acts = store::acts(db, run.id).await?;
    let previous = match run.previous_id {
        Some(id) => store::some(db, [id]).await?.pop(),
        None => None,
    };
    let runs = std::slice::from_ref(&run);
    let around = Around::of(db, approvals, actor, at, (runs, &tasks, &acts)).await?;
    let mut answer = around.whole(&run, &tasks, acts, previous.as_ref())?;
    answer.roles = named_roles(db, &answer).await?;
    answer.my_task = allowed::my_task(db, actor, &run, &tasks, at).await?;
    answer.allowed_actions = allowed::on_approval(actor, &run);
    Ok(answer)
}

async fn named_roles(db: &impl ConnectionTrait, shown: &Approval) -> ApiResult<Vec<NamedRole>> {
    let codes = shown.steps.iter().filter_map(|step| step.approver.role.clone());
    let codes: BTreeSet<_> = codes.collect();
    if codes.is_empty() {
        return Ok(vec![]);
    }
    let names = identity::roles::names(db).await?;
    let named = |code: String| NamedRole {
        name: names.get(&code).cloned().unwrap_or_else(|| code.clone()),
        code,
    };
    Ok(codes.into_iter().map(named).collect())
}

pub async fn get_task(
    app: &App,
    approvals: &Approvals,
    actor: &Actor,
    id: TaskId,
) -> ApiResult<Reply<ApprovalTaskDetail>> {
    let (db, at) = (app.db.reader(), app.clock.now());
    let visible = store::visible_to(approvals, actor, at);
    let task = store::task(db, visible, id).await?.ok_or(code::NOT_FOUND)?;
    Ok(Reply::ok(task_detail(db, approvals, actor, task, at).await?))
}

/// A task as the caller sees it, with what they may do.
pub async fn task_detail(
    db: &impl ConnectionTrait,
    approvals: &Approvals,
    actor: &Actor,
    task: task::Model,
    at: chrono::DateTime<chrono::Utc>,
) -> ApiResult<ApprovalTaskDetail> {
    let run = store::some(db, [task.run_id]).await?.pop().ok_or(code::INTERNAL)?;
    let (runs, tasks) = (std::slice::from_ref(&run), std::slice::from_ref(&task));
    let around = Around::of(db, approvals, actor, at, (runs, tasks, &[])).await?;
    let shown = around.inbox(&task, &run)?;
    let allowed_actions = allowed::on_task(db, approvals, actor, run, &task, at).await?;
    Ok(ApprovalTaskDetail { task: shown, allowed_actions })
}
