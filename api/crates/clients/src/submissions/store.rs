//! Queries on submissions; every one starts from [`visible_to`].
use super::dto::SubmissionFilter;
use super::entity::{Column, Entity, Model};
use crate::archive::entity::{Column as FileColumn, Entity as File, Model as FileModel};
use crate::archive::store::visible_to as files_visible_to;
use crate::{
    ClientId, CollectClients, CreateGroupBuyClients, MaintainClients, ReadOversight, SubmissionId,
};
use kernel::access::{Actor, Permission};
use kernel::ids::PersonId;
use kernel::visible;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, ConnectionTrait, DatabaseTransaction, DbErr,
    EntityTrait, FromQueryResult, IntoActiveModel, QueryFilter, QuerySelect, Select,
    sea_query::{Expr, ExprTrait, Query},
};
use std::collections::HashMap;

/// Whose holders read what was handed in within their reach.
const READING: [&str; 4] =
    [CollectClients::NAME, MaintainClients::NAME, CreateGroupBuyClients::NAME, ReadOversight::NAME];

/// A submission about a file exists for those who collect, keep or supervise that file, whoever owns
/// it by now; one of a client without a file for its submitter, for those who would keep it and for
/// those who supervise that (A-CLI-04): what they are told waits, they can read.
fn visible_to(actor: &Actor) -> Condition {
    let files = Condition::any()
        .add(files_visible_to::<CollectClients>(actor))
        .add(files_visible_to::<MaintainClients>(actor))
        .add(files_visible_to::<CreateGroupBuyClients>(actor))
        .add(files_visible_to::<ReadOversight>(actor));
    let mut new = Condition::any().add(Column::SubmittedBy.eq(actor.id));
    for permission in READING {
        let reach = actor.reach(permission);
        let place = (Column::OwnerId, Column::DepartmentId, Column::SiteId);
        new = new.add(reach.condition(actor.id, place.0, place.1, place.2));
    }
    let new = Condition::all()
        .add(Column::ClientId.is_null())
        .add(Column::Level.lte(actor.clearance))
        .add(new);
    Condition::any().add(about_a_file(files)).add(new)
}

/// Whether the submission of an id exists for somebody, as a condition.
pub fn exists(actor: &Actor, id: Expr) -> Expr {
    visible::exists::<Entity>(Column::Id, id, visible_to(actor))
}

/// It is about a file, and one of these.
fn about_a_file(files: Condition) -> Expr {
    let file = Query::select()
        .expr(Expr::val(1))
        .from(File)
        .and_where(Expr::col((File, FileColumn::Id)).equals((Entity, Column::ClientId)))
        .cond_where(files)
        .to_owned();
    Expr::exists(file)
}

pub fn matching(actor: &Actor, filter: &SubmissionFilter) -> Select<Entity> {
    let states = filter.state.iter().copied();
    let in_state = (!filter.state.is_empty()).then(|| Column::State.is_in(states));
    Entity::find().filter(visible_to(actor)).filter(
        Condition::all()
            .add_option(in_state)
            .add_option(filter.client_id.map(|id| Column::ClientId.eq(id)))
            .add_option(filter.submitted_by.map(|id| Column::SubmittedBy.eq(id)))
            .add_option(filter.owner_id.map(owned_by)),
    )
}

/// As supervision counts them: by the owner of the file now, by the submitter while there is none.
fn owned_by(owner: PersonId) -> Condition {
    let file = about_a_file(Condition::all().add(FileColumn::OwnerId.eq(owner)));
    let new = Condition::all().add(Column::ClientId.is_null()).add(Column::OwnerId.eq(owner));
    Condition::any().add(file).add(new)
}

pub async fn find(
    db: &impl ConnectionTrait,
    actor: &Actor,
    id: SubmissionId,
) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id(id).filter(visible_to(actor)).one(db).await
}

/// The same, held until the end of the transaction.
pub async fn lock(
    tx: &DatabaseTransaction,
    actor: &Actor,
    id: SubmissionId,
) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id(id).filter(visible_to(actor)).lock_exclusive().one(tx).await
}

/// Those of some ids that exist for the caller.
pub async fn some(
    db: &impl ConnectionTrait,
    actor: &Actor,
    ids: impl IntoIterator<Item = SubmissionId>,
) -> Result<Vec<Model>, DbErr> {
    Entity::find().filter(visible_to(actor)).filter(Column::Id.is_in(ids)).all(db).await
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

/// A file, in a line of the list.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Named {
    pub id: ClientId,
    pub number: String,
    pub name: String,
    pub version: i64,
}

/// The files of a page of submissions; that they may be seen, the submissions' own scope has said.
pub async fn files(
    db: &impl ConnectionTrait,
    ids: impl IntoIterator<Item = ClientId>,
) -> Result<HashMap<ClientId, Named>, DbErr> {
    let ids: Vec<_> = ids.into_iter().collect();
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let found: Vec<Named> = File::find()
        .select_only()
        .columns([FileColumn::Id, FileColumn::Number, FileColumn::Name, FileColumn::Version])
        .filter(FileColumn::Id.is_in(ids))
        .into_model()
        .all(db)
        .await?;
    Ok(found.into_iter().map(|file| (file.id, file)).collect())
}

/// The whole file of a submission that was found.
pub async fn file(db: &impl ConnectionTrait, row: &Model) -> Result<Option<FileModel>, DbErr> {
    match row.client_id {
        Some(id) => File::find_by_id(id).one(db).await,
        None => Ok(None),
    }
}
