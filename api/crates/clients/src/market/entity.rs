//! Table `client_market_extract`: each is written once, like the bytes that it names.
use crate::ExtractId;
use kernel::ids::{DepartmentId, PersonId, SiteId};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "client_market_extract")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ExtractId,
    #[sea_orm(column_type = "Text", nullable)]
    pub purpose: Option<String>,
    pub files: i64,
    pub size: i64,
    pub sha256: String,
    /// Files above this level are not in it.
    pub clearance: i16,
    pub taken_at: DateTimeUtc,
    pub taken_by: PersonId,
    pub department_id: Option<DepartmentId>,
    pub site_id: Option<SiteId>,
    /// The certificate of a destruction for which its bytes were removed (A-BOR-06).
    pub destroyed_by: Option<Uuid>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
