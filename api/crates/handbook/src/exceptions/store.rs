//! Queries on exceptions. What is shown starts from [`visible_to`]: one about a record that does not exist
//! for somebody does not exist for them either.
use super::entity::{Column, Entity, Model};
use super::kinds::{ExceptionKind, ExceptionState};
use crate::obligations::Obligations;
use crate::{DecideExceptions, ExceptionId, ObligationId, ReadExceptions};
use chrono::{DateTime, NaiveDate, Utc};
use kernel::access::{Actor, Permission};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, ConnectionTrait, DatabaseTransaction, DbErr,
    EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::Expr,
};
use uuid::Uuid;

/// One's own, and those within the reach of one's rights.
pub fn visible_to(obligations: &Obligations, actor: &Actor, at: DateTime<Utc>) -> Condition {
    let record = || Expr::col((Entity, Column::SubjectId));
    let mut concerned =
        Condition::any().add(Column::RequestedBy.eq(actor.id)).add(Column::PersonId.eq(actor.id));
    for permission in [ReadExceptions::NAME, DecideExceptions::NAME] {
        let reach = actor.reach(permission);
        let place = (Column::PersonId, Column::DepartmentId, Column::SiteId);
        concerned = concerned.add(reach.condition(actor.id, place.0, place.1, place.2));
    }
    Condition::all()
        .add(Column::Level.lte(actor.clearance))
        .add(concerned)
        .add(obligations.visible(actor, at, (Column::SubjectKind, record)))
}

pub async fn find(
    db: &impl ConnectionTrait,
    visible: Condition,
    id: ExceptionId,
) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id(id).filter(visible).one(db).await
}

/// The same, held until the end of the transaction.
pub async fn lock(
    tx: &DatabaseTransaction,
    visible: Condition,
    id: ExceptionId,
) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id(id).filter(visible).lock_exclusive().one(tx).await
}

/// Of one obligation, the latest first.
pub async fn of_obligation(
    db: &impl ConnectionTrait,
    visible: Condition,
    id: ObligationId,
    most: u64,
) -> Result<Vec<Model>, DbErr> {
    Entity::find()
        .filter(visible)
        .filter(Column::ObligationId.eq(id))
        .order_by_desc(Column::Id)
        .limit(most)
        .all(db)
        .await
}

pub async fn asked(db: &impl ConnectionTrait, id: ObligationId) -> Result<bool, DbErr> {
    let waiting = Entity::find()
        .filter(Column::ObligationId.eq(id))
        .filter(Column::State.eq(ExceptionState::Requested));
    Ok(waiting.count(db).await? > 0)
}

/// Those that excuse obligations of a kind about some records on a day.
pub async fn in_force(
    db: &impl ConnectionTrait,
    kind: &str,
    subjects: &[Uuid],
    on: NaiveDate,
) -> Result<Vec<Model>, DbErr> {
    Entity::find()
        .filter(Column::SubjectId.is_in(subjects.iter().copied()))
        .filter(Column::Kind.eq(ExceptionKind::Obligation))
        .filter(Column::About.eq(kind))
        .filter(Column::State.eq(ExceptionState::Approved))
        .filter(Column::ExpiresOn.gte(on))
        .all(db)
        .await
}

/// Those that still wait about some obligations, held in the order of their ids.
pub async fn waiting(
    tx: &DatabaseTransaction,
    of: impl IntoIterator<Item = ObligationId>,
) -> Result<Vec<Model>, DbErr> {
    Entity::find()
        .filter(Column::ObligationId.is_in(of))
        .filter(Column::State.eq(ExceptionState::Requested))
        .order_by_asc(Column::Id)
        .lock_exclusive()
        .all(tx)
        .await
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
