//! What somebody holds, for the question whether the caller may act on their account.
use super::{entity, rules};
use crate::rights::{expand::Home, load};
use chrono::{DateTime, Utc};
use kernel::access::Actor;
use kernel::error::ApiResult;
use sea_orm::ConnectionTrait;
use std::collections::BTreeSet;

/// Codes of what the person holds now, lent ones included.
pub async fn held(
    db: &impl ConnectionTrait,
    row: &entity::Model,
    at: DateTime<Utc>,
) -> ApiResult<BTreeSet<String>> {
    let home = Home { department_id: row.department_id, site_id: row.site_id };
    let rights = load::of(db, row.id, home, at).await?;
    Ok(rights.permissions.into_keys().collect())
}

/// Read it and ask the rule.
pub async fn check(
    db: &impl ConnectionTrait,
    actor: &Actor,
    row: &entity::Model,
    at: DateTime<Utc>,
) -> ApiResult<BTreeSet<String>> {
    let held = held(db, row, at).await?;
    if actor.id != row.id {
        rules::take_over(actor, &held)?;
    }
    Ok(held)
}
