//! Table `client_submission`.
use super::kinds::SubmissionState;
use crate::archive::kinds::Level;
use crate::{ClientId, SubmissionId};
use kernel::ids::{DepartmentId, PersonId, SiteId};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "client_submission")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: SubmissionId,
    /// Null: of a client that has no file yet.
    pub client_id: Option<ClientId>,
    pub client_name: String,
    #[sea_orm(column_type = "Text")]
    pub payload: String,
    /// Records beside the fields of the file, as JSON; null for none.
    #[sea_orm(column_type = "Text", nullable)]
    pub records: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub note: Option<String>,
    pub state: SubmissionState,
    /// The version of the file that the submitter looked at.
    pub client_version: Option<i64>,
    pub submitted_at: DateTimeUtc,
    pub submitted_by: PersonId,
    pub decided_at: Option<DateTimeUtc>,
    pub decided_by: Option<PersonId>,
    #[sea_orm(column_type = "Text", nullable)]
    pub decision_reason: Option<String>,
    pub owner_id: PersonId,
    pub department_id: Option<DepartmentId>,
    pub site_id: Option<SiteId>,
    pub level: Level,
    pub version: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
