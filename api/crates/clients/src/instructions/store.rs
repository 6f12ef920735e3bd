//! Queries on instructions; every one starts from [`visible_to`].
use super::dto::InstructionFilter;
use super::entity::{Column, Entity, Model};
use super::kinds::InstructionState;
use crate::archive::entity::{Column as FileColumn, Entity as File};
use crate::archive::kinds::Level;
use crate::archive::store::cleared;
use crate::{InstructionId, ReadOversight};
use chrono::NaiveDate;
use kernel::access::{Actor, Permission};
use kernel::ids::PersonId;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, ConnectionTrait, DatabaseTransaction, DbErr,
    EntityTrait, IntoActiveModel, QueryFilter, QuerySelect, Select,
    sea_query::{Expr, ExprTrait, Func, Query},
};
use std::collections::HashMap;

/// One's own tasks, what one told others to do, and what those within the reach of one's
/// supervision have to do; nothing about files above one's clearance, whatever level the file had
/// when the instruction was given. A task stays its addressee's when the file is handed over: they
/// say so when they settle it.
fn visible_to(actor: &Actor) -> Condition {
    let reach = actor.reach(ReadOversight::NAME);
    let supervised =
        reach.condition(actor.id, Column::GivenTo, Column::DepartmentId, Column::SiteId);
    let concerned = Condition::any()
        .add(Column::GivenTo.eq(actor.id))
        .add(Column::GivenBy.eq(actor.id))
        .add(supervised);
    let file = Query::select()
        .expr(Expr::val(1))
        .from(File)
        .and_where(Expr::col((File, FileColumn::Id)).equals((Entity, Column::ClientId)))
        .cond_where(cleared(actor))
        .to_owned();
    let group =
        Condition::all().add(Column::ClientId.is_null()).add(Column::Level.lte(actor.clearance));
    let cleared = Condition::any().add(Expr::exists(file)).add(group);
    Condition::all().add(cleared).add(concerned)
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

/// What somebody has to do, and how much of it is late.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tasks {
    pub open: u64,
    pub late: u64,
}

impl Tasks {
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self { open: self.open + other.open, late: self.late + other.late }
    }
}

/// Of each who has something to do.
pub async fn open_of_each(
    db: &impl ConnectionTrait,
    actor: &Actor,
    today: NaiveDate,
) -> Result<HashMap<PersonId, Tasks>, DbErr> {
    // Counts what is not null: without a day nothing is late.
    let late = Expr::case(Column::DueOn.lt(today), 1);
    let rows = Entity::find()
        .select_only()
        .column(Column::GivenTo)
        .column_as(Expr::cust("COUNT(*)"), "open")
        .column_as(Expr::expr(Func::count(late)), "late")
        .filter(visible_to(actor))
        .filter(Column::State.eq(InstructionState::Open))
        .group_by(Column::GivenTo)
        .into_tuple::<(PersonId, i64, i64)>()
        .all(db)
        .await?;
    let whole = |number: i64| u64::try_from(number).unwrap_or_default();
    let counted = |(person, open, late): (PersonId, i64, i64)| {
        (person, Tasks { open: whole(open), late: whole(late) })
    };
    Ok(rows.into_iter().map(counted).collect())
}

/// How secret what it is about is by now: the file's level, or the group's.
pub async fn level(db: &impl ConnectionTrait, row: &Model) -> Result<Level, DbErr> {
    let Some(id) = row.client_id else { return Ok(row.level) };
    let file = File::find_by_id(id).select_only().column(FileColumn::Level).into_tuple();
    Ok(file.one(db).await?.unwrap_or(row.level))
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
