//! What the trail, the events and the people concerned hear of a report.
use super::dto::ReportInput;
use super::entity::Model;
use super::{KIND, rules};
use crate::{ReadInformationReports, ReceiveInformationReports};
use kernel::access::Permission;
use kernel::audit::{Changes, Record, Resource};
use kernel::error::ApiResult;
use kernel::notify::{self, Notice, NoticeKind};
use kernel::work::Work;

fn resource(row: &Model) -> Resource {
    Resource::new(KIND, row.id.0, &row.number)
}

#[must_use]
pub fn record(action: &'static str, row: &Model) -> Record {
    Record::new(action, resource(row))
        .at(rules::place(row))
        .tell(ReadInformationReports::NAME)
        .data("state", row.state)
        .data("period", &row.period)
}

/// The first version of what it says.
#[must_use]
pub fn submitted(row: &Model, input: &ReportInput) -> Record {
    record("client-information-report.submitted", row).changes(Changes::created(input))
}

/// What its author says instead.
#[must_use]
pub fn updated(row: &Model, before: &ReportInput, after: &ReportInput) -> Record {
    record("client-information-report.updated", row).changes(Changes::between(before, after))
}

/// Customer service, as far as it takes reports in there.
pub async fn receivers(work: &Work<'_>, row: &Model, kind: &'static NoticeKind) -> ApiResult<()> {
    let right = ReceiveInformationReports::NAME;
    let holders = identity::people::holders_of(work.db(), [right], work.at()).await?;
    let place = rules::place(row);
    let may = identity::people::who_may(work.db(), &holders, right, &place, work.at()).await?;
    let people: Vec<_> = may.into_iter().filter(|id| *id != row.person_id).collect();
    notify::send(work, &people, &Notice::new(kind, resource(row))).await
}

/// Whoever wrote it.
pub async fn author(work: &Work<'_>, row: &Model, kind: &'static NoticeKind) -> ApiResult<()> {
    notify::send(work, &[row.person_id], &Notice::new(kind, resource(row))).await
}
