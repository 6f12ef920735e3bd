//! Table `notification_setting`: when somebody is written to. Who has no row has the usual hours.
use kernel::ids::PersonId;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "notification_setting")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub person_id: PersonId,
    /// Minutes after the company's midnight.
    pub digest_minute: i16,
    /// Both or neither; an end before the beginning is the next morning's.
    pub quiet_from_minute: Option<i16>,
    pub quiet_to_minute: Option<i16>,
    pub updated_at: DateTimeUtc,
    pub version: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
