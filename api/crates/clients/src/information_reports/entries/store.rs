//! Queries on entries; they are reached through a report that was found.
use super::entity::{Column, Entity, Model};
use crate::InformationReportId;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait, IntoActiveModel,
    QueryFilter, QueryOrder, QuerySelect, sea_query::Expr,
};
use std::collections::HashMap;

/// Those of a report in their order.
pub async fn find(
    db: &impl ConnectionTrait,
    report: InformationReportId,
) -> Result<Vec<Model>, DbErr> {
    let of = Entity::find().filter(Column::ReportId.eq(report));
    of.order_by_asc(Column::Position).all(db).await
}

/// How many each of a page of reports has.
pub async fn counts(
    db: &impl ConnectionTrait,
    reports: impl IntoIterator<Item = InformationReportId>,
) -> Result<HashMap<InformationReportId, i64>, DbErr> {
    let ids: Vec<_> = reports.into_iter().collect();
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let rows = Entity::find()
        .select_only()
        .column(Column::ReportId)
        .column_as(Expr::cust("COUNT(*)"), "entries")
        .filter(Column::ReportId.is_in(ids))
        .group_by(Column::ReportId)
        .into_tuple::<(InformationReportId, i64)>();
    Ok(rows.all(db).await?.into_iter().collect())
}

pub async fn insert(tx: &DatabaseTransaction, rows: Vec<Model>) -> Result<(), DbErr> {
    if rows.is_empty() {
        return Ok(());
    }
    let rows = rows.into_iter().map(IntoActiveModel::into_active_model);
    Entity::insert_many(rows).exec_without_returning(tx).await?;
    Ok(())
}

/// What its author says now in place of what they said before; that stands in the trail.
pub async fn replace(
    tx: &DatabaseTransaction,
    report: InformationReportId,
    rows: Vec<Model>,
) -> Result<(), DbErr> {
    Entity::delete_many().filter(Column::ReportId.eq(report)).exec(tx).await?;
    insert(tx, rows).await
}
