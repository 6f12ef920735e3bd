//! A purchase as its caller may see it.
use super::dto::Purchase;
use super::entity::Model;
use crate::archive::entity::Model as File;
use crate::hanging::{self, Removed, in_place, keep};
use crate::names::Names;
use kernel::access::Actor;
use kernel::error::ApiResult;
use kernel::http::shown;
use kernel::money::Money;
use sea_orm::ConnectionTrait;

pub async fn names(db: &impl ConnectionTrait, rows: &[Model]) -> ApiResult<Names> {
    let ids = rows.iter().flat_map(|row| [Some(row.created_by), row.removed_by]);
    hanging::people(db, ids).await
}

pub async fn one(
    db: &impl ConnectionTrait,
    actor: &Actor,
    file: &File,
    row: Model,
) -> ApiResult<Purchase> {
    let names = names(db, std::slice::from_ref(&row)).await?;
    Ok(purchase(actor, file, row, &names))
}

#[must_use]
pub fn purchase(actor: &Actor, file: &File, row: Model, names: &Names) -> Purchase {
    let removed = Removed::of(row.removed_at, row.removed_by, row.remove_reason, names);
    let verdict = || keep(actor, file).and_then(|()| in_place(row.removed_at));
    let allowed = |action| shown::allowed(action, verdict(), actor.request.lang);
    Purchase {
        allowed_actions: vec![allowed("update"), allowed("remove")],
        id: row.id,
        client_id: row.client_id,
        product: row.product,
        occurred_on: row.occurred_on,
        amount: Money::cny(row.amount),
        order_number: row.order_number,
        note: row.note,
        created_at: row.created_at,
        created_by: names.person(row.created_by),
        updated_at: row.updated_at,
        removed,
        version: row.version,
    }
}
