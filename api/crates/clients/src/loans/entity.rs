//! Table `client_loan`: a request, and the loan card that it becomes (A-BOR-03).
use super::kinds::{LoanKind, LoanState};
use crate::LoanId;
use kernel::ids::{DepartmentId, PersonId, SiteId};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "client_loan")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: LoanId,
    pub number: String,
    pub kind: LoanKind,
    /// What is asked for, in the words of whoever asks: they need not see the files.
    #[sea_orm(column_type = "Text")]
    pub wanted: String,
    #[sea_orm(column_type = "Text")]
    pub purpose: String,
    /// The last day of a loan.
    pub due_on: Option<Date>,
    pub state: LoanState,
    pub requested_by: PersonId,
    pub requested_at: DateTimeUtc,
    /// Bears the responsibility of leadership where it is lost (A-BOR-05).
    pub superior_id: Option<PersonId>,
    pub department_id: Option<DepartmentId>,
    pub site_id: Option<SiteId>,
    /// The highest of the files handed out; 0 until then.
    pub level: i16,
    /// Ids of the files handed out, as a JSON list.
    #[sea_orm(column_type = "Text")]
    pub files: String,
    pub handed_out_by: Option<PersonId>,
    pub handed_out_at: Option<DateTimeUtc>,
    #[sea_orm(column_type = "Text", nullable)]
    pub handed_out_note: Option<String>,
    /// Who took it back, or recorded the loss.
    pub settled_by: Option<PersonId>,
    pub settled_at: Option<DateTimeUtc>,
    #[sea_orm(column_type = "Text", nullable)]
    pub settled_note: Option<String>,
    pub version: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
