//! Queries on destructions; every one that answers to a caller starts from [`visible_to`].
use super::dto::DestructionFilter;
use super::entity::{Column, Entity, Model};
use super::kinds::DestructionState;
use crate::archive::entity::{Column as FileColumn, Entity as File};
use crate::archive::store::visible_to as files_visible_to;
use crate::{ClientId, DestructionId, ReadClients, ReadDestructions};
use chrono::{DateTime, Utc};
use kernel::access::{Actor, Permission};
use kernel::code;
use kernel::error::ApiResult;
use kernel::http::conditional::IfMatch;
use kernel::visible;
use kernel::work::Work;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, ConnectionTrait, DatabaseTransaction, DbErr,
    EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect, Select, sea_query::Expr,
};
use std::collections::HashMap;
use uuid::Uuid;

/// Those within reach of whoever reads destructions, and those that one has to approve; nothing above
/// one's clearance.
pub fn visible_to(actor: &Actor, at: DateTime<Utc>) -> Condition {
    let mut concerned = Condition::any();
    let reach = actor.reach(ReadDestructions::NAME);
    let place = (Column::OwnerId, Column::DepartmentId, Column::SiteId);
    concerned = concerned.add(reach.condition(actor.id, place.0, place.1, place.2));
    if actor.holds(ReadDestructions::NAME) {
        let approving = approvals::taken_part(actor, at);
        let own = Column::RequestedBy.eq(actor.id);
        concerned = concerned.add(own).add(Column::Id.in_subquery(approving));
    }
    Condition::all().add(Column::Level.lte(actor.clearance)).add(concerned)
}

/// Whether the one of an id exists for somebody, for its approvals.
#[must_use]
pub fn exists(actor: &Actor, at: DateTime<Utc>, id: Expr) -> Expr {
    visible::exists::<Entity>(Column::Id, id, visible_to(actor, at))
}

/// Whether a file was destroyed whose certificate exists for somebody.
pub fn carried_out(actor: &Actor, at: DateTime<Utc>, client: Expr) -> Expr {
    let gone = visible_to(actor, at).add(Column::State.eq(DestructionState::CarriedOut));
    visible::exists::<Entity>(Column::ClientId, client, gone)
}

/// The numbers that those of some files had which were destroyed.
pub async fn numbers(
    db: &impl ConnectionTrait,
    actor: &Actor,
    at: DateTime<Utc>,
    files: Vec<ClientId>,
) -> Result<Vec<(Uuid, String)>, DbErr> {
    Entity::find()
        .select_only()
        .columns([Column::ClientId, Column::ClientNumber])
        .filter(visible_to(actor, at))
        .filter(Column::ClientId.is_in(files))
        .into_tuple()
        .all(db)
        .await
}

pub fn matching(actor: &Actor, filter: &DestructionFilter, at: DateTime<Utc>) -> Select<Entity> {
    let states = filter.state.iter().copied();
    let grounds = filter.ground.iter().copied();
    Entity::find().filter(visible_to(actor, at)).filter(
        Condition::all()
            .add_option((!filter.state.is_empty()).then(|| Column::State.is_in(states)))
            .add_option((!filter.ground.is_empty()).then(|| Column::Ground.is_in(grounds)))
            .add_option(filter.requested_by.map(|id| Column::RequestedBy.eq(id)))
            .add_option(filter.client_id.map(|id| Column::ClientId.eq(id))),
    )
}

pub async fn find(
    db: &impl ConnectionTrait,
    actor: &Actor,
    id: DestructionId,
    at: DateTime<Utc>,
) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id(id).filter(visible_to(actor, at)).one(db).await
}

async fn lock(
    tx: &DatabaseTransaction,
    actor: &Actor,
    id: DestructionId,
    at: DateTime<Utc>,
) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id(id).filter(visible_to(actor, at)).lock_exclusive().one(tx).await
}

/// A destruction, and the version of it that the caller looked at.
pub type Seen = (DestructionId, IfMatch);

/// The one that the caller saw, held until the commit.
pub async fn seen(work: &Work<'_>, (id, version): Seen) -> ApiResult<Model> {
    let row = lock(work.db(), work.actor(), id, work.at()).await?.ok_or(code::NOT_FOUND)?;
    version.check(row.version)?;
    Ok(row)
}

/// Whoever sees it: for the approval that decides about it.
pub async fn hold(tx: &DatabaseTransaction, id: DestructionId) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id(id).lock_exclusive().one(tx).await
}

/// Those of some ids that exist for the caller.
pub async fn some(
    db: &impl ConnectionTrait,
    actor: &Actor,
    ids: impl IntoIterator<Item = DestructionId>,
    at: DateTime<Utc>,
) -> Result<Vec<Model>, DbErr> {
    Entity::find().filter(visible_to(actor, at)).filter(Column::Id.is_in(ids)).all(db).await
}

/// Whether one of some files is proposed and not settled.
pub async fn is_open(
    db: &impl ConnectionTrait,
    files: impl IntoIterator<Item = ClientId>,
) -> Result<bool, DbErr> {
    use DestructionState::{Approved, Requested, SentBack};
    let open = Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(Column::ClientId.is_in(files))
        .filter(Column::State.is_in([Requested, SentBack, Approved]));
    Ok(open.into_tuple::<DestructionId>().one(db).await?.is_some())
}

/// Carried out, with bytes still to be removed.
pub async fn with_leftovers(db: &impl ConnectionTrait) -> Result<Vec<Model>, DbErr> {
    let left = Entity::find().filter(Column::Leftovers.is_not_null());
    left.order_by_asc(Column::Id).all(db).await
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

/// What those of some files are called that are still there and exist for the caller.
pub async fn names(
    db: &impl ConnectionTrait,
    actor: &Actor,
    ids: impl IntoIterator<Item = ClientId>,
) -> Result<HashMap<Uuid, String>, DbErr> {
    let found: Vec<(Uuid, String)> = File::find()
        .select_only()
        .columns([FileColumn::Id, FileColumn::Name])
        .filter(FileColumn::Id.is_in(ids))
        .filter(files_visible_to::<ReadClients>(actor))
        .into_tuple()
        .all(db)
        .await?;
    Ok(found.into_iter().collect())
}
