//! Queries on files. Every one that answers to a caller starts from [`visible_to`].
use super::entity::{ActiveModel, Column, Entity, Model};
use super::kinds::FileStatus;
use super::refusal::Refusal;
use crate::ClientId;
use kernel::access::{Actor, Permission};
use kernel::db::fault;
use kernel::error::ApiResult;
use kernel::search::Index;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, ConnectionTrait, DatabaseTransaction, DbErr,
    EntityTrait, IntoActiveModel, Iterable, ModelTrait, QueryFilter, QueryOrder, QuerySelect,
};

/// Full text of files.
pub const SEARCH: Index = Index { table: "client_search" };

/// The files that exist for somebody under a permission: within its reach, and not above their
/// clearance. Everything else is answered like what is not there.
#[must_use]
pub fn visible_to<P: Permission>(actor: &Actor) -> Condition {
    within_reach::<P>(actor).add(cleared(actor))
}

/// The half of [`visible_to`] about reach.
#[must_use]
pub fn within_reach<P: Permission>(actor: &Actor) -> Condition {
    let reach = actor.reach(P::NAME);
    let within = reach.condition(actor.id, Column::OwnerId, Column::DepartmentId, Column::SiteId);
    Condition::all().add(within)
}

/// The half of [`visible_to`] about confidentiality.
#[must_use]
pub fn cleared(actor: &Actor) -> Condition {
    Condition::all().add(Column::Level.lte(actor.clearance))
}

type ReadClients = crate::ReadClients;

pub async fn find(
    db: &impl ConnectionTrait,
    actor: &Actor,
    id: ClientId,
) -> Result<Option<Model>, DbErr> {
    let visible = visible_to::<ReadClients>(actor);
    Entity::find_by_id(id).filter(visible).one(db).await
}

/// The same, held until the end of the transaction.
pub async fn lock(
    tx: &DatabaseTransaction,
    actor: &Actor,
    id: ClientId,
) -> Result<Option<Model>, DbErr> {
    let visible = visible_to::<ReadClients>(actor);
    Entity::find_by_id(id).filter(visible).lock_exclusive().one(tx).await
}

/// A-CLI-14: one file of a credit code; found before a number is drawn, and by the index for certain.
pub async fn code_is_free(db: &impl ConnectionTrait, code: Option<&str>) -> ApiResult<()> {
    let Some(code) = code else { return Ok(()) };
    let select =
        Entity::find().select_only().column(Column::Id).filter(Column::CreditCode.eq(code));
    let taken =
        select.filter(Column::Status.is_in(FileStatus::AUTHORITATIVE)).into_tuple::<ClientId>();
    if taken.one(db).await?.is_some() { Err(Refusal::Duplicate.into()) } else { Ok(()) }
}

/// Several, held in the order of their ids, so that two who want the same ones never wait for
/// each other.
pub async fn lock_all(
    tx: &DatabaseTransaction,
    actor: &Actor,
    ids: impl IntoIterator<Item = ClientId>,
) -> Result<Vec<Model>, DbErr> {
    Entity::find()
        .filter(Column::Id.is_in(ids))
        .filter(visible_to::<ReadClients>(actor))
        .order_by_asc(Column::Id)
        .lock_exclusive()
        .all(tx)
        .await
}

pub async fn insert(tx: &DatabaseTransaction, row: &Model) -> ApiResult<()> {
    let inserted = Entity::insert(row.clone().into_active_model()).exec_without_returning(tx).await;
    inserted.map(|_| ()).map_err(duplicate)
}

/// Write what differs; untouched columns cost no index.
pub async fn save(tx: &DatabaseTransaction, before: &Model, after: &Model) -> ApiResult<()> {
    let changed = difference(before, after);
    if !changed.is_changed() {
        return Ok(());
    }
    let saved = Entity::update_many().set(changed).filter(Column::Id.eq(after.id)).exec(tx).await;
    saved.map(|_| ()).map_err(duplicate)
}

fn difference(before: &Model, after: &Model) -> ActiveModel {
    let mut changed = after.clone().into_active_model();
    for column in Column::iter() {
        if before.get(column) != after.get(column) {
            changed.reset(column);
        }
    }
    changed
}

/// The unique index on credit codes sees every file, also those that the caller may not; its
/// refusal therefore says nothing about the other file (`CLIENT_DUPLICATE` names whom to ask).
fn duplicate(error: DbErr) -> kernel::error::ApiError {
    match fault::unique_violation(&error) {
        Some(text) if text.contains("credit_code") => Refusal::Duplicate.into(),
        _ => error.into(),
    }
}
