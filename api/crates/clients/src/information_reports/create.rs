//! Submit the report of a month (A-CIR-01, A-CIR-02).
use super::dto::{NewReport, Report, ReportInput};
use super::entity::Model;
use super::kinds::InformationReportState;
use super::{entries, rules, show, store, tell};
use crate::notices;
use crate::obligations;
use handbook::Handbook;
use kernel::access::Actor;
use kernel::app::App;
use kernel::code::field;
use kernel::error::{ApiError, ApiResult};
use kernel::http::reply::Reply;
use kernel::numbers;
use kernel::text::trimmed;
use kernel::work::Work;

/// Number series of the reports.
const SERIES: &str = "IR";

pub async fn create(
    app: &App,
    handbook: &Handbook,
    actor: &Actor,
    input: NewReport,
) -> ApiResult<Reply<Report>> {
    let mut work = Work::begin(app, actor).await?;
    let today = handbook.date(work.at());
    let month = rules::month(&input.period, today)?;
    let due_at = rules::due(&*handbook.calendar(work.db()).await?, &month)?;
    let named = entries::entries(&work, &input.entries, &[]).await?;
    if input.entries.is_empty() {
        none_to_tell_of(&work).await?;
    }
    let numbered = numbers::next(work.db(), SERIES, today, super::KIND).await?;
    let row = Model {
        id: work.fresh(),
        number: numbered.number,
        period: month.name(),
        person_id: actor.id,
        department_id: actor.department_id,
        site_id: actor.site_id,
        summary: input.summary.trim().to_owned(),
        discoveries: trimmed(input.discoveries.as_deref()),
        state: InformationReportState::Submitted,
        submitted_at: work.at(),
        resubmitted_at: None,
        due_at,
        late: handbook::obligations::late(due_at, work.at()),
        received_by: None,
        received_at: None,
        receive_note: None,
        sent_back_by: None,
        sent_back_at: None,
        sent_back_reason: None,
        level: named.level,
        level_floor: 0,
        version: 1,
    };
    let said = entries::of(&work, row.id, &input.entries, &named);
    store::insert(work.db(), row.clone()).await?;
    entries::insert(work.db(), said.clone()).await?;
    obligations::submitted(&mut work, handbook, &row).await?;
    work.record(tell::submitted(&row, &ReportInput::of(&row, &said)));
    tell::receivers(&work, &row, notices::CLIENT_INFORMATION_REPORT_SUBMITTED).await?;
    let answer = show::whole(work.db(), actor, row).await?;
    work.commit_created(answer).await
}

/// A report tells of clients; but of whom should somebody tell who looks after none (A-CIR-02)?
pub async fn none_to_tell_of(work: &Work<'_>) -> ApiResult<()> {
    if store::has_clients(work.db(), work.actor()).await? {
        return Err(ApiError::field("/entries", field::REQUIRED));
    }
    Ok(())
}
