//! Use case: stop a job that waits or runs.
use super::dto::Job;
use super::rules::{self, Known};
use super::store;
use crate::Wiring;
use crate::names::Names;
use kernel::access::Actor;
use kernel::app::App;
use kernel::audit::Changes;
use kernel::code;
use kernel::error::ApiResult;
use kernel::http::conditional::IfMatch;
use kernel::http::reply::Reply;
use kernel::jobs;
use kernel::work::Work;
use uuid::Uuid;

pub async fn cancel(
    app: &App,
    wiring: &Wiring,
    actor: &Actor,
    id: Uuid,
    seen: IfMatch,
) -> ApiResult<Reply<Job>> {
    let mut work = Work::begin(app, actor).await?;
    let Known { job, undo } = store::lock(work.db(), actor, id).await?.ok_or(code::NOT_FOUND)?;
    seen.check(job.version)?;
    rules::cancel(actor, &job)?;
    let before = job.state.clone();
    let job = store::cancel(work.db(), job, work.at()).await?;
    let record = jobs::act("job.cancelled", &job, &job.kind);
    work.record(record.changes(Changes::one("state", before, &job.state)));
    // Only the owner gets here.
    let names = Names::of_caller(actor);
    let answer = Job::shown(Known { job, undo }, &names, actor, wiring);
    work.commit(answer).await
}
