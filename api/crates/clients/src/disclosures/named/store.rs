//! Queries on the files of disclosures; whoever asks was found to see the disclosure or the file.
use super::entity::{Column, Entity, Model};
use crate::archive::entity::{Column as FileColumn, Entity as Files, Model as File};
use crate::archive::store::visible_to;
use crate::disclosures::entity::{Column as DisclosureColumn, Entity as Disclosures};
use crate::disclosures::kinds::DisclosureState;
use crate::{AttachmentId, ClientId, DisclosureId, ReadClients};
use chrono::{DateTime, Utc};
use kernel::access::Actor;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait,
    IntoActiveModel, JoinType, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, RelationDef,
    Select,
};
use std::collections::{BTreeSet, HashMap};

/// In the order in which they were named.
pub async fn of(db: &impl ConnectionTrait, id: DisclosureId) -> Result<Vec<Model>, DbErr> {
    let found = Entity::find().filter(Column::DisclosureId.eq(id));
    found.order_by_asc(Column::Position).order_by_asc(Column::Id).all(db).await
}

/// Those that exist for somebody, by id, of the disclosures of a page.
pub async fn visible(
    db: &impl ConnectionTrait,
    actor: &Actor,
    rows: &[Model],
) -> Result<HashMap<ClientId, File>, DbErr> {
    if rows.is_empty() {
        return Ok(HashMap::new());
    }
    let found = Files::find()
        .filter(FileColumn::Id.is_in(rows.iter().map(|row| row.client_id)))
        .filter(visible_to::<ReadClients>(actor));
    Ok(found.all(db).await?.into_iter().map(|file| (file.id, file)).collect())
}

/// The files of a disclosure as they are from now on.
pub async fn replace(
    tx: &DatabaseTransaction,
    id: DisclosureId,
    rows: Vec<Model>,
) -> Result<(), DbErr> {
    Entity::delete_many().filter(Column::DisclosureId.eq(id)).exec(tx).await?;
    let rows = rows.into_iter().map(IntoActiveModel::into_active_model);
    Entity::insert_many(rows).exec_without_returning(tx).await?;
    Ok(())
}

pub async fn save(tx: &DatabaseTransaction, row: &Model) -> Result<(), DbErr> {
    let all = row.clone().into_active_model().reset_all();
    Entity::update_many().set(all).filter(Column::Id.eq(row.id)).exec(tx).await?;
    Ok(())
}

/// Everything that rests on one paper, as far as its consent was not revoked.
pub async fn resting_on(
    db: &impl ConnectionTrait,
    paper: AttachmentId,
) -> Result<Vec<Model>, DbErr> {
    Entity::find()
        .filter(Column::AttachmentId.eq(paper))
        .filter(Column::RevokedAt.is_null())
        .order_by_asc(Column::Id)
        .all(db)
        .await
}

/// Those of some papers whose consent a client has revoked, for whatever it was recorded.
pub async fn revoked(
    db: &impl ConnectionTrait,
    papers: impl IntoIterator<Item = AttachmentId>,
) -> Result<BTreeSet<AttachmentId>, DbErr> {
    let found: Vec<Option<AttachmentId>> = Entity::find()
        .select_only()
        .column(Column::AttachmentId)
        .filter(Column::AttachmentId.is_in(papers))
        .filter(Column::RevokedAt.is_not_null())
        .into_tuple()
        .all(db)
        .await?;
    Ok(found.into_iter().flatten().collect())
}

fn with_disclosure(files: &[ClientId]) -> Select<Entity> {
    let to: RelationDef =
        Entity::belongs_to(Disclosures).from(Column::DisclosureId).to(DisclosureColumn::Id).into();
    let of = Column::ClientId.is_in(files.iter().copied());
    Entity::find().join(JoinType::InnerJoin, to).filter(of)
}

/// Whether something of one of some files is to be provided and not settled: it is in use (A-BOR-07).
pub async fn open(db: &impl ConnectionTrait, files: &[ClientId]) -> Result<bool, DbErr> {
    let open = with_disclosure(files).filter(DisclosureColumn::State.is_in(DisclosureState::OPEN));
    Ok(open.count(db).await? > 0)
}

type Moment = Option<DateTime<Utc>>;

/// When somebody last asked to provide something of some files, or did.
pub async fn disclosed_last(
    db: &impl ConnectionTrait,
    files: &[ClientId],
) -> Result<Moment, DbErr> {
    let moments: Option<(Moment, Moment)> = with_disclosure(files)
        .select_only()
        .column_as(DisclosureColumn::RequestedAt.max(), "asked")
        .column_as(DisclosureColumn::ProvidedAt.max(), "provided")
        .into_tuple()
        .one(db)
        .await?;
    Ok(moments.and_then(|(asked, provided)| asked.max(provided)))
}
