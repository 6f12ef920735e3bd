//! Queries on contacts; each starts from a file that the caller was found to see.
use super::dto::ContactFilter;
use super::entity::{Column, Entity, Model};
use crate::{ClientId, ContactId};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait,
    IntoActiveModel, QueryFilter, QueryOrder, QuerySelect, Select,
    sea_query::{Expr, ExprTrait},
};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// Where a page ends.
#[derive(Debug, Serialize, Deserialize)]
pub struct Cursor {
    pub sort_key: String,
    pub id: ContactId,
}

fn of(client: ClientId) -> Select<Entity> {
    Entity::find().filter(Column::ClientId.eq(client))
}

/// The contacts of a file that a filter asks for.
#[must_use]
pub fn matching(client: ClientId, filter: &ContactFilter) -> Select<Entity> {
    let mut found = of(client);
    if !filter.include_removed.unwrap_or(false) {
        found = found.filter(Column::RemovedAt.is_null());
    }
    if let Some(key) = filter.key_person {
        found = found.filter(Column::IsKeyPerson.eq(key));
    }
    found
}

pub async fn page(
    db: &impl ConnectionTrait,
    matching: Select<Entity>,
    after: Option<Cursor>,
    rows: u64,
) -> Result<Vec<Model>, DbErr> {
    let mut found = matching;
    if let Some(after) = after {
        let place = Expr::tuple([Column::SortKey.into_expr(), Column::Id.into_expr()]);
        let here = Expr::tuple([Expr::val(after.sort_key), Expr::val(after.id.0)]);
        found = found.filter(place.gt(here));
    }
    found.order_by_asc(Column::SortKey).order_by_asc(Column::Id).limit(rows).all(db).await
}

pub async fn find(
    db: &impl ConnectionTrait,
    client: ClientId,
    id: ContactId,
) -> Result<Option<Model>, DbErr> {
    of(client).filter(Column::Id.eq(id)).one(db).await
}

/// Those of some ids that hang on the file.
pub async fn some(
    db: &impl ConnectionTrait,
    client: ClientId,
    ids: impl IntoIterator<Item = ContactId>,
) -> Result<Vec<Model>, DbErr> {
    of(client).filter(Column::Id.is_in(ids)).all(db).await
}

/// Names of contacts, those taken out included: what was said with them stays said.
pub async fn names(
    db: &impl ConnectionTrait,
    ids: impl IntoIterator<Item = ContactId>,
) -> Result<HashMap<ContactId, String>, DbErr> {
    let ids: Vec<_> = ids.into_iter().collect();
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let rows: Vec<(ContactId, String)> = Entity::find()
        .filter(Column::Id.is_in(ids))
        .select_only()
        .columns([Column::Id, Column::Name])
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().collect())
}

/// Somebody of this name with this number, other than `except`.
pub async fn same(db: &impl ConnectionTrait, row: &Model) -> Result<bool, DbErr> {
    let Some(mobile) = &row.mobile_normalised else { return Ok(false) };
    let found = of(row.client_id)
        .filter(Column::RemovedAt.is_null())
        .filter(Column::MobileNormalised.eq(mobile))
        .filter(Column::Name.eq(&row.name))
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
