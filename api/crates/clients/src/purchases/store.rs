//! Queries on purchases; each starts from a file that the caller was found to see.
use super::dto::PurchaseFilter;
use super::entity::{Column, Entity, Model};
use crate::{ClientId, PurchaseId};
use chrono::NaiveDate;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, ConnectionTrait, DatabaseTransaction, DbErr,
    EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect, Select,
    sea_query::{Expr, ExprTrait},
};
use serde::{Deserialize, Serialize};

/// Where a page ends.
#[derive(Debug, Serialize, Deserialize)]
pub struct Cursor {
    pub occurred_on: NaiveDate,
    pub id: PurchaseId,
}

fn of(client: ClientId) -> Select<Entity> {
    Entity::find().filter(Column::ClientId.eq(client))
}

/// The purchases of a file that a filter asks for.
#[must_use]
pub fn matching(client: ClientId, filter: &PurchaseFilter) -> Select<Entity> {
    let mut found = of(client);
    if !filter.include_removed.unwrap_or(false) {
        found = found.filter(Column::RemovedAt.is_null());
    }
    if let Some(day) = filter.occurred_on_after {
        found = found.filter(Column::OccurredOn.gte(day));
    }
    if let Some(day) = filter.occurred_on_before {
        found = found.filter(Column::OccurredOn.lt(day));
    }
    found
}

/// Latest first.
pub async fn page(
    db: &impl ConnectionTrait,
    matching: Select<Entity>,
    after: Option<Cursor>,
    rows: u64,
) -> Result<Vec<Model>, DbErr> {
    let mut found = matching;
    if let Some(after) = after {
        let place = Expr::tuple([Column::OccurredOn.into_expr(), Column::Id.into_expr()]);
        let here = Expr::tuple([Expr::val(after.occurred_on), Expr::val(after.id.0)]);
        found = found.filter(place.lt(here));
    }
    found.order_by_desc(Column::OccurredOn).order_by_desc(Column::Id).limit(rows).all(db).await
}

pub async fn find(
    db: &impl ConnectionTrait,
    client: ClientId,
    id: PurchaseId,
) -> Result<Option<Model>, DbErr> {
    of(client).filter(Column::Id.eq(id)).one(db).await
}

/// Those of some ids that hang on the file.
pub async fn some(
    db: &impl ConnectionTrait,
    client: ClientId,
    ids: impl IntoIterator<Item = PurchaseId>,
) -> Result<Vec<Model>, DbErr> {
    of(client).filter(Column::Id.is_in(ids)).all(db).await
}

/// Those of a file that were not taken out.
#[must_use]
pub fn in_place(client: ClientId) -> Condition {
    Condition::all().add(Column::ClientId.eq(client)).add(Column::RemovedAt.is_null())
}

/// Another one in place of the same order.
pub async fn same(db: &impl ConnectionTrait, row: &Model) -> Result<bool, DbErr> {
    let Some(number) = &row.order_number else { return Ok(false) };
    let found = Entity::find()
        .filter(in_place(row.client_id))
        .filter(Column::OrderNumber.eq(number))
        .filter(Column::Id.ne(row.id));
    Ok(found.one(db).await?.is_some())
}

pub async fn insert(tx: &DatabaseTransaction, row: &Model) -> Result<(), DbErr> {
    let row = row.clone().into_active_model();
    Entity::insert(row).exec_without_returning(tx).await.map(|_| ())
}

/// Write the whole row back.
pub async fn save(tx: &DatabaseTransaction, row: &Model) -> Result<(), DbErr> {
    let all = row.clone().into_active_model().reset_all();
    Entity::update_many().set(all).filter(Column::Id.eq(row.id)).exec(tx).await.map(|_| ())
}
