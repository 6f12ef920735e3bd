//! Queries on approvals. What is shown starts from [`visible_to`]: an approval exists for those for
//! whom its record exists.
use super::kinds::{ApprovalState, TaskState};
use super::{act_entity as act, entity, task_entity as task};
use crate::DecideApprovals;
use crate::ids::{ApprovalId, TaskId};
use crate::subject::Approvals;
use chrono::{DateTime, Utc};
use identity::delegations;
use kernel::access::{Actor, Permission};
use kernel::ids::PersonId;
use kernel::visible;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, ConnectionTrait, DatabaseTransaction, DbErr,
    EntityTrait, IntoActiveModel, JoinType, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
    RelationDef,
    sea_query::{Expr, ExprTrait, SelectStatement, UnionType},
};
use std::collections::HashMap;
use uuid::Uuid;

/// Of every kind, those whose records somebody may see.
pub fn visible_to(approvals: &Approvals, actor: &Actor, at: DateTime<Utc>) -> Condition {
    // No kind: a condition that no row meets.
    let mut any = Condition::any().add(ExprTrait::eq(Expr::val(1), 0));
    for subject in &approvals.subjects {
        // Row by row: the newest are found after a few, however many there are.
        let id = Expr::col((entity::Entity, entity::Column::SubjectId));
        let of_kind = Condition::all()
            .add(entity::Column::SubjectKind.eq(subject.kind()))
            .add(subject.visible(actor, at, id));
        any = any.add(of_kind);
    }
    any
}

/// Whether the approval of an id exists for somebody, as a condition.
pub fn exists(approvals: &Approvals, actor: &Actor, at: DateTime<Utc>, id: Expr) -> Expr {
    let shown = visible_to(approvals, actor, at);
    visible::exists::<entity::Entity>(entity::Column::Id, id, shown)
}

pub fn task_to_run() -> RelationDef {
    task::Entity::belongs_to(entity::Entity).from(task::Column::RunId).to(entity::Column::Id).into()
}

/// Whose tasks somebody decides: their own, and those of whoever lent them the right.
pub async fn deciding(
    db: &impl ConnectionTrait,
    actor: &Actor,
    at: DateTime<Utc>,
) -> Result<Condition, DbErr> {
    // Named one by one: of one person alone the index gives the tasks in their order.
    let lenders = delegations::who_lent(db, actor.id, DecideApprovals::NAME, at).await?;
    let people = lenders.into_iter().chain([actor.id]);
    Ok(Condition::all().add(task::Column::PersonId.is_in(people)))
}

/// Records in whose approval somebody had, or has, to decide.
#[must_use]
pub fn taken_part(actor: &Actor, at: DateTime<Utc>) -> SelectStatement {
    let of = |condition: Expr| {
        let tasks = task::Entity::find().select_only().column(task::Column::SubjectId);
        tasks.filter(condition).into_query()
    };
    // What was lent is shown while it is to be decided.
    let lenders = delegations::lenders(actor.id, DecideApprovals::NAME, at);
    let waits = task::Column::State.eq(TaskState::Open);
    let lent = of(task::Column::PersonId.in_subquery(lenders).and(waits));
    of(task::Column::PersonId.eq(actor.id))
        .union(UnionType::All, of(task::Column::DecidedBy.eq(actor.id)))
        .union(UnionType::All, lent)
        .to_owned()
}

pub async fn find(
    db: &impl ConnectionTrait,
    visible: Condition,
    id: ApprovalId,
) -> Result<Option<entity::Model>, DbErr> {
    entity::Entity::find_by_id(id).filter(visible).one(db).await
}

/// The approval, held until the commit.
pub async fn lock(
    tx: &DatabaseTransaction,
    id: ApprovalId,
) -> Result<Option<entity::Model>, DbErr> {
    entity::Entity::find_by_id(id).lock_exclusive().one(tx).await
}

/// The running approval of a record, held until the commit.
pub async fn lock_running(
    tx: &DatabaseTransaction,
    kind: &str,
    subject: Uuid,
) -> Result<Option<entity::Model>, DbErr> {
    let found = entity::Entity::find()
        .filter(entity::Column::SubjectKind.eq(kind))
        .filter(entity::Column::SubjectId.eq(subject))
        .filter(entity::Column::State.eq(ApprovalState::Running));
    found.lock_exclusive().one(tx).await
}

/// The last approval of a record.
pub async fn latest(
    db: &impl ConnectionTrait,
    kind: &str,
    subject: Uuid,
) -> Result<Option<entity::Model>, DbErr> {
    let found = entity::Entity::find()
        .filter(entity::Column::SubjectKind.eq(kind))
        .filter(entity::Column::SubjectId.eq(subject));
    found.order_by_desc(entity::Column::Id).one(db).await
}

/// A task with its approval, where the approval is visible.
pub async fn task(
    db: &impl ConnectionTrait,
    visible: Condition,
    id: TaskId,
) -> Result<Option<task::Model>, DbErr> {
    let found = task::Entity::find_by_id(id).join(JoinType::InnerJoin, task_to_run());
    found.filter(visible).one(db).await
}

/// What somebody has to decide, the oldest first.
pub async fn open_of(
    db: &impl ConnectionTrait,
    person: PersonId,
) -> Result<Vec<(TaskId, ApprovalId)>, DbErr> {
    task::Entity::find()
        .select_only()
        .columns([task::Column::Id, task::Column::RunId])
        .filter(task::Column::PersonId.eq(person))
        .filter(task::Column::State.eq(TaskState::Open))
        .order_by_asc(task::Column::Id)
        .into_tuple()
        .all(db)
        .await
}

/// Approvals in which some people have something to decide.
pub async fn asked_of(
    db: &impl ConnectionTrait,
    people: impl IntoIterator<Item = PersonId>,
    limit: u64,
) -> Result<Vec<ApprovalId>, DbErr> {
    task::Entity::find()
        .select_only()
        .column(task::Column::RunId)
        .distinct()
        .filter(task::Column::PersonId.is_in(people))
        .filter(task::Column::State.eq(TaskState::Open))
        .limit(limit)
        .into_tuple()
        .all(db)
        .await
}

/// The records of some tasks.
pub async fn subjects_of(
    db: &impl ConnectionTrait,
    ids: impl IntoIterator<Item = TaskId>,
) -> Result<HashMap<TaskId, Uuid>, DbErr> {
    let found = task::Entity::find()
        .select_only()
        .columns([task::Column::Id, task::Column::SubjectId])
        .filter(task::Column::Id.is_in(ids));
    Ok(found.into_tuple::<(TaskId, Uuid)>().all(db).await?.into_iter().collect())
}

pub async fn tasks(db: &impl ConnectionTrait, run: ApprovalId) -> Result<Vec<task::Model>, DbErr> {
    let found = task::Entity::find().filter(task::Column::RunId.eq(run));
    found.order_by_asc(task::Column::Id).all(db).await
}

pub async fn acts(db: &impl ConnectionTrait, run: ApprovalId) -> Result<Vec<act::Model>, DbErr> {
    act::Entity::find()
        .filter(act::Column::RunId.eq(run))
        .order_by_asc(act::Column::Id)
        .all(db)
        .await
}

/// Runs by id, for the lines of a list.
pub async fn some(
    db: &impl ConnectionTrait,
    ids: impl IntoIterator<Item = ApprovalId>,
) -> Result<Vec<entity::Model>, DbErr> {
    entity::Entity::find().filter(entity::Column::Id.is_in(ids)).all(db).await
}

/// Whether somebody decides in the place of another now.
pub async fn is_lent(
    db: &impl ConnectionTrait,
    from: PersonId,
    to: PersonId,
    at: DateTime<Utc>,
) -> Result<bool, DbErr> {
    Ok(delegations::who_lent(db, to, DecideApprovals::NAME, at).await?.contains(&from))
}

pub async fn insert(tx: &DatabaseTransaction, row: entity::Model) -> Result<(), DbErr> {
    entity::Entity::insert(row.into_active_model()).exec_without_returning(tx).await?;
    Ok(())
}

pub async fn save(tx: &DatabaseTransaction, row: &entity::Model) -> Result<(), DbErr> {
    let all = row.clone().into_active_model().reset_all();
    entity::Entity::update_many().set(all).filter(entity::Column::Id.eq(row.id)).exec(tx).await?;
    Ok(())
}

pub async fn insert_task(tx: &DatabaseTransaction, row: task::Model) -> Result<(), DbErr> {
    task::Entity::insert(row.into_active_model()).exec_without_returning(tx).await?;
    Ok(())
}

pub async fn save_task(tx: &DatabaseTransaction, row: &task::Model) -> Result<(), DbErr> {
    let all = row.clone().into_active_model().reset_all();
    task::Entity::update_many().set(all).filter(task::Column::Id.eq(row.id)).exec(tx).await?;
    Ok(())
}

pub async fn insert_act(tx: &DatabaseTransaction, row: act::Model) -> Result<(), DbErr> {
    act::Entity::insert(row.into_active_model()).exec_without_returning(tx).await?;
    Ok(())
}

/// Open tasks of running approvals whose term has passed and of which nobody was told.
pub async fn overdue(
    db: &impl ConnectionTrait,
    at: DateTime<Utc>,
    limit: u64,
) -> Result<Vec<(TaskId, ApprovalId)>, DbErr> {
    task::Entity::find()
        .select_only()
        .columns([task::Column::Id, task::Column::RunId])
        .filter(task::Column::State.eq(TaskState::Open))
        .filter(task::Column::OverdueToldAt.is_null())
        .filter(task::Column::DueAt.lt(at))
        .order_by_asc(task::Column::DueAt)
        .limit(limit)
        .into_tuple()
        .all(db)
        .await
}
