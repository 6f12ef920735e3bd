//! Queries on plans. A plan is about the whole company and exists for everybody who supervises;
//! its figures do not (see `rules::sees_whole`).
use super::dto::PlanFilter;
use super::entity::{Column, Entity, Model};
use super::kinds::PlanState;
use crate::PlanId;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, ConnectionTrait, DatabaseTransaction, DbErr,
    EntityTrait, IntoActiveModel, QueryFilter, QuerySelect, Select,
};

pub fn matching(filter: &PlanFilter) -> Select<Entity> {
    let states = filter.state.iter().copied();
    let in_state = (!filter.state.is_empty()).then(|| Column::State.is_in(states));
    let period = filter.period.as_deref().map(|period| Column::Period.eq(period));
    Entity::find().filter(Condition::all().add_option(in_state).add_option(period))
}

pub async fn find(db: &impl ConnectionTrait, id: PlanId) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id(id).one(db).await
}

/// The same, held until the end of the transaction.
pub async fn lock(tx: &DatabaseTransaction, id: PlanId) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id(id).lock_exclusive().one(tx).await
}

/// Whether a plan of the period is in force.
pub async fn in_force(db: &impl ConnectionTrait, period: &str) -> Result<bool, DbErr> {
    let found = Entity::find()
        .filter(Column::Period.eq(period))
        .filter(Column::State.eq(PlanState::Confirmed));
    Ok(found.one(db).await?.is_some())
}

pub async fn insert(tx: &DatabaseTransaction, row: Model) -> Result<(), DbErr> {
    Entity::insert(row.into_active_model()).exec_without_returning(tx).await?;
    Ok(())
}

pub async fn save(tx: &DatabaseTransaction, row: &Model) -> Result<(), DbErr> {
    let all = row.clone().into_active_model().reset_all();
    Entity::update_many().set(all).filter(Column::Id.eq(row.id)).exec(tx).await?;
    Ok(())
}
