//! Queries on kept reports; every one starts from [`visible_to`]. A report is written once.
use super::dto::ReportFilter;
use super::entity::{Column, Entity, Model};
use crate::{ReadClientReports, ReportId};
use kernel::access::{Actor, Permission};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait,
    IntoActiveModel, QueryFilter, Select,
};

/// A report stands where its maker stands, and is as secret as the most secret file that it counts: it exists
/// for those whose right extends there and who may read as high.
fn visible_to(actor: &Actor) -> Condition {
    let reach = actor.reach(ReadClientReports::NAME);
    Condition::all()
        .add(reach.condition(actor.id, Column::MadeBy, Column::DepartmentId, Column::SiteId))
        .add(Column::Clearance.lte(actor.clearance))
}

pub fn matching(actor: &Actor, filter: &ReportFilter) -> Select<Entity> {
    let kinds = filter.period_kind.iter().map(|kind| kind.as_str());
    let of_kind = (!filter.period_kind.is_empty()).then(|| Column::PeriodKind.is_in(kinds));
    let period = filter.period.as_deref();
    Entity::find().filter(visible_to(actor)).filter(
        Condition::all()
            .add_option(period.map(|period| Column::Period.eq(period)))
            .add_option(of_kind)
            .add_option(filter.made_by.map(|id| Column::MadeBy.eq(id))),
    )
}

pub async fn find(
    db: &impl ConnectionTrait,
    actor: &Actor,
    id: ReportId,
) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id(id).filter(visible_to(actor)).one(db).await
}

pub async fn insert(tx: &DatabaseTransaction, row: Model) -> Result<(), DbErr> {
    Entity::insert(row.into_active_model()).exec_without_returning(tx).await?;
    Ok(())
}
