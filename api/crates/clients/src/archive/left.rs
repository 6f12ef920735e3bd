//! Files whose owner has left (A-CLI-01: each archive has a person who looks after it).
use super::entity::Column;
use super::filter::ClientFilter;
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, DbErr};

/// What `owner_left` asks for; who has left is known to another area.
pub async fn condition(
    db: &impl ConnectionTrait,
    filter: &ClientFilter,
) -> Result<Condition, DbErr> {
    let Some(left) = filter.owner_left else { return Ok(Condition::all()) };
    let gone = identity::people::disabled(db).await?;
    let owner = Column::OwnerId;
    Ok(Condition::all().add(if left { owner.is_in(gone) } else { owner.is_not_in(gone) }))
}
