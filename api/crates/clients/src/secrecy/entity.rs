//! Table `client_secrecy_acknowledgement`. A row is written once: it is what somebody signed.
use crate::AcknowledgementId;
use kernel::ids::{DepartmentId, PersonId, SiteId};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "client_secrecy_acknowledgement")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: AcknowledgementId,
    pub person_id: PersonId,
    /// How often the text had been set by then; 0: the handbook's own.
    pub text_version: i64,
    /// In whole, so that what was signed can be read whatever becomes of the parameter.
    #[sea_orm(column_type = "Text")]
    pub text: String,
    /// What was typed in confirmation.
    pub confirmation: String,
    pub acknowledged_at: DateTimeUtc,
    /// The last day on which it holds.
    pub valid_until: Date,
    pub department_id: Option<DepartmentId>,
    pub site_id: Option<SiteId>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
