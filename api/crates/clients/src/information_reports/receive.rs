//! Customer service takes a report in (A-CIR-01, A-CIR-03).
use super::dto::{ReceiveReport, Report};
use super::entity::Model;
use super::kinds::InformationReportState;
use super::{rules, show, store, tell};
use crate::InformationReportId;
use crate::notices;
use kernel::access::Actor;
use kernel::app::App;
use kernel::audit::Changes;
use kernel::code;
use kernel::error::ApiResult;
use kernel::http::conditional::IfMatch;
use kernel::http::reply::Reply;
use kernel::text::trimmed;
use kernel::work::Work;

pub async fn receive(
    app: &App,
    actor: &Actor,
    (id, seen): (InformationReportId, IfMatch),
    input: ReceiveReport,
) -> ApiResult<Reply<Report>> {
    let mut work = Work::begin(app, actor).await?;
    let row = store::lock(work.db(), actor, id).await?.ok_or(code::NOT_FOUND)?;
    seen.check(row.version)?;
    rules::receive(actor, &row)?;
    let after = Model {
        state: InformationReportState::Received,
        received_by: Some(actor.id),
        received_at: Some(work.at()),
        receive_note: trimmed(input.note.as_deref()),
        version: row.version + 1,
        ..row
    };
    store::save(work.db(), &after).await?;
    let note = Changes::one("receive_note", None::<String>, &after.receive_note);
    work.record(tell::record("client-information-report.received", &after).changes(note));
    tell::author(&work, &after, notices::CLIENT_INFORMATION_REPORT_RECEIVED).await?;
    let answer = show::whole(work.db(), actor, after).await?;
    work.commit(answer).await
}
