//! Begin a bulk action: the input is checked and the files are chosen now, the rest is a job's.
use super::dto::{BulkRequest, BulkTask};
use super::step::Step;
use super::{KIND, selection};
use crate::importing::dto::StartedJob;
use kernel::access::Actor;
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::http::reply::Reply;
use kernel::jobs;
use kernel::work::Work;
use serde_json::json;

pub async fn start(app: &App, actor: &Actor, request: BulkRequest) -> ApiResult<Reply<StartedJob>> {
    Step::read(request.action, &request.input)?;
    let ids = selection::files(app, actor, &request).await?;
    let lang = actor.request.lang.tag().to_owned();
    let BulkRequest { action, input, dry_run, .. } = request;
    let task = BulkTask { action, ids, input, dry_run, lang };
    let mut work = Work::begin(app, actor).await?;
    let job = jobs::enqueue(&work, KIND, &task).await?;
    let label = json!(action).as_str().unwrap_or_default().to_owned();
    work.record(
        jobs::act("client.bulk-started", &job, label)
            .data("files", task.ids.len())
            .data("dry_run", dry_run),
    );
    work.commit_accepted(StartedJob::from(job)).await
}
