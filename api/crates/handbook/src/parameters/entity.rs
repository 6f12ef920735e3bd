//! Table `parameter_value`: append-only; the latest version for the latest date counts.
use kernel::ids::PersonId;
use sea_orm::entity::prelude::*;

kernel::typed_id! {
    /// One setting of a parameter; decisions store it as the version they used.
    ParameterValueId,
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "parameter_value")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ParameterValueId,
    pub key: String,
    /// 1, 2, 3 … for each key, in the order of setting.
    pub version: i64,
    #[sea_orm(column_type = "Text")]
    pub value: String,
    pub effective_from: Date,
    pub reason: String,
    pub set_by: PersonId,
    pub set_by_name: String,
    pub set_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
