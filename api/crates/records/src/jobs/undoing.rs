//! The job that takes back what another one did: it asks the handler of that one's kind.
use async_trait::async_trait;
use kernel::access::Actor;
use kernel::app::App;
use kernel::code;
use kernel::error::ApiResult;
use kernel::jobs::{Handler, Running, entity};
use kernel::work::Work;
use sea_orm::EntityTrait;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::sync::Arc;
use std::time::Duration;
use uuid::Uuid;

pub const KIND: &str = "job-undo";
/// Well within a job's lease.
const RENEW: Duration = Duration::from_secs(20);

#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct Input {
    pub job_id: Uuid,
}

/// Knows the handlers that can take back what they did.
pub struct Undoing {
    handlers: Vec<Arc<dyn Handler>>,
}

impl Undoing {
    #[must_use]
    pub fn new(handlers: Vec<Arc<dyn Handler>>) -> Self {
        Self { handlers }
    }
}

#[async_trait]
impl Handler for Undoing {
    fn kind(&self) -> &'static str {
        KIND
    }

    async fn run(&self, app: &App, actor: &Actor, job: &Running) -> ApiResult<Value> {
        let Input { job_id } = job.input()?;
        let undone = entity::Entity::find_by_id(job_id).one(app.db.reader()).await?;
        // The rights of an undoing are its owner's, so what it undoes must be theirs as well.
        let undone = undone.filter(|undone| undone.owner_id == actor.id.0);
        let undone = undone.ok_or(code::NOT_FOUND)?;
        let handler = self.handlers.iter().find(|handler| handler.kind() == undone.kind);
        let handler = handler.ok_or(crate::JOB_NOT_UNDOABLE)?;
        tokio::select! {
            outcome = handler.undo(app, actor, &undone) => outcome,
            lost = held(app, actor, job) => Err(lost),
        }
    }
}

/// Renews the lease beside the handler, which reports no progress of its own; returns when the job
/// was stopped or taken over, and the handler with it.
async fn held(app: &App, actor: &Actor, job: &Running) -> kernel::error::ApiError {
    loop {
        tokio::time::sleep(RENEW).await;
        match renewed(app, actor, job).await {
            Ok(true) => {}
            Ok(false) => return code::CONFLICT.into(),
            Err(error) => tracing::warn!(%error, "an undoing could not renew its lease"),
        }
    }
}

async fn renewed(app: &App, actor: &Actor, job: &Running) -> ApiResult<bool> {
    let work = Work::begin(app, actor).await?;
    let held = job.progress(&work, 0, 0).await?;
    work.commit_nothing().await?;
    Ok(held)
}
