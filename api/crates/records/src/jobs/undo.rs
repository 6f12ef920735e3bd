//! Use case: have what a job did taken back. That is a job again: it may take as long.
use super::dto::Job;
use super::rules;
use super::store;
use super::undoing::{self, Input};
use crate::Wiring;
use crate::names::Names;
use kernel::access::Actor;
use kernel::app::App;
use kernel::code;
use kernel::error::ApiResult;
use kernel::http::conditional::IfMatch;
use kernel::http::reply::Reply;
use kernel::jobs;
use kernel::work::Work;
use uuid::Uuid;

pub async fn undo(
    app: &App,
    wiring: &Wiring,
    actor: &Actor,
    id: Uuid,
    seen: IfMatch,
) -> ApiResult<Reply<Job>> {
    let mut work = Work::begin(app, actor).await?;
    let known = store::lock(work.db(), actor, id).await?.ok_or(code::NOT_FOUND)?;
    seen.check(known.job.version)?;
    rules::undo(actor, &known, &wiring.undoable)?;
    let undoing = jobs::enqueue(&work, undoing::KIND, &Input { job_id: id }).await?;
    store::link_undo(work.db(), id, undoing.id).await?;
    let job = store::touch(work.db(), known.job).await?;
    let record = jobs::act("job.undo-requested", &job, &job.kind);
    work.record(record.data("undo_job_id", undoing.id));
    let answer = Job::shown(undoing.into(), &Names::of_caller(actor), actor, wiring);
    work.commit_accepted(answer).await
}
