//! Changes of rights follow each other. What they must keep (no two excluded permissions in one
//! hand, a last administrator) spans people, roles, delegations and the matrix, so locking the rows
//! of one of them would not do; there are few such changes, and one lock cannot deadlock.
use super::guard_entity as entity;
use sea_orm::{DatabaseTransaction, DbErr, EntityTrait, QuerySelect};

/// Wait for the turn; it ends with the transaction.
pub async fn lock(tx: &DatabaseTransaction) -> Result<(), DbErr> {
    entity::Entity::find_by_id(1).lock_exclusive().one(tx).await.map(|_| ())
}
