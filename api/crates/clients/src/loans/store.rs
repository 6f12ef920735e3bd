//! Queries on loans; every one starts from [`visible_to`].
use super::dto::LoanFile;
use super::dto::LoanFilter;
use super::entity::{Column, Entity, Model};
use super::kinds::LoanState;
use super::rules;
use crate::archive::entity::{Column as FileColumn, Entity as File};
use crate::archive::store::{cleared, visible_to as files_visible_to};
use crate::{ClientId, LoanId, ManageLoans, ReadClients, ReadLoans, RequestLoans};
use chrono::{DateTime, Utc};
use kernel::access::{Actor, Permission};
use kernel::visible;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, ConnectionTrait, DatabaseTransaction, DbErr,
    EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect, Select, sea_query::Expr,
};
use uuid::Uuid;

/// One's own requests, those within reach of whoever keeps or audits loans, and those that one has to
/// approve; nothing above one's clearance, and nothing at all while the undertaking is not signed.
pub fn visible_to(actor: &Actor, at: DateTime<Utc>) -> Condition {
    let (mut concerned, place) =
        (Condition::any(), (Column::RequestedBy, Column::DepartmentId, Column::SiteId));
    for permission in [ManageLoans::NAME, ReadLoans::NAME] {
        let reach = actor.reach(permission);
        concerned = concerned.add(reach.condition(actor.id, place.0, place.1, place.2));
    }
    if actor.holds(RequestLoans::NAME) {
        let approving = approvals::taken_part(actor, at);
        // A-BOR-05: whoever is named as bearing the responsibility of leadership reads what for.
        let responsible = Column::SuperiorId.eq(actor.id);
        let own = Column::RequestedBy.eq(actor.id);
        concerned = concerned.add(own).add(responsible).add(Column::Id.in_subquery(approving));
    }
    Condition::all().add(Column::Level.lte(actor.clearance)).add(concerned)
}

/// Whether the one of an id exists for somebody, for its approvals.
#[must_use]
pub fn exists(actor: &Actor, at: DateTime<Utc>, id: Expr) -> Expr {
    visible::exists::<Entity>(Column::Id, id, visible_to(actor, at))
}

pub fn matching(actor: &Actor, filter: &LoanFilter, at: DateTime<Utc>) -> Select<Entity> {
    let states = filter.state.iter().copied();
    let kinds = filter.kind.iter().copied();
    let late = |day| {
        let out = Column::State.eq(LoanState::HandedOut);
        Condition::all().add(out).add(Column::DueOn.lt(day))
    };
    Entity::find().filter(visible_to(actor, at)).filter(
        Condition::all()
            .add_option((!filter.state.is_empty()).then(|| Column::State.is_in(states)))
            .add_option((!filter.kind.is_empty()).then(|| Column::Kind.is_in(kinds)))
            .add_option(filter.requested_by.map(|id| Column::RequestedBy.eq(id)))
            .add_option(filter.due_before.map(late)),
    )
}

pub async fn find(
    db: &impl ConnectionTrait,
    actor: &Actor,
    id: LoanId,
    at: DateTime<Utc>,
) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id(id).filter(visible_to(actor, at)).one(db).await
}

/// The same, held until the commit.
pub async fn lock(
    tx: &DatabaseTransaction,
    actor: &Actor,
    id: LoanId,
    at: DateTime<Utc>,
) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id(id).filter(visible_to(actor, at)).lock_exclusive().one(tx).await
}

/// Whoever sees it: for the approval that decides about it.
pub async fn hold(tx: &DatabaseTransaction, id: Uuid) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id(LoanId(id)).lock_exclusive().one(tx).await
}

/// Those of some ids that exist for the caller.
pub async fn some(
    db: &impl ConnectionTrait,
    actor: &Actor,
    ids: impl IntoIterator<Item = LoanId>,
    at: DateTime<Utc>,
) -> Result<Vec<Model>, DbErr> {
    Entity::find().filter(visible_to(actor, at)).filter(Column::Id.is_in(ids)).all(db).await
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

/// The files of a card by their numbers: those that somebody is cleared for (a level may have risen
/// since) where the card is theirs, and else those that they see anyway.
pub async fn files(
    db: &impl ConnectionTrait,
    actor: &Actor,
    row: &Model,
    ids: Vec<ClientId>,
) -> Result<Vec<LoanFile>, DbErr> {
    if ids.is_empty() {
        return Ok(vec![]);
    }
    let shown = if rules::shows_files(actor, row) {
        cleared(actor)
    } else {
        files_visible_to::<ReadClients>(actor)
    };
    let rows: Vec<(ClientId, String, String)> = File::find()
        .select_only()
        .columns([FileColumn::Id, FileColumn::Number, FileColumn::Name])
        .filter(FileColumn::Id.is_in(ids))
        .filter(shown)
        .order_by_asc(FileColumn::Number)
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|(id, number, name)| LoanFile { id: id.0, number, name }).collect())
}
