//! The job of an import.
//!
//! Good rows are kept 200 at a time: the files, the outcomes of their rows and the progress in one
//! transaction, so that a run after a crash goes on where the last batch ended. All or nothing is
//! one transaction of at most [`super::start::AT_ONCE`] rows. A dry run does the same work and
//! lets go of it.
use super::dto::{ImportMode, ImportTask};
use super::outcome::{self, Outcome};
use super::rows::{Candidate, Layout};
use super::{KIND, start, undo};
use crate::archive::create;
use async_trait::async_trait;
use handbook::Handbook;
use kernel::access::{Actor, Denied, Permission};
use kernel::app::App;
use kernel::error::{ApiResult, Fault};
use kernel::jobs::{Handler, Running, entity};
use kernel::lang::Lang;
use kernel::savepoint;
use kernel::work::Work;
use serde_json::{Value, json};
use std::sync::Arc;

/// Rows of one transaction.
const BATCH: usize = 200;

/// Carries out imports.
pub struct Importing {
    handbook: Arc<Handbook>,
}

impl Importing {
    #[must_use]
    pub const fn new(handbook: Arc<Handbook>) -> Self {
        Self { handbook }
    }
}

#[async_trait]
impl Handler for Importing {
    fn kind(&self) -> &'static str {
        KIND
    }

    async fn run(&self, app: &App, actor: &Actor, job: &Running) -> ApiResult<Value> {
        let task: ImportTask = job.input()?;
        let right = <crate::ImportClients as Permission>::NAME;
        if !actor.holds(right) {
            return Err(Denied::Missing(right).into());
        }
        let mut actor = actor.clone();
        actor.request.lang = Lang::of_tag(&task.lang).unwrap_or_default();
        let (layout, candidates) = read(app, &task).await?;
        let handbook = &self.handbook;
        let run = Run { app, handbook, actor: &actor, job, layout, dry_run: task.dry_run };
        run.all(candidates, task.mode).await
    }

    async fn undo(&self, app: &App, actor: &Actor, job: &entity::Model) -> ApiResult<Value> {
        undo::undo(app, actor, job).await
    }
}

async fn read(app: &App, task: &ImportTask) -> ApiResult<(Layout, Vec<Candidate>)> {
    let bytes = app.files.get(&task.sha256).await?;
    let sheet = start::sheet(bytes, task.file_name.clone()).await?;
    let layout = Layout::of(&sheet)?;
    let people = identity::people::called(app.db.reader(), &layout.people(&sheet)).await?;
    let reading = tokio::task::spawn_blocking(move || {
        let candidates = layout.candidates(&sheet, &people);
        (layout, candidates)
    });
    Ok(reading.await.map_err(|error| Fault(format!("reading rows: {error}")))?)
}

struct Run<'a> {
    app: &'a App,
    handbook: &'a Handbook,
    actor: &'a Actor,
    job: &'a Running,
    layout: Layout,
    dry_run: bool,
}

impl Run<'_> {
    async fn all(&self, candidates: Vec<Candidate>, mode: ImportMode) -> ApiResult<Value> {
        let kept = outcome::kept(self.app.db.reader(), self.job.id).await?;
        let left: Vec<_> =
            candidates.iter().filter(|row| !kept.contains_key(&row.number)).collect();
        let total = candidates.len();
        if self.dry_run || mode == ImportMode::GoodRows {
            self.in_batches(&left, total).await?;
        } else if !left.is_empty() {
            self.at_once(&left, total).await?;
        }
        let kept = outcome::kept(self.app.db.reader(), self.job.id).await?;
        Ok(json!(outcome::result(self.dry_run, &kept)))
    }

    async fn in_batches(&self, left: &[&Candidate], total: usize) -> ApiResult<()> {
        let mut done = total.saturating_sub(left.len());
        for batch in left.chunks(BATCH) {
            let mut work = Work::begin(self.app, self.actor).await?;
            let outcomes = self.rows(&mut work, batch).await?;
            if self.dry_run {
                drop(work);
                work = Work::begin(self.app, self.actor).await?;
            }
            done = done.saturating_add(batch.len());
            if !self.keep(work, &outcomes, done, total).await? {
                return Ok(());
            }
        }
        Ok(())
    }

    async fn at_once(&self, left: &[&Candidate], total: usize) -> ApiResult<()> {
        let mut work = Work::begin(self.app, self.actor).await?;
        let mut outcomes = self.rows(&mut work, left).await?;
        if outcomes.iter().any(|row| row.outcome != outcome::DONE) {
            drop(work);
            work = Work::begin(self.app, self.actor).await?;
            outcomes = outcomes.into_iter().map(Outcome::left_out).collect();
        }
        self.keep(work, &outcomes, total, total).await.map(drop)
    }

    /// Commit the outcomes with what they are the outcomes of. `false`: stopped or taken over, and
    /// nothing of this batch is kept.
    async fn keep(
        &self,
        work: Work<'_>,
        outcomes: &[Outcome],
        done: usize,
        total: usize,
    ) -> ApiResult<bool> {
        let whole = |count| i32::try_from(count).unwrap_or(i32::MAX);
        if !self.job.progress(&work, whole(done), whole(total)).await? {
            return Ok(false);
        }
        outcome::keep(work.db(), self.job.id, outcomes).await?;
        work.commit_nothing().await?;
        Ok(true)
    }

    async fn rows(&self, work: &mut Work<'_>, rows: &[&Candidate]) -> ApiResult<Vec<Outcome>> {
        let mut outcomes = Vec::with_capacity(rows.len());
        for candidate in rows {
            outcomes.push(self.row(work, candidate).await?);
        }
        Ok(outcomes)
    }

    async fn row(&self, work: &mut Work<'_>, candidate: &Candidate) -> ApiResult<Outcome> {
        let lang = self.actor.request.lang;
        let (number, label) = (candidate.number, candidate.label.as_str());
        let input = match &candidate.input {
            Ok(input) => input.clone(),
            Err(wrong) => {
                return Ok(Outcome::refused(number, label, outcome::fields(wrong, lang)?));
            }
        };
        let one = savepoint::open(work).await?;
        let begun = create::begin(work, self.handbook, *input).await;
        match savepoint::close(work, one, begun).await? {
            Ok(row) => {
                // A dry run makes nothing that could be pointed at.
                let made = (!self.dry_run).then(|| row.id.to_string());
                Ok(Outcome::done(number, label, made))
            }
            Err(error) => {
                let errors = outcome::refusal(error, lang, |wrong| self.layout.placed(wrong))?;
                Ok(Outcome::refused(number, label, errors))
            }
        }
    }
}
