//! Queries on the register; every one starts from [`visible_to`].
use super::entity::{Column, Entity, Model};
use crate::{ExtractId, TakeMarketExtracts};
use kernel::access::{Actor, Permission};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait,
    IntoActiveModel, QueryFilter, Select,
};

/// An extract stands where whoever took it stood, and is not for those who read less high.
fn visible_to(actor: &Actor) -> Condition {
    let reach = actor.reach(TakeMarketExtracts::NAME);
    Condition::all()
        .add(reach.condition(actor.id, Column::TakenBy, Column::DepartmentId, Column::SiteId))
        .add(Column::Clearance.lte(actor.clearance))
}

#[must_use]
pub fn register(actor: &Actor) -> Select<Entity> {
    Entity::find().filter(visible_to(actor))
}

pub async fn find(
    db: &impl ConnectionTrait,
    actor: &Actor,
    id: ExtractId,
) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id(id).filter(visible_to(actor)).one(db).await
}

pub async fn insert(tx: &DatabaseTransaction, row: Model) -> Result<(), DbErr> {
    Entity::insert(row.into_active_model()).exec_without_returning(tx).await?;
    Ok(())
}
