//! Queries on jobs; every one starts from [`visible_to`].
use super::dto::{JobFilter, JobRowFilter, RowOutcome};
use super::entity as undo;
use super::rules::Known;
use crate::ReadAllJobs;
use kernel::access::{Actor, Permission};
use kernel::jobs::entity::{Column, Entity, Model};
use kernel::jobs::{State, row};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, DbErr,
    EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect, Select,
    sea_query::OnConflict,
};
use std::collections::HashMap;
use uuid::Uuid;

/// One's own; with `job.read-all` for the whole company everybody's. A job belongs to a person and to
/// no department, so that a narrower reach covers no more than one's own.
fn visible_to(actor: &Actor) -> Select<Entity> {
    let jobs = Entity::find();
    if actor.reach(ReadAllJobs::NAME).all {
        jobs
    } else {
        jobs.filter(Column::OwnerId.eq(actor.id.0))
    }
}

pub fn matching(actor: &Actor, filter: &JobFilter) -> Select<Entity> {
    let states = filter.state.iter().map(|state| state.as_str());
    let everybody = filter.everybody.unwrap_or(false);
    let owner = filter.owner_id.or((!everybody).then_some(actor.id));
    let all = Condition::all()
        .add_option((!filter.state.is_empty()).then(|| Column::State.is_in(states)))
        .add_option(filter.kind.as_deref().map(|kind| Column::Kind.eq(kind)))
        .add_option(owner.map(|owner| Column::OwnerId.eq(owner.0)));
    visible_to(actor).filter(all)
}

/// With the jobs that undo them: two statements however many they are.
pub async fn with_undoings(
    db: &impl ConnectionTrait,
    jobs: Vec<Model>,
) -> Result<Vec<Known>, DbErr> {
    let mut undone = undone(db, jobs.iter().map(|job| job.id).collect()).await?;
    Ok(jobs.into_iter().map(|job| Known { undo: undone.remove(&job.id), job }).collect())
}

async fn undone(db: &impl ConnectionTrait, ids: Vec<Uuid>) -> Result<HashMap<Uuid, Model>, DbErr> {
    let found = undo::Entity::find().filter(undo::Column::JobId.is_in(ids)).all(db).await?;
    if found.is_empty() {
        return Ok(HashMap::new());
    }
    let jobs = Entity::find()
        .filter(Column::Id.is_in(found.iter().map(|link| link.undo_job_id)))
        .all(db)
        .await?;
    let by_id: HashMap<Uuid, Model> = jobs.into_iter().map(|job| (job.id, job)).collect();
    let link = |link: undo::Model| Some((link.job_id, by_id.get(&link.undo_job_id)?.clone()));
    Ok(found.into_iter().filter_map(link).collect())
}

pub async fn find(
    db: &impl ConnectionTrait,
    actor: &Actor,
    id: Uuid,
) -> Result<Option<Known>, DbErr> {
    known(db, visible_to(actor).filter(Column::Id.eq(id))).await
}

pub async fn lock(
    db: &impl ConnectionTrait,
    actor: &Actor,
    id: Uuid,
) -> Result<Option<Known>, DbErr> {
    known(db, visible_to(actor).filter(Column::Id.eq(id)).lock_exclusive()).await
}

async fn known(db: &impl ConnectionTrait, job: Select<Entity>) -> Result<Option<Known>, DbErr> {
    let Some(job) = job.one(db).await? else { return Ok(None) };
    let undo = undone(db, vec![job.id]).await?.remove(&job.id);
    Ok(Some(Known { job, undo }))
}

/// Its holder learns of it at its next step, and stops.
pub async fn cancel(
    db: &impl ConnectionTrait,
    job: Model,
    at: chrono::DateTime<chrono::Utc>,
) -> Result<Model, DbErr> {
    let version = job.version + 1;
    let mut change = job.into_active_model();
    change.state = Set(State::Cancelled.as_str().to_owned());
    change.finished_at = Set(Some(at));
    change.version = Set(version);
    change.update(db).await
}

/// In place of an undoing that failed before.
pub async fn link_undo(db: &impl ConnectionTrait, job: Uuid, by: Uuid) -> Result<(), DbErr> {
    let link = undo::ActiveModel { job_id: Set(job), undo_job_id: Set(by) };
    let again =
        OnConflict::column(undo::Column::JobId).update_column(undo::Column::UndoJobId).to_owned();
    undo::Entity::insert(link).on_conflict(again).exec_without_returning(db).await?;
    Ok(())
}

/// The job's row changes with the link, so that its version tells of it.
pub async fn touch(db: &impl ConnectionTrait, job: Model) -> Result<Model, DbErr> {
    let version = job.version + 1;
    let mut change = job.into_active_model();
    change.version = Set(version);
    change.update(db).await
}

pub fn rows_of(job: Uuid, filter: &JobRowFilter) -> Select<row::Entity> {
    let outcomes = filter.outcome.iter().copied().map(RowOutcome::as_str);
    row::Entity::find().filter(row::Column::JobId.eq(job)).filter(
        Condition::all()
            .add_option((!filter.outcome.is_empty()).then(|| row::Column::Outcome.is_in(outcomes))),
    )
}

pub async fn rows_page(
    db: &impl ConnectionTrait,
    matching: Select<row::Entity>,
    after: Option<i32>,
    rows: u64,
) -> Result<Vec<row::Model>, DbErr> {
    matching
        .filter(Condition::all().add_option(after.map(|at| row::Column::Position.gt(at))))
        .order_by_asc(row::Column::Position)
        .limit(rows)
        .all(db)
        .await
}
