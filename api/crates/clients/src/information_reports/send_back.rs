//! Customer service gives a report back to its author, and says why (A-CIR-03).
use super::dto::{Report, SendReportBack};
use super::entity::Model;
use super::kinds::InformationReportState;
use super::{rules, show, store, tell};
use crate::InformationReportId;
use crate::notices;
use kernel::access::Actor;
use kernel::app::App;
use kernel::code;
use kernel::error::ApiResult;
use kernel::http::conditional::IfMatch;
use kernel::http::reply::Reply;
use kernel::work::Work;

pub async fn send_back(
    app: &App,
    actor: &Actor,
    (id, seen): (InformationReportId, IfMatch),
    input: SendReportBack,
) -> ApiResult<Reply<Report>> {
    let mut work = Work::begin(app, actor).await?;
    let row = store::lock(work.db(), actor, id).await?.ok_or(code::NOT_FOUND)?;
    seen.check(row.version)?;
    rules::receive(actor, &row)?;
    let after = Model {
        state: InformationReportState::SentBack,
        sent_back_by: Some(actor.id),
        sent_back_at: Some(work.at()),
        sent_back_reason: Some(input.reason.trim().to_owned()),
        version: row.version + 1,
        ..row
    };
    store::save(work.db(), &after).await?;
    let reason = after.sent_back_reason.clone();
    work.record(tell::record("client-information-report.sent-back", &after).reason(reason));
    tell::author(&work, &after, notices::CLIENT_INFORMATION_REPORT_SENT_BACK).await?;
    let answer = show::whole(work.db(), actor, after).await?;
    work.commit(answer).await
}
