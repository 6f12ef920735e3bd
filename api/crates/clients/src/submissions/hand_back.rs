//! Give a submission back with a reason.
use super::dto::{ReturnSubmission, Submission};
use super::entity::Model;
use super::kinds::SubmissionState;
use super::{rules, show, store, tell};
use crate::notices;
use crate::{SubmissionId, obligations};
use kernel::access::Actor;
use kernel::app::App;
use kernel::code;
use kernel::error::ApiResult;
use kernel::http::conditional::IfMatch;
use kernel::http::reply::Reply;
use kernel::work::Work;
use serde_json::{Map, Value};

pub async fn hand_back(
    app: &App,
    actor: &Actor,
    id: SubmissionId,
    seen: IfMatch,
    input: ReturnSubmission,
) -> ApiResult<Reply<Submission>> {
    let mut work = Work::begin(app, actor).await?;
    let row = store::lock(work.db(), actor, id).await?.ok_or(code::NOT_FOUND)?;
    seen.check(row.version)?;
    let file = store::file(work.db(), &row).await?;
    let payload: Map<String, Value> = serde_json::from_str(&row.payload)?;
    let group_buy = payload.get("group_buy") == Some(&Value::Bool(true));
    rules::settle(actor, &row, file.as_ref(), group_buy)?;
    let after = Model {
        state: SubmissionState::Returned,
        decided_at: Some(work.at()),
        decided_by: Some(actor.id),
        decision_reason: Some(input.reason.trim().to_owned()),
        version: row.version + 1,
        ..row
    };
    store::save(work.db(), &after).await?;
    let reason = after.decision_reason.clone();
    work.record(tell::record("client-submission.returned", &after).reason(reason));
    tell::submitter(&work, &after, notices::CLIENT_SUBMISSION_RETURNED).await?;
    obligations::settled(&mut work, &after).await?;
    let answer = show::whole(work.db(), actor, after).await?;
    work.commit(answer).await
}
