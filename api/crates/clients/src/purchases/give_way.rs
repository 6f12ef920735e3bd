//! Two files of one client become one: an order that stands in both stands once (B-CRM-02). The other
//! record stays readable, taken out with the reason.
use super::entity::{Column, Entity};
use super::store;
use crate::ClientId;
use kernel::error::ApiResult;
use kernel::work::Work;
use sea_orm::sea_query::{Expr, ExprTrait, Query};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

const REASON: &str = "合并档案：同一订单已在保留的档案中";

pub async fn give_way(work: &Work<'_>, from: ClientId, to: ClientId) -> ApiResult<()> {
    let there = Query::select()
        .column(Column::OrderNumber)
        .from(Entity)
        .and_where(Column::ClientId.eq(to))
        .and_where(Column::RemovedAt.is_null())
        .and_where(Column::OrderNumber.is_not_null())
        .to_owned();
    Entity::update_many()
        .col_expr(Column::RemovedAt, Expr::value(work.at()))
        .col_expr(Column::RemovedBy, Expr::value(work.actor().id))
        .col_expr(Column::RemoveReason, Expr::value(REASON))
        .col_expr(Column::UpdatedAt, Expr::value(work.at()))
        .col_expr(Column::Version, Expr::col(Column::Version).add(1))
        .filter(store::in_place(from))
        .filter(Column::OrderNumber.in_subquery(there))
        .exec(work.db())
        .await?;
    Ok(())
}
