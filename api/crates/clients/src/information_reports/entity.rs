//! Table `client_information_report`: one of a person and month.
use super::kinds::InformationReportState;
use crate::InformationReportId;
use kernel::ids::{DepartmentId, PersonId, SiteId};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "client_information_report")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: InformationReportId,
    pub number: String,
    /// The month in whose first week it is due, `2026-12`.
    pub period: String,
    /// Its author.
    pub person_id: PersonId,
    pub department_id: Option<DepartmentId>,
    pub site_id: Option<SiteId>,
    #[sea_orm(column_type = "Text")]
    pub summary: String,
    #[sea_orm(column_type = "Text", nullable)]
    pub discoveries: Option<String>,
    pub state: InformationReportState,
    /// The first time, whatever was sent back since: what counts as late does not change.
    pub submitted_at: DateTimeUtc,
    pub resubmitted_at: Option<DateTimeUtc>,
    /// By the calendar of the day on which it was submitted.
    pub due_at: DateTimeUtc,
    pub late: bool,
    pub received_by: Option<PersonId>,
    pub received_at: Option<DateTimeUtc>,
    #[sea_orm(column_type = "Text", nullable)]
    pub receive_note: Option<String>,
    pub sent_back_by: Option<PersonId>,
    pub sent_back_at: Option<DateTimeUtc>,
    #[sea_orm(column_type = "Text", nullable)]
    pub sent_back_reason: Option<String>,
    /// The highest of the files that it names, as of the last act. Who sees it is judged by the files
    /// themselves.
    pub level: i16,
    /// What it told of a file that was destroyed stays as secret as that was (A-BOR-06).
    pub level_floor: i16,
    pub version: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
