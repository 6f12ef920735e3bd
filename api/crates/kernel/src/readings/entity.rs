//! Table `reading`: who read which classified record, in what way, at which level; append-only.
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "reading")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// `client`.
    pub resource_type: String,
    pub resource_id: Uuid,
    pub person_id: Uuid,
    /// Through what: `SESSION`, `API_KEY`.
    pub via: String,
    pub way: super::ReadingWay,
    /// Of the record as it was read.
    pub level: i16,
    /// Beginning of the half hour: a record that somebody keeps open is read once in it.
    pub period: DateTimeUtc,
    /// The first time within the period.
    pub read_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
