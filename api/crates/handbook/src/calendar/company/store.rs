use super::day_entity::{self as day, Layer};
use super::pattern_entity as pattern;
use chrono::NaiveDate;
use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel,
    QueryFilter, QueryOrder,
};

/// Rows in one statement; SQLite takes 32,766 parameters.
const CHUNK: usize = 500;

/// Every decision about days, by (date, layer, version).
pub async fn days(db: &impl ConnectionTrait) -> Result<Vec<day::Model>, DbErr> {
    ordered(day::Entity::find()).all(db).await
}

/// The decisions from one date to another, by (date, layer, version).
pub async fn days_between(
    db: &impl ConnectionTrait,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Vec<day::Model>, DbErr> {
    ordered(day::Entity::find().filter(day::Column::Date.between(from, to))).all(db).await
}

fn ordered(query: sea_orm::Select<day::Entity>) -> sea_orm::Select<day::Entity> {
    // COMPANY sorts before NATIONAL; readers go by layer, not by the order of layers.
    query
        .order_by_asc(day::Column::Date)
        .order_by_asc(day::Column::Source)
        .order_by_asc(day::Column::Version)
}

/// Every week pattern, by (date of effect, version).
pub async fn patterns(db: &impl ConnectionTrait) -> Result<Vec<pattern::Model>, DbErr> {
    pattern::Entity::find()
        .order_by_asc(pattern::Column::EffectiveFrom)
        .order_by_asc(pattern::Column::Version)
        .all(db)
        .await
}

/// Append decisions. Two people who decide the same date at once take the same version: the later
/// one is refused by the unique index.
pub async fn append_days(db: &impl ConnectionTrait, rows: Vec<day::Model>) -> Result<(), DbErr> {
    for chunk in rows.chunks(CHUNK) {
        let rows = chunk.iter().map(|row| row.clone().into_active_model().reset_all());
        day::Entity::insert_many(rows).exec_without_returning(db).await?;
    }
    Ok(())
}

pub async fn append_pattern(db: &impl ConnectionTrait, row: pattern::Model) -> Result<(), DbErr> {
    let row = row.into_active_model().reset_all();
    pattern::Entity::insert(row).exec_without_returning(db).await.map(|_| ())
}

/// Append what a first start brings; another process may be starting at the same moment.
pub async fn seed(
    db: &impl ConnectionTrait,
    days: Vec<day::Model>,
    pattern: Option<pattern::Model>,
) -> Result<(), DbErr> {
    let nothing = || OnConflict::new().do_nothing().to_owned();
    for chunk in days.chunks(CHUNK) {
        let rows = chunk.iter().map(|row| row.clone().into_active_model().reset_all());
        day::Entity::insert_many(rows).on_conflict(nothing()).exec_without_returning(db).await?;
    }
    if let Some(row) = pattern {
        let row = row.into_active_model().reset_all();
        pattern::Entity::insert(row).on_conflict(nothing()).exec_without_returning(db).await?;
    }
    Ok(())
}

/// The latest version in a layer of what was decided about one date.
pub fn latest(rows: &[day::Model], date: NaiveDate, layer: Layer) -> Option<&day::Model> {
    let of_date = rows.iter().filter(|row| row.date == date && row.source == layer);
    of_date.max_by_key(|row| row.version)
}
