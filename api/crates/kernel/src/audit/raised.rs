//! What the trail said of a part of a record that has become more secret rises with it. How secret an entry
//! is, is no part of what its hash proves. Events name a part by its id and say nothing of it.
use super::entry;
use sea_orm::{ColumnTrait, DatabaseTransaction, DbErr, EntityTrait, QueryFilter, sea_query::Expr};
use uuid::Uuid;

/// Lift what was said of `part` of some records (one, and those that went into it) to a level.
pub async fn raise(
    tx: &DatabaseTransaction,
    records: &[Uuid],
    part: Uuid,
    level: i16,
) -> Result<(), DbErr> {
    let named = part.to_string();
    entry::Entity::update_many()
        .col_expr(entry::Column::Level, Expr::value(level))
        .filter(entry::Column::ResourceId.is_in(records.iter().copied()))
        .filter(entry::Column::Level.lt(level))
        .filter(entry::Column::Changes.contains(&named))
        .exec(tx)
        .await?;
    Ok(())
}
