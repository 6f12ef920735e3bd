//! What the trail, the events and whoever was called hear of a call back.
use super::KIND;
use super::entity::Model;
use crate::ReadInformationReports;
use crate::notices;
use kernel::access::{Permission, Place};
use kernel::audit::{Changes, Record, Resource};
use kernel::error::ApiResult;
use kernel::notify::{self, Notice};
use kernel::work::Work;
use serde_json::json;

fn resource(row: &Model) -> Resource {
    Resource::new(KIND, row.id.0, &row.period)
}

fn place(row: &Model) -> Place {
    Place {
        owner_id: Some(row.person_id),
        department_id: row.department_id,
        site_id: row.site_id,
        level: row.level,
    }
}

#[must_use]
pub fn called_back(row: &Model) -> Record {
    let said = json!({
        "person_id": row.person_id, "period": row.period, "note": row.note,
        "called_at": row.called_at,
    });
    Record::new("client-information-report.called-back", resource(row))
        .at(place(row))
        .tell(ReadInformationReports::NAME)
        .changes(Changes::created(&said))
        .data("period", &row.period)
        .data("person_id", row.person_id)
}

pub async fn whoever_was_called(work: &Work<'_>, row: &Model) -> ApiResult<()> {
    let notice = Notice::new(notices::CLIENT_INFORMATION_REPORT_CALLED_BACK, resource(row));
    notify::send(work, &[row.person_id], &notice).await
}
