//! The job of a bulk action: each file judged on its own, under the rights that its owner has now.
//! Fifty files a transaction, with their outcomes and the progress, so that a run after a crash
//! acts on no file twice.
use super::KIND;
use super::dto::BulkTask;
use super::step::{Step, inside};
use crate::archive::entity::Model;
use crate::archive::refusal::Refusal;
use crate::archive::{rules, store};
use crate::importing::outcome::{self, Outcome};
use crate::{BulkClients, ClientId};
use async_trait::async_trait;
use handbook::Handbook;
use kernel::access::{Actor, Denied, Permission};
use kernel::app::App;
use kernel::code;
use kernel::error::{ApiError, ApiResult};
use kernel::jobs::{Handler, Running};
use kernel::lang::Lang;
use kernel::savepoint;
use kernel::work::Work;
use serde_json::{Value, json};
use std::sync::Arc;

/// Files of one transaction.
const BATCH: usize = 50;

/// Carries out bulk actions.
pub struct Bulk {
    handbook: Arc<Handbook>,
}

impl Bulk {
    #[must_use]
    pub const fn new(handbook: Arc<Handbook>) -> Self {
        Self { handbook }
    }
}

#[async_trait]
impl Handler for Bulk {
    fn kind(&self) -> &'static str {
        KIND
    }

    async fn run(&self, app: &App, actor: &Actor, job: &Running) -> ApiResult<Value> {
        let task: BulkTask = job.input()?;
        if !actor.holds(BulkClients::NAME) {
            return Err(Denied::Missing(BulkClients::NAME).into());
        }
        let mut actor = actor.clone();
        actor.request.lang = Lang::of_tag(&task.lang).unwrap_or_default();
        let step = Step::read(task.action, &task.input)?;
        let handbook = &self.handbook;
        let run = Run { app, handbook, actor: &actor, job, step, dry_run: task.dry_run };
        run.all(&task.ids).await
    }
}

struct Run<'a> {
    app: &'a App,
    handbook: &'a Handbook,
    actor: &'a Actor,
    job: &'a Running,
    step: Step,
    dry_run: bool,
}

/// A file and its place in the selection.
type Chosen = (i32, ClientId);

impl Run<'_> {
    async fn all(&self, ids: &[ClientId]) -> ApiResult<Value> {
        let kept = outcome::kept(self.app.db.reader(), self.job.id).await?;
        let numbered = (1_i32..).zip(ids.iter().copied());
        let left: Vec<Chosen> = numbered.filter(|(at, _)| !kept.contains_key(at)).collect();
        let mut done = kept.len();
        for batch in left.chunks(BATCH) {
            done = done.saturating_add(batch.len());
            if !self.batch(batch, done, ids.len()).await? {
                break;
            }
        }
        let kept = outcome::kept(self.app.db.reader(), self.job.id).await?;
        Ok(json!(outcome::result(self.dry_run, &kept)))
    }

    /// `false`: stopped or taken over, and nothing of this batch is kept.
    async fn batch(&self, batch: &[Chosen], done: usize, total: usize) -> ApiResult<bool> {
        let mut work = Work::begin(self.app, self.actor).await?;
        let mut outcomes = Vec::with_capacity(batch.len());
        for chosen in batch {
            outcomes.push(self.one(&mut work, *chosen).await?);
        }
        if self.dry_run {
            drop(work);
            work = Work::begin(self.app, self.actor).await?;
        }
        let whole = |count| i32::try_from(count).unwrap_or(i32::MAX);
        if !self.job.progress(&work, whole(done), whole(total)).await? {
            return Ok(false);
        }
        outcome::keep(work.db(), self.job.id, &outcomes).await?;
        work.commit_nothing().await?;
        Ok(true)
    }

    async fn one(&self, work: &mut Work<'_>, (at, id): Chosen) -> ApiResult<Outcome> {
        let lang = self.actor.request.lang;
        let Some(file) = store::lock(work.db(), self.actor, id).await? else {
            let errors = outcome::refusal(code::NOT_FOUND.into(), lang, |wrong| wrong)?;
            return Ok(Outcome::refused(at, "", errors));
        };
        let label = format!("{} {}", file.number, file.name);
        let row = savepoint::open(work).await?;
        let acted = self.act(work, &file).await;
        match savepoint::close(work, row, acted).await? {
            Ok(_) => Ok(Outcome::done(at, &label, Some(id.to_string()))),
            Err(error) => {
                let errors = outcome::refusal(inside(error), lang, |wrong| wrong)?;
                let refused = Outcome::refused(at, &label, errors);
                Ok(Outcome { resource_id: Some(id.to_string()), ..refused })
            }
        }
    }

    async fn act(&self, work: &mut Work<'_>, file: &Model) -> Result<Model, ApiError> {
        let permission = BulkClients::NAME;
        if !self.actor.may(permission, &rules::place(file)) {
            return Err(Refusal::NotPermitted { permission, clauses: &[] }.into());
        }
        self.step.apply(work, self.handbook, file).await
    }
}
