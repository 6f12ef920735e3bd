//! Put a report right: until customer service has taken it in, and after it was sent back (A-CIR-01).
//! When it was first submitted remains.
use super::create::none_to_tell_of;
use super::dto::{Report, ReportInput};
use super::entity::Model;
use super::kinds::InformationReportState;
use super::{entries, rules, show, store, tell};
use crate::InformationReportId;
use crate::notices;
use kernel::access::Actor;
use kernel::app::App;
use kernel::code;
use kernel::error::ApiResult;
use kernel::http::conditional::IfMatch;
use kernel::http::patch::Patch;
use kernel::http::reply::Reply;
use kernel::text::trimmed;
use kernel::work::Work;

pub async fn update(
    app: &App,
    actor: &Actor,
    (id, seen): (InformationReportId, IfMatch),
    patch: &Patch<ReportInput>,
) -> ApiResult<Reply<Report>> {
    let mut work = Work::begin(app, actor).await?;
    let row = store::lock(work.db(), actor, id).await?.ok_or(code::NOT_FOUND)?;
    seen.check(row.version)?;
    rules::change(actor, &row)?;
    let stood = entries::find(work.db(), id).await?;
    let before = ReportInput::of(&row, &stood);
    let input = patch.onto(&before)?;
    let named = entries::entries(&work, &input.entries, &stood).await?;
    if input.entries.is_empty() {
        none_to_tell_of(&work).await?;
    }
    let again = row.state == InformationReportState::SentBack;
    let said = entries::of(&work, id, &input.entries, &named);
    if !entries::same(&stood, &said) {
        entries::replace(work.db(), id, said.clone()).await?;
    }
    let after = Model {
        summary: input.summary.trim().to_owned(),
        discoveries: trimmed(input.discoveries.as_deref()),
        state: InformationReportState::Submitted,
        resubmitted_at: if again { Some(work.at()) } else { row.resubmitted_at },
        // Those that were handed over since are not held, and count all the same.
        level: named.level.max(row.level),
        version: row.version + 1,
        ..row
    };
    store::save(work.db(), &after).await?;
    work.record(tell::updated(&after, &before, &ReportInput::of(&after, &said)));
    if again {
        work.record(tell::record("client-information-report.resubmitted", &after));
        tell::receivers(&work, &after, notices::CLIENT_INFORMATION_REPORT_SUBMITTED).await?;
    }
    let answer = show::whole(work.db(), actor, after).await?;
    work.commit(answer).await
}
