//! Queries on incidents; every one that answers to a caller starts from [`visible_to`].
use super::dto::IncidentFilter;
use super::entity::{Column, Entity, Model};
use super::files::entity::{Column as FileColumn, Entity as File, Model as FileRow};
use super::party_entity::{Column as PartyColumn, Entity as Party, Model as PartyRow};
use super::{act_entity as act, statement_entity as statement};
use crate::archive::entity::{Column as ClientColumn, Entity as Client, Model as ClientFile};
use crate::archive::store::visible_to as files_visible_to;
use crate::{ClientId, HandleIncidents, IncidentId, LoanId, ReadClients, ReadIncidents, loans};
use chrono::{DateTime, Utc};
use kernel::access::{Actor, Permission};
use kernel::code;
use kernel::error::ApiResult;
use kernel::http::conditional::IfMatch;
use kernel::ids::PersonId;
use kernel::work::Work;
use sea_orm::sea_query::{Expr, ExprTrait, Query, SelectStatement};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, ConnectionTrait, DatabaseTransaction, DbErr,
    EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect, Select,
};

/// Those within reach of whoever handles or reads incidents, those that one reported, and those that
/// name one; none above one's clearance, nor any about a file that is above it by now.
pub fn visible_to(actor: &Actor) -> Condition {
    let place = (Column::ReportedBy, Column::DepartmentId, Column::SiteId);
    let mut concerned = Condition::any();
    for right in [HandleIncidents::NAME, ReadIncidents::NAME] {
        let reach = actor.reach(right);
        concerned = concerned.add(reach.condition(actor.id, place.0, place.1, place.2));
    }
    if actor.holds(ReadIncidents::NAME) {
        concerned = concerned.add(Column::ReportedBy.eq(actor.id));
        concerned = concerned.add(Column::Id.in_subquery(naming(actor.id)));
    }
    cleared(actor).add(concerned)
}

/// The half of [`visible_to`] about confidentiality.
fn cleared(actor: &Actor) -> Condition {
    let above = about_files()
        .and_where(Expr::col((Client, ClientColumn::Level)).gt(actor.clearance))
        .to_owned();
    Condition::all().add(Column::Level.lte(actor.clearance)).add(Expr::exists(above).not())
}

/// Those whose parties' cases somebody reads, also in a table that is taken away: within reach, and not
/// for having reported them.
pub fn read_whole(actor: &Actor) -> Condition {
    let place = (Column::ReportedBy, Column::DepartmentId, Column::SiteId);
    let mut within = Condition::any();
    for right in [HandleIncidents::NAME, ReadIncidents::NAME] {
        let reach = kernel::access::Reach { own: false, ..actor.reach(right) };
        within = within.add(reach.condition(actor.id, place.0, place.1, place.2));
    }
    // Whom it names reads their own case there and nobody else's.
    cleared(actor).add(within).add(Column::Id.not_in_subquery(naming(actor.id)))
}

fn naming(person: PersonId) -> SelectStatement {
    let named = Condition::any()
        .add(PartyColumn::PersonId.eq(person))
        .add(PartyColumn::SuperiorId.eq(person));
    Query::select().column(PartyColumn::IncidentId).from(Party).cond_where(named).to_owned()
}

/// The files of an incident, as a condition on it.
fn about_files() -> SelectStatement {
    Query::select()
        .expr(Expr::val(1))
        .from(File)
        .inner_join(
            Client,
            Expr::col((Client, ClientColumn::Id)).equals((File, FileColumn::ClientId)),
        )
        .and_where(Expr::col((File, FileColumn::IncidentId)).equals((Entity, Column::Id)))
        .to_owned()
}

/// About a file, for whoever sees that.
fn about(actor: &Actor, client: ClientId) -> Expr {
    let named = about_files()
        .and_where(Expr::col((File, FileColumn::ClientId)).eq(client))
        .cond_where(files_visible_to::<ReadClients>(actor))
        .to_owned();
    Expr::exists(named)
}

pub fn matching(actor: &Actor, filter: &IncidentFilter, at: DateTime<Utc>) -> Select<Entity> {
    let party = |person: PersonId| {
        let of = Query::select()
            .column(PartyColumn::IncidentId)
            .from(Party)
            .and_where(PartyColumn::PersonId.eq(person))
            .to_owned();
        Column::Id.in_subquery(of)
    };
    let loan = |id: LoanId| {
        let seen = loans::exists(actor, at, Expr::val(id));
        Condition::all().add(Column::LoanId.eq(id)).add(seen)
    };
    let states = filter.state.iter().copied();
    let kinds = filter.kind.iter().copied();
    Entity::find().filter(visible_to(actor)).filter(
        Condition::all()
            .add_option((!filter.state.is_empty()).then(|| Column::State.is_in(states)))
            .add_option((!filter.kind.is_empty()).then(|| Column::Kind.is_in(kinds)))
            .add_option(filter.person_id.map(party))
            .add_option(filter.client_id.map(|id| about(actor, id)))
            .add_option(filter.loan_id.map(loan))
            .add_option(filter.occurred_from.map(|day| Column::OccurredOn.gte(day)))
            .add_option(filter.occurred_to.map(|day| Column::OccurredOn.lte(day))),
    )
}

pub async fn find(
    db: &impl ConnectionTrait,
    actor: &Actor,
    id: IncidentId,
) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id(id).filter(visible_to(actor)).one(db).await
}

/// An incident, and the version of it that the caller looked at.
pub type Seen = (IncidentId, IfMatch);

/// The one that the caller saw, held until the commit.
pub async fn seen(work: &Work<'_>, (id, version): Seen) -> ApiResult<Model> {
    let held = Entity::find_by_id(id).filter(visible_to(work.actor())).lock_exclusive();
    let row = held.one(work.db()).await?.ok_or(code::NOT_FOUND)?;
    version.check(row.version)?;
    Ok(row)
}

/// Those of some ids that exist for the caller.
pub async fn some(
    db: &impl ConnectionTrait,
    actor: &Actor,
    ids: impl IntoIterator<Item = IncidentId>,
) -> Result<Vec<Model>, DbErr> {
    Entity::find().filter(visible_to(actor)).filter(Column::Id.is_in(ids)).all(db).await
}

/// The incident of a loan, the first where there are several, if it exists for the caller.
pub async fn of_loan(
    db: &impl ConnectionTrait,
    actor: &Actor,
    loan: LoanId,
) -> Result<Option<IncidentId>, DbErr> {
    let of = Entity::find().select_only().column(Column::Id).filter(visible_to(actor));
    of.filter(Column::LoanId.eq(loan)).order_by_asc(Column::Id).into_tuple().one(db).await
}

/// The parties of some incidents, in their order.
pub async fn parties(
    db: &impl ConnectionTrait,
    ids: impl IntoIterator<Item = IncidentId>,
) -> Result<Vec<PartyRow>, DbErr> {
    let of = Party::find().filter(PartyColumn::IncidentId.is_in(ids));
    of.order_by_asc(PartyColumn::IncidentId).order_by_asc(PartyColumn::Position).all(db).await
}

/// The files of an incident in their order, each once, as the archive has them.
pub async fn files(db: &impl ConnectionTrait, id: IncidentId) -> Result<Vec<ClientFile>, DbErr> {
    let of = Query::select()
        .column(FileColumn::ClientId)
        .from(File)
        .and_where(FileColumn::IncidentId.eq(id))
        .to_owned();
    let found = Client::find().filter(ClientColumn::Id.in_subquery(of));
    found.order_by_asc(ClientColumn::Number).all(db).await
}

pub async fn statements(
    db: &impl ConnectionTrait,
    id: IncidentId,
) -> Result<Vec<statement::Model>, DbErr> {
    statement::Entity::find().filter(statement::Column::IncidentId.eq(id)).all(db).await
}

/// The oldest first.
pub async fn history(db: &impl ConnectionTrait, id: IncidentId) -> Result<Vec<act::Model>, DbErr> {
    let of = act::Entity::find().filter(act::Column::IncidentId.eq(id));
    of.order_by_asc(act::Column::Id).all(db).await
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

/// Who is named now, in place of who was before.
pub async fn replace_parties(
    tx: &DatabaseTransaction,
    id: IncidentId,
    rows: Vec<PartyRow>,
) -> Result<(), DbErr> {
    Party::delete_many().filter(PartyColumn::IncidentId.eq(id)).exec(tx).await?;
    let rows = rows.into_iter().map(IntoActiveModel::into_active_model);
    Party::insert_many(rows).exec_without_returning(tx).await?;
    Ok(())
}

pub async fn replace_files(
    tx: &DatabaseTransaction,
    id: IncidentId,
    rows: Vec<FileRow>,
) -> Result<(), DbErr> {
    File::delete_many().filter(FileColumn::IncidentId.eq(id)).exec(tx).await?;
    if rows.is_empty() {
        return Ok(());
    }
    let rows = rows.into_iter().map(IntoActiveModel::into_active_model);
    File::insert_many(rows).exec_without_returning(tx).await?;
    Ok(())
}

/// What somebody states now, in place of what they stated before; that stands in the trail.
pub async fn replace_statement(
    tx: &DatabaseTransaction,
    row: statement::Model,
) -> Result<(), DbErr> {
    statement::Entity::delete_many()
        .filter(statement::Column::IncidentId.eq(row.incident_id))
        .filter(statement::Column::PersonId.eq(row.person_id))
        .exec(tx)
        .await?;
    statement::Entity::insert(row.into_active_model()).exec_without_returning(tx).await?;
    Ok(())
}

pub async fn insert_act(tx: &DatabaseTransaction, row: act::Model) -> Result<(), DbErr> {
    act::Entity::insert(row.into_active_model()).exec_without_returning(tx).await?;
    Ok(())
}
