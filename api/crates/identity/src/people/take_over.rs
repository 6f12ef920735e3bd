//! What somebody holds, for the question whether the caller may act on their account.
use super::{entity, rules, store};
use crate::notices;
use crate::rights::{expand::Home, load};
use chrono::{DateTime, Utc};
use kernel::access::Actor;
use kernel::audit::Resource;
use kernel::error::ApiResult;
use kernel::ids::PersonId;
use kernel::notify::{self, Notice};
use kernel::work::Work;
use sea_orm::{ConnectionTrait, DbErr};
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

/// Whether the caller stands above the person.
pub async fn leads(
    db: &impl ConnectionTrait,
    actor: &Actor,
    person: PersonId,
) -> Result<bool, DbErr> {
    Ok(rules::leads(&store::superiors(db).await?, actor.id, person))
}

/// Somebody else has a password for the account from now on: the person and their superior hear of
/// it, whoever made it.
pub async fn tell(work: &Work<'_>, row: &entity::Model) -> ApiResult<()> {
    let both = [Some(row.id), row.superior_id].into_iter().flatten();
    let to: Vec<_> = both.filter(|id| *id != work.actor().id).collect();
    let notice =
        Notice::new(notices::PERSON_PASSWORD_RESET, Resource::new("person", row.id.0, &row.name));
    notify::send(work, &to, &notice).await
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
