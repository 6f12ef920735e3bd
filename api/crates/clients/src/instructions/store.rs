//! Queries on instructions; every one starts from [`visible_to`].
use super::dto::InstructionFilter;
use super::entity::{Column, Entity, Model};
use super::kinds::InstructionState;
use crate::{InstructionId, ReadOversight};
use chrono::NaiveDate;
use kernel::access::{Actor, Permission};
use kernel::http::paging::COUNT_CAP;
use kernel::ids::PersonId;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, ConnectionTrait, DatabaseTransaction, DbErr,
    EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Select,
    sea_query::Expr,
};
use std::collections::HashMap;

/// One's own tasks, what one told others to do, and what those within the reach of one's
/// supervision have to do; nothing about files above one's clearance.
fn visible_to(actor: &Actor) -> Condition {
    let reach = actor.reach(ReadOversight::NAME);
    let supervised =
        reach.condition(actor.id, Column::GivenTo, Column::DepartmentId, Column::SiteId);
    let concerned = Condition::any()
        .add(Column::GivenTo.eq(actor.id))
        .add(Column::GivenBy.eq(actor.id))
        .add(supervised);
    Condition::all().add(Column::Level.lte(actor.clearance)).add(concerned)
}

pub fn matching(actor: &Actor, filter: &InstructionFilter) -> Select<Entity> {
    let states = filter.state.iter().copied();
    let in_state = (!filter.state.is_empty()).then(|| Column::State.is_in(states));
    Entity::find().filter(visible_to(actor)).filter(
        Condition::all()
            .add_option(in_state)
            .add_option(filter.given_to.map(|id| Column::GivenTo.eq(id)))
            .add_option(filter.client_id.map(|id| Column::ClientId.eq(id)))
            .add_option(filter.due_before.map(|day| Column::DueOn.lt(day))),
    )
}

/// Newest first.
pub async fn page(
    db: &impl ConnectionTrait,
    matching: Select<Entity>,
    after: Option<InstructionId>,
    rows: u64,
) -> Result<Vec<Model>, DbErr> {
    let after = after.map(|id| Column::Id.lt(id));
    matching
        .filter(Condition::all().add_option(after))
        .order_by_desc(Column::Id)
        .limit(rows)
        .all(db)
        .await
}

/// How many match, no further than lists count.
pub async fn count(db: &impl ConnectionTrait, matching: Select<Entity>) -> Result<u64, DbErr> {
    matching.limit(COUNT_CAP).count(db).await
}

pub async fn find(
    db: &impl ConnectionTrait,
    actor: &Actor,
    id: InstructionId,
) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id(id).filter(visible_to(actor)).one(db).await
}

/// The same, held until the end of the transaction.
pub async fn lock(
    tx: &DatabaseTransaction,
    actor: &Actor,
    id: InstructionId,
) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id(id).filter(visible_to(actor)).lock_exclusive().one(tx).await
}

/// Those of some ids that exist for the caller.
pub async fn some(
    db: &impl ConnectionTrait,
    actor: &Actor,
    ids: impl IntoIterator<Item = InstructionId>,
) -> Result<Vec<Model>, DbErr> {
    Entity::find().filter(visible_to(actor)).filter(Column::Id.is_in(ids)).all(db).await
}

/// How many each has to do, and how many of them are late.
pub async fn open_of_each(
    db: &impl ConnectionTrait,
    actor: &Actor,
    today: NaiveDate,
) -> Result<HashMap<PersonId, (u64, u64)>, DbErr> {
    let rows = Entity::find()
        .select_only()
        .column(Column::GivenTo)
        .column_as(Expr::cust("COUNT(*)"), "open")
        .filter(visible_to(actor))
        .filter(Column::State.eq(InstructionState::Open))
        .group_by(Column::GivenTo)
        .into_tuple::<(PersonId, i64)>();
    let late = Entity::find()
        .select_only()
        .column(Column::GivenTo)
        .column_as(Expr::cust("COUNT(*)"), "late")
        .filter(visible_to(actor))
        .filter(Column::State.eq(InstructionState::Open))
        .filter(Column::DueOn.lt(today))
        .group_by(Column::GivenTo)
        .into_tuple::<(PersonId, i64)>();
    let late: HashMap<_, _> = late.all(db).await?.into_iter().collect();
    let whole = |number: i64| u64::try_from(number).unwrap_or_default();
    let counted = |(person, open): (PersonId, i64)| {
        (person, (whole(open), whole(late.get(&person).copied().unwrap_or_default())))
    };
    Ok(rows.all(db).await?.into_iter().map(counted).collect())
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
