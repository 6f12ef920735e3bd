//! Table `calendar_day`: append-only; the latest version of a date in its layer counts.
use kernel::ids::PersonId;
use sea_orm::entity::prelude::*;

kernel::typed_id! {
    /// One decision about one date.
    CalendarDayId,
}

/// Who speaks about a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text")]
pub enum Layer {
    /// The State Council's announcement, imported for a whole year.
    #[sea_orm(string_value = "NATIONAL")]
    National,
    /// The company's own decision.
    #[sea_orm(string_value = "COMPANY")]
    Company,
}

/// What was decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text")]
pub enum Stored {
    #[sea_orm(string_value = "HOLIDAY")]
    Holiday,
    #[sea_orm(string_value = "MAKE_UP")]
    MakeUp,
    #[sea_orm(string_value = "EXCEPTION")]
    Exception,
    /// The layer no longer speaks about the date.
    #[sea_orm(string_value = "WITHDRAWN")]
    Withdrawn,
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "calendar_day")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: CalendarDayId,
    pub date: Date,
    pub source: Layer,
    /// 1, 2, 3 … for each date and layer.
    pub version: i64,
    pub kind: Stored,
    pub name: String,
    pub name_en: Option<String>,
    /// JSON list of intervals; null: the week pattern's hours, or none.
    #[sea_orm(column_type = "Text", nullable)]
    pub hours: Option<String>,
    pub reason: String,
    pub set_by: PersonId,
    pub set_by_name: String,
    pub set_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
