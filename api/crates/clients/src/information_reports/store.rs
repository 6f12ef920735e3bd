//! Queries on reports; every one starts from [`visible_to`].
use super::dto::ReportFilter;
use super::entity::{Column, Entity, Model};
use super::entries::entity::{Column as EntryColumn, Entity as Entry};
use super::refusal::Refusal;
use crate::archive::entity::{Column as FileColumn, Entity as File};
use crate::archive::kinds::{FileStatus, Level};
use crate::archive::store::visible_to as files_visible_to;
use crate::{
    ClientId, InformationReportId, ReadClients, ReadInformationReports, SubmitInformationReports,
};
use kernel::access::{Actor, Permission};
use kernel::db::fault;
use kernel::error::ApiResult;
use kernel::ids::PersonId;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, ConnectionTrait, DatabaseTransaction, DbErr,
    EntityTrait, IntoActiveModel, JoinType, QueryFilter, QuerySelect, RelationDef, Select,
    sea_query::{Expr, ExprTrait, Query},
};
use std::collections::HashMap;

/// One's own reports, and those within the reach of whoever reads them; none that names a file above
/// one's clearance, whatever level the file had when the report was written.
pub fn visible_to(actor: &Actor) -> Condition {
    let reach = actor.reach(ReadInformationReports::NAME);
    let place = (Column::PersonId, Column::DepartmentId, Column::SiteId);
    let mut concerned = Condition::any().add(reach.condition(actor.id, place.0, place.1, place.2));
    if actor.holds(SubmitInformationReports::NAME) {
        concerned = concerned.add(Column::PersonId.eq(actor.id));
    }
    // What is told of clients is secret by itself.
    let cleared = Expr::val(Level::Secret.rank()).lte(actor.clearance);
    let floor = Column::LevelFloor.lte(actor.clearance);
    Condition::all()
        .add(cleared)
        .add(floor)
        .add(Expr::exists(named_above(actor)).not())
        .add(concerned)
}

/// The entries of a report that name a file above somebody's clearance.
pub fn named_above(actor: &Actor) -> sea_orm::sea_query::SelectStatement {
    Query::select()
        .expr(Expr::val(1))
        .from(Entry)
        .inner_join(File, Expr::col((File, FileColumn::Id)).equals((Entry, EntryColumn::ClientId)))
        .and_where(Expr::col((Entry, EntryColumn::ReportId)).equals((Entity, Column::Id)))
        .and_where(Expr::col((File, FileColumn::Level)).gt(actor.clearance))
        .to_owned()
}

pub fn matching(actor: &Actor, filter: &ReportFilter) -> Select<Entity> {
    let states = filter.state.iter().copied();
    let period = filter.period.as_deref().map(|period| Column::Period.eq(period));
    Entity::find().filter(visible_to(actor)).filter(
        Condition::all()
            .add_option(period)
            .add_option(filter.person_id.map(|id| Column::PersonId.eq(id)))
            .add_option((!filter.state.is_empty()).then(|| Column::State.is_in(states)))
            .add_option(filter.late.map(|late| Column::Late.eq(late))),
    )
}

pub async fn find(
    db: &impl ConnectionTrait,
    actor: &Actor,
    id: InformationReportId,
) -> ApiResult<Option<Model>> {
    let row = Entity::find_by_id(id).filter(visible_to(actor)).one(db).await?;
    levelled(db, row).await
}

/// The same, held until the end of the transaction.
pub async fn lock(
    tx: &DatabaseTransaction,
    actor: &Actor,
    id: InformationReportId,
) -> ApiResult<Option<Model>> {
    let held = Entity::find_by_id(id).filter(visible_to(actor)).lock_exclusive();
    let row = held.one(tx).await?;
    levelled(tx, row).await
}

/// With the level of the files as they are now.
async fn levelled(db: &impl ConnectionTrait, row: Option<Model>) -> ApiResult<Option<Model>> {
    let Some(row) = row else { return Ok(None) };
    let file: RelationDef =
        Entry::belongs_to(File).from(EntryColumn::ClientId).to(FileColumn::Id).into();
    let highest: Option<Option<i16>> = Entry::find()
        .select_only()
        .column_as(FileColumn::Level.max(), "highest")
        .join(JoinType::InnerJoin, file)
        .filter(EntryColumn::ReportId.eq(row.id))
        .into_tuple()
        .one(db)
        .await?;
    let least = Ord::max(row.level_floor, Level::Secret.rank());
    let level = Ord::max(highest.flatten().unwrap_or_default(), least);
    Ok(Some(Model { level, ..row }))
}

/// Those of some ids that exist for the caller.
pub async fn some(
    db: &impl ConnectionTrait,
    actor: &Actor,
    ids: impl IntoIterator<Item = InformationReportId>,
) -> Result<Vec<Model>, DbErr> {
    Entity::find().filter(visible_to(actor)).filter(Column::Id.is_in(ids)).all(db).await
}

/// The report of somebody and a month, whoever asks: it decides, and is not shown.
pub async fn of_month(
    db: &impl ConnectionTrait,
    person: PersonId,
    period: &str,
) -> ApiResult<Option<Model>> {
    let of = Entity::find().filter(Column::PersonId.eq(person));
    let row = of.filter(Column::Period.eq(period)).one(db).await?;
    levelled(db, row).await
}

/// Whether somebody looks after a client of theirs that they see.
pub async fn has_clients(db: &impl ConnectionTrait, actor: &Actor) -> Result<bool, DbErr> {
    let own = File::find()
        .select_only()
        .column(FileColumn::Id)
        .filter(FileColumn::OwnerId.eq(actor.id))
        .filter(FileColumn::Status.eq(FileStatus::Active))
        .filter(files_visible_to::<ReadClients>(actor));
    Ok(own.into_tuple::<ClientId>().one(db).await?.is_some())
}

/// What those of some files are called that exist for somebody.
pub async fn files(
    db: &impl ConnectionTrait,
    actor: &Actor,
    ids: Vec<ClientId>,
) -> Result<HashMap<ClientId, String>, DbErr> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let named = File::find()
        .select_only()
        .columns([FileColumn::Id, FileColumn::Name])
        .filter(FileColumn::Id.is_in(ids))
        .filter(files_visible_to::<ReadClients>(actor))
        .into_tuple();
    Ok(named.all(db).await?.into_iter().collect())
}

/// One of a person and month, by the index.
pub async fn insert(tx: &DatabaseTransaction, row: Model) -> ApiResult<()> {
    let period = row.period.clone();
    let inserted = Entity::insert(row.into_active_model()).exec_without_returning(tx).await;
    match inserted.as_ref().err().and_then(fault::unique_violation) {
        Some(text) if text.contains("period") => Err(Refusal::Exists { period }.into()),
        _ => Ok(inserted.map(|_| ())?),
    }
}

pub async fn save(tx: &DatabaseTransaction, row: &Model) -> Result<(), DbErr> {
    let all = row.clone().into_active_model().reset_all();
    Entity::update_many().set(all).filter(Column::Id.eq(row.id)).exec(tx).await?;
    Ok(())
}
