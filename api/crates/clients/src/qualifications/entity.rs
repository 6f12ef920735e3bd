//! Table `client_qualification`.
use super::kinds::QualificationKind;
use crate::{ClientId, QualificationId};
use kernel::ids::PersonId;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "client_qualification")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: QualificationId,
    pub client_id: ClientId,
    pub kind: QualificationKind,
    pub name: String,
    pub number: Option<String>,
    pub issued_by: Option<String>,
    pub valid_from: Option<Date>,
    /// Null: without a term.
    pub valid_until: Option<Date>,
    pub created_at: DateTimeUtc,
    pub created_by: PersonId,
    pub updated_at: DateTimeUtc,
    /// Taken out; nothing is deleted.
    pub removed_at: Option<DateTimeUtc>,
    pub removed_by: Option<PersonId>,
    #[sea_orm(column_type = "Text", nullable)]
    pub remove_reason: Option<String>,
    pub version: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
