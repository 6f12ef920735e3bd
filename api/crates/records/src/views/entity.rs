//! Table `saved_view`.
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "saved_view")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub owner_id: Uuid,
    /// The team of a `TEAM` view: its owner's department when it was shared.
    pub department_id: Option<Uuid>,
    pub list: String,
    pub name: String,
    pub visibility: String,
    /// Query string of the list's address.
    #[sea_orm(column_type = "Text")]
    pub query: String,
    /// List of columns, as JSON.
    #[sea_orm(column_type = "Text")]
    pub columns: String,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
    pub version: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
