//! Work that outlives its request: imports, bulk actions. A job is a row; a process takes it by a
//! lease, so that a crashed one's jobs are taken over, and a frozen one that wakes finds its lease
//! gone and stops.
mod act;
mod attempt;

pub use act::{READ_ALL, act};

use crate::access::{Actor, OnBehalf};
use crate::app::App;
use crate::error::ApiResult;
use crate::ids::PersonId;
use crate::lang::Lang;
use crate::work::Work;
use async_trait::async_trait;
use chrono::{DateTime, Duration, Utc};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, DbErr, EntityTrait, IntoActiveModel, QueryFilter,
    QueryOrder, QuerySelect, sea_query::Expr,
};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::sync::Arc;
use uuid::Uuid;

/// Table `job`.
pub mod entity {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "job")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub kind: String,
        pub state: String,
        pub owner_id: Uuid,
        #[sea_orm(column_type = "Text")]
        pub input: String,
        #[sea_orm(column_type = "Text", nullable)]
        pub result: Option<String>,
        /// Problem of a failed job, as JSON.
        #[sea_orm(column_type = "Text", nullable)]
        pub problem: Option<String>,
        pub progress_done: i32,
        pub progress_total: i32,
        pub created_at: DateTimeUtc,
        pub started_at: Option<DateTimeUtc>,
        pub finished_at: Option<DateTimeUtc>,
        pub lease_until: Option<DateTimeUtc>,
        /// Also the fencing token: a holder whose attempt is no longer the row's has lost it.
        pub attempts: i32,
        pub version: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Table `job_row`: the outcome of each row.
pub mod row {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "job_row")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub job_id: Uuid,
        /// Row of the spreadsheet, or place in the selection, from 1.
        #[sea_orm(primary_key, auto_increment = false)]
        pub position: i32,
        /// `DONE`, `REFUSED`, `SKIPPED`.
        pub outcome: String,
        pub resource_id: Option<String>,
        pub label: String,
        /// List of field problems or one problem, as JSON.
        #[sea_orm(column_type = "Text")]
        pub errors: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// States of a job.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum State {
    Queued,
    Running,
    Done,
    Failed,
    Cancelled,
}

impl State {
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Queued => "QUEUED",
            Self::Running => "RUNNING",
            Self::Done => "DONE",
            Self::Failed => "FAILED",
            Self::Cancelled => "CANCELLED",
        }
    }
}

/// How long a holder may be silent; `Running::progress` renews it.
const LEASE: Duration = Duration::seconds(60);
/// After so many starts a job counts as broken (it may be what kills the process).
const ATTEMPTS: i32 = 3;

/// What carries out jobs of one kind.
#[async_trait]
pub trait Handler: Send + Sync {
    fn kind(&self) -> &'static str;
    /// Do it; the answer is kept as the job's result. Must be safe to run again after a crash.
    async fn run(&self, app: &App, actor: &Actor, job: &Running) -> ApiResult<Value>;
    /// Take back what was done, while untouched.
    async fn undo(&self, _app: &App, _actor: &Actor, _job: &entity::Model) -> ApiResult<Value> {
        Err(crate::code::CONFLICT.into())
    }
}

/// A job in hand.
#[derive(Clone, Debug)]
pub struct Running {
    pub id: Uuid,
    pub input: String,
    attempt: i32,
}

impl Running {
    pub fn input<T: serde::de::DeserializeOwned>(&self) -> ApiResult<T> {
        Ok(serde_json::from_str(&self.input)?)
    }

    /// Report progress and renew the lease inside the caller's own transaction, so that effects of
    /// a holder that lost the job are never committed. `false`: stop (cancelled or taken over).
    pub async fn progress(&self, work: &Work<'_>, done: i32, total: i32) -> Result<bool, DbErr> {
        let changed = entity::Entity::update_many()
            .col_expr(entity::Column::ProgressDone, Expr::value(done))
            .col_expr(entity::Column::ProgressTotal, Expr::value(total))
            .col_expr(entity::Column::LeaseUntil, Expr::value(work.at() + LEASE))
            .filter(entity::Column::Id.eq(self.id))
            .filter(entity::Column::Attempts.eq(self.attempt))
            .filter(entity::Column::State.eq(State::Running.as_str()))
            .exec(work.db())
            .await?;
        Ok(changed.rows_affected == 1)
    }
}

/// Put a job into the queue, in the caller's transaction.
pub async fn enqueue(
    work: &Work<'_>,
    kind: &str,
    input: &impl Serialize,
) -> ApiResult<entity::Model> {
    let row = entity::Model {
        id: work.fresh(),
        kind: kind.to_owned(),
        state: State::Queued.as_str().to_owned(),
        owner_id: work.actor().id.0,
        input: serde_json::to_string(input)?,
        result: None,
        problem: None,
        progress_done: 0,
        progress_total: 0,
        created_at: work.at(),
        started_at: None,
        finished_at: None,
        lease_until: None,
        attempts: 0,
        version: 1,
    };
    entity::Entity::insert(row.clone().into_active_model())
        .exec_without_returning(work.db())
        .await?;
    Ok(row)
}

/// Carry out jobs until none is left; answers how many.
pub async fn drain(
    app: &App,
    handlers: &[Arc<dyn Handler>],
    owners: &dyn OnBehalf,
) -> ApiResult<usize> {
    let mut count = 0;
    while let Some(job) = claim(app).await? {
        count += 1;
        run(app, handlers, owners, job).await?;
    }
    Ok(count)
}

async fn claim(app: &App) -> ApiResult<Option<entity::Model>> {
    let now = app.clock.now();
    if open(now).one(app.db.reader()).await?.is_none() {
        return Ok(None);
    }
    let tx = app.db.begin().await?;
    let found = open(now)
        .lock_with_behavior(
            sea_orm::sea_query::LockType::Update,
            sea_orm::sea_query::LockBehavior::SkipLocked,
        )
        .one(tx.db())
        .await?;
    let Some(found) = found else { return Ok(None) };
    let mut row = found.clone().into_active_model();
    row.state = Set(State::Running.as_str().to_owned());
    row.started_at = Set(Some(now));
    row.lease_until = Set(Some(now + LEASE));
    row.attempts = Set(found.attempts + 1);
    row.version = Set(found.version + 1);
    let row = entity::Entity::update(row).exec(tx.db()).await?;
    tx.commit().await?;
    Ok(Some(row))
}

fn open(now: DateTime<Utc>) -> sea_orm::Select<entity::Entity> {
    let abandoned = Condition::all()
        .add(entity::Column::State.eq(State::Running.as_str()))
        .add(entity::Column::LeaseUntil.lt(now));
    entity::Entity::find()
        .filter(
            Condition::any().add(entity::Column::State.eq(State::Queued.as_str())).add(abandoned),
        )
        .order_by_asc(entity::Column::Id)
        .limit(1)
}

async fn run(
    app: &App,
    handlers: &[Arc<dyn Handler>],
    owners: &dyn OnBehalf,
    job: entity::Model,
) -> ApiResult<()> {
    let request_id = format!("job-{}", job.id);
    let running = Running { id: job.id, input: job.input.clone(), attempt: job.attempts };
    let actor = owners.actor(app, PersonId(job.owner_id), &request_id).await?;
    let outcome = attempt::attempt(app, handlers, &job, &running, actor).await;
    match outcome {
        // The database or the bucket was away. The lease runs out, and whoever takes the job then
        // goes on where it stopped.
        Err(error) if error.code() == crate::code::UNAVAILABLE && job.attempts < ATTEMPTS => {
            tracing::warn!(job = %job.id, %error, "a job was interrupted; it is taken up again");
            Ok(())
        }
        outcome => finish(app, &running, outcome, &request_id).await,
    }
}

async fn finish(
    app: &App,
    job: &Running,
    outcome: ApiResult<Value>,
    request_id: &str,
) -> ApiResult<()> {
    let (state, result, problem) = match outcome {
        Ok(value) => (State::Done, Some(value.to_string()), None),
        Err(error) => {
            tracing::warn!(job = %job.id, %error, "a job failed");
            let problem = error.problem(Lang::default(), request_id);
            (State::Failed, None, Some(serde_json::to_string(&problem)?))
        }
    };
    let tx = app.db.begin().await?;
    entity::Entity::update_many()
        .col_expr(entity::Column::State, Expr::value(state.as_str()))
        .col_expr(entity::Column::Result, Expr::value(result))
        .col_expr(entity::Column::Problem, Expr::value(problem))
        .col_expr(entity::Column::FinishedAt, Expr::value(app.clock.now()))
        .filter(entity::Column::Id.eq(job.id))
        .filter(entity::Column::Attempts.eq(job.attempt))
        .filter(entity::Column::State.eq(State::Running.as_str()))
        .exec(tx.db())
        .await?;
    tx.commit().await?;
    Ok(())
}
