//! Queries on call backs; every one starts from [`visible_to`].
use super::dto::CallBackFilter;
use super::entity::{Column, Entity, Model};
use crate::information_reports::entity::{Column as ReportColumn, Entity as Report};
use crate::information_reports::store::{named_above, visible_to as reports_visible_to};
use crate::{InformationCallBackId, InformationReportId, ReadInformationReports};
use kernel::access::{Actor, Permission};
use kernel::ids::PersonId;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait,
    IntoActiveModel, QueryFilter, QuerySelect, Select,
    sea_query::{Expr, ExprTrait, Query},
};
use std::collections::{BTreeSet, HashMap};

/// Calls to oneself, and those to people within the reach of whoever reads reports; none on a report
/// that names a file above one's clearance.
fn visible_to(actor: &Actor) -> Condition {
    let reach = actor.reach(ReadInformationReports::NAME);
    let within = reach.condition(actor.id, Column::PersonId, Column::DepartmentId, Column::SiteId);
    let hidden = Query::select()
        .expr(Expr::val(1))
        .from(Report)
        .and_where(Expr::col((Report, ReportColumn::PersonId)).equals((Entity, Column::PersonId)))
        .and_where(Expr::col((Report, ReportColumn::Period)).equals((Entity, Column::Period)))
        .and_where(Expr::exists(named_above(actor)))
        .to_owned();
    Condition::all()
        .add(Column::Level.lte(actor.clearance))
        .add(Expr::exists(hidden).not())
        .add(within)
}

pub fn matching(actor: &Actor, filter: &CallBackFilter) -> Select<Entity> {
    let period = filter.period.as_deref().map(|period| Column::Period.eq(period));
    Entity::find().filter(visible_to(actor)).filter(
        Condition::all()
            .add_option(filter.person_id.map(|id| Column::PersonId.eq(id)))
            .add_option(period),
    )
}

pub async fn find(
    db: &impl ConnectionTrait,
    actor: &Actor,
    id: InformationCallBackId,
) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id(id).filter(visible_to(actor)).one(db).await
}

/// Those of some ids that exist for the caller.
pub async fn some(
    db: &impl ConnectionTrait,
    actor: &Actor,
    ids: impl IntoIterator<Item = InformationCallBackId>,
) -> Result<Vec<Model>, DbErr> {
    Entity::find().filter(visible_to(actor)).filter(Column::Id.is_in(ids)).all(db).await
}

/// The reports that a page of calls is about, as far as they exist for the caller.
pub async fn reports(
    db: &impl ConnectionTrait,
    actor: &Actor,
    calls: &[Model],
) -> Result<HashMap<(PersonId, String), InformationReportId>, DbErr> {
    if calls.is_empty() {
        return Ok(HashMap::new());
    }
    let people: BTreeSet<_> = calls.iter().map(|call| call.person_id).collect();
    let periods: BTreeSet<_> = calls.iter().map(|call| call.period.as_str()).collect();
    let found: Vec<(PersonId, String, InformationReportId)> = Report::find()
        .select_only()
        .columns([ReportColumn::PersonId, ReportColumn::Period, ReportColumn::Id])
        .filter(ReportColumn::PersonId.is_in(people))
        .filter(ReportColumn::Period.is_in(periods))
        .filter(reports_visible_to(actor))
        .into_tuple()
        .all(db)
        .await?;
    Ok(found.into_iter().map(|(person, period, id)| ((person, period), id)).collect())
}

pub async fn insert(tx: &DatabaseTransaction, row: Model) -> Result<(), DbErr> {
    Entity::insert(row.into_active_model()).exec_without_returning(tx).await?;
    Ok(())
}
