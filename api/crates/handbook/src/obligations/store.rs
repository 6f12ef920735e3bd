//! Queries on obligations. What is shown starts from [`visible_to`]: an obligation exists for those for
//! whom its record exists.
use super::entity::{Column, Entity, Model};
use super::escalation_entity as escalation;
use super::kinds::ObligationState;
use super::source::Obligations;
use crate::{ObligationId, ReadObligations};
use chrono::{DateTime, Utc};
use kernel::access::{Actor, Permission};
use kernel::ids::PersonId;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, ConnectionTrait, DatabaseTransaction, DbErr,
    EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
    sea_query::{Expr, ExprTrait, LockBehavior, LockType, OnConflict},
};
use std::collections::BTreeSet;
use uuid::Uuid;

/// Rows of one statement; SQLite binds at most 32,766 values.
const CHUNK: usize = 500;

/// Of those whose record somebody may see: their own, what anybody may do who may do what they may, what
/// was escalated to them, and what stands within the reach of their right.
pub fn visible_to(obligations: &Obligations, actor: &Actor, at: DateTime<Utc>) -> Condition {
    let record = || Expr::col((Entity, Column::SubjectId));
    let reach = actor.reach(ReadObligations::NAME);
    let within = reach.condition(actor.id, Column::PersonId, Column::DepartmentId, Column::SiteId);
    let concerned =
        Condition::any().add(within).add(mine(obligations, actor)).add(escalated_to(actor.id));
    Condition::all()
        .add(Column::Level.lte(actor.clearance))
        .add(concerned)
        .add(obligations.visible(actor, at, (Column::SubjectKind, record)))
}

/// Somebody's own, and what anybody may do who may do what they may.
pub fn mine(obligations: &Obligations, actor: &Actor) -> Condition {
    let mut any = Condition::any().add(Column::PersonId.eq(actor.id));
    let pools: BTreeSet<_> = obligations.kinds().filter_map(|(kind, _)| kind.pool).collect();
    for pool in pools.into_iter().filter(|pool| actor.holds(pool)) {
        let reach = actor.reach(pool);
        let within =
            reach.condition(actor.id, Column::PersonId, Column::DepartmentId, Column::SiteId);
        any = any.add(Condition::all().add(Column::Pool.eq(pool)).add(within));
    }
    any
}

pub fn escalated_to(person: PersonId) -> Expr {
    let told = escalation::Entity::find()
        .select_only()
        .column(escalation::Column::ObligationId)
        .filter(escalation::Column::PersonId.eq(person));
    Column::Id.in_subquery(told.into_query())
}

pub async fn find(
    db: &impl ConnectionTrait,
    visible: Condition,
    id: ObligationId,
) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id(id).filter(visible).one(db).await
}

/// The same, held until the end of the transaction.
pub async fn lock(
    tx: &DatabaseTransaction,
    visible: Condition,
    id: ObligationId,
) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id(id).filter(visible).lock_exclusive().one(tx).await
}

/// One, whoever may see it, held until the end of the transaction.
pub async fn hold(tx: &DatabaseTransaction, id: ObligationId) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id(id).lock_exclusive().one(tx).await
}

pub async fn some(
    db: &impl ConnectionTrait,
    visible: Condition,
    ids: &[Uuid],
) -> Result<Vec<Model>, DbErr> {
    Entity::find().filter(visible).filter(Column::Id.is_in(ids.iter().copied())).all(db).await
}

/// Nothing of a kind waits about a record: what a source asks of its records. `subject` is the column that
/// names the record.
pub fn none_waiting(kind: &str, subject: Expr) -> Expr {
    let waiting = Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(Expr::col((Entity, Column::SubjectId)).eq(subject))
        .filter(Column::Kind.eq(kind))
        .filter(Column::State.is_in([ObligationState::Open, ObligationState::Excused]));
    Expr::exists(waiting.into_query()).not()
}

/// Whose obligation of a period is there already, whatever became of it.
pub async fn with_occasion(
    tx: &DatabaseTransaction,
    kind: &str,
    occasion: &str,
) -> Result<BTreeSet<Uuid>, DbErr> {
    let there = Entity::find()
        .select_only()
        .column(Column::SubjectId)
        .filter(Column::Kind.eq(kind))
        .filter(Column::Occasion.eq(occasion));
    Ok(there.into_tuple::<Uuid>().all(tx).await?.into_iter().collect())
}

/// Those about a record in some states, held in the order of their ids.
pub async fn of_subject(
    tx: &DatabaseTransaction,
    subject: Uuid,
    kinds: &[&str],
    states: &[ObligationState],
) -> Result<Vec<Model>, DbErr> {
    Entity::find()
        .filter(Column::SubjectId.eq(subject))
        .filter(Column::Kind.is_in(kinds.iter().copied()))
        .filter(Column::State.is_in(states.iter().copied()))
        .order_by_asc(Column::Id)
        .lock_exclusive()
        .all(tx)
        .await
}

/// Whose moment has come, the longest ago first, held; those that an act holds at the moment wait for the
/// next look, or the two would wait for each other.
pub async fn due(
    tx: &DatabaseTransaction,
    now: DateTime<Utc>,
    most: u64,
) -> Result<Vec<Model>, DbErr> {
    Entity::find()
        .filter(Column::NextAt.lte(now))
        .order_by_asc(Column::NextAt)
        .order_by_asc(Column::Id)
        .limit(most)
        .lock_with_behavior(LockType::Update, LockBehavior::SkipLocked)
        .all(tx)
        .await
}

/// Open of some people and kinds, held.
pub async fn open_of(
    tx: &DatabaseTransaction,
    people: impl IntoIterator<Item = PersonId>,
    kinds: &[&str],
    (now, most): (DateTime<Utc>, u64),
) -> Result<Vec<Model>, DbErr> {
    Entity::find()
        .filter(Column::PersonId.is_in(people))
        .filter(Column::State.eq(ObligationState::Open))
        .filter(Column::Kind.is_in(kinds.iter().copied()))
        // What was missed before they left stays missed.
        .filter(Column::DueAt.gt(now))
        .order_by_asc(Column::Id)
        .limit(most)
        .lock_exclusive()
        .all(tx)
        .await
}

/// Those that are new; the others are there already, whatever became of them. Answers the new ones.
pub async fn insert(tx: &DatabaseTransaction, rows: &[Model]) -> Result<Vec<ObligationId>, DbErr> {
    let mut new = vec![];
    for some in rows.chunks(CHUNK) {
        let ids: Vec<_> = some.iter().map(|row| row.id).collect();
        let rows = some.iter().map(|row| row.clone().into_active_model());
        // Whichever index has it.
        let there = OnConflict::new().do_nothing().to_owned();
        Entity::insert_many(rows).on_conflict(there).exec_without_returning(tx).await?;
        let kept = Entity::find().select_only().column(Column::Id).filter(Column::Id.is_in(ids));
        new.extend(kept.into_tuple::<ObligationId>().all(tx).await?);
    }
    Ok(new)
}

pub async fn save(tx: &DatabaseTransaction, row: &Model) -> Result<(), DbErr> {
    let all = row.clone().into_active_model().reset_all();
    Entity::update_many().set(all).filter(Column::Id.eq(row.id)).exec(tx).await?;
    Ok(())
}

pub async fn escalations(
    db: &impl ConnectionTrait,
    of: impl IntoIterator<Item = ObligationId>,
) -> Result<Vec<escalation::Model>, DbErr> {
    escalation::Entity::find()
        .filter(escalation::Column::ObligationId.is_in(of))
        .order_by_asc(escalation::Column::Id)
        .all(db)
        .await
}

pub async fn escalate(tx: &DatabaseTransaction, rows: Vec<escalation::Model>) -> Result<(), DbErr> {
    if rows.is_empty() {
        return Ok(());
    }
    let rows = rows.into_iter().map(IntoActiveModel::into_active_model);
    escalation::Entity::insert_many(rows).exec_without_returning(tx).await?;
    Ok(())
}
