//! Table `week_pattern`: append-only; the latest version for a date of effect counts.
use kernel::ids::PersonId;
use sea_orm::entity::prelude::*;

kernel::typed_id! {
    /// The working hours of the weekdays from a date on.
    WeekPatternId,
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "week_pattern")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: WeekPatternId,
    pub effective_from: Date,
    /// 1, 2, 3 … for each date of effect.
    pub version: i64,
    /// JSON: seven lists of intervals, Monday first.
    #[sea_orm(column_type = "Text")]
    pub days: String,
    pub reason: String,
    pub set_by: PersonId,
    pub set_by_name: String,
    pub set_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
