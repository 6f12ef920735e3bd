//! What the caller may do to an exception: the rules that guard the acts, asked beforehand.
use super::entity::Model;
use super::rules::{self, Decider};
use super::tell;
use crate::DecideExceptions;
use crate::obligations::Obligations;
use crate::obligations::allowed::pool_of;
use crate::obligations::entity::{self as obligation, Model as Obligation};
use chrono::{DateTime, Utc};
use identity::delegations;
use kernel::access::{Actor, Permission};
use kernel::error::ApiResult;
use kernel::http::shown::{AllowedAction, allowed};
use kernel::ids::PersonId;
use sea_orm::{ConnectionTrait, EntityTrait};
use std::collections::BTreeSet;

/// What stands between the caller and a decision. `due`: the obligation as it is now; it may have passed to
/// somebody else since the exception was asked for.
pub async fn decider(
    db: &impl ConnectionTrait,
    obligations: &Obligations,
    actor: &Actor,
    (row, due): (&Model, Option<&Obligation>),
    at: DateTime<Utc>,
) -> ApiResult<Decider> {
    let whose = due.and_then(|due| due.person_id);
    let lenders = delegations::who_lent(db, actor.id, DecideExceptions::NAME, at).await?;
    let pool = due.and_then(|due| pool_of(obligations, due));
    let place = tell::place(row);
    // Of the person, whatever key they come with, and of whoever lent them the right.
    let in_pool = match pool {
        Some(pool) => {
            let asked: Vec<_> = lenders.iter().copied().chain([actor.id]).collect();
            identity::people::who_may(db, &asked, pool, &place, at).await?
        }
        None => BTreeSet::new(),
    };
    let concerned =
        |id: &PersonId| row.requested_by == *id || [row.person_id, whose].contains(&Some(*id));
    Ok(Decider {
        may: actor.may(DecideExceptions::NAME, &place),
        theirs: whose == Some(actor.id) || in_pool.contains(&actor.id),
        lent_by_them: lenders.iter().any(|id| concerned(id) || in_pool.contains(id)),
    })
}

/// The actions, each with why not.
pub async fn on(
    db: &impl ConnectionTrait,
    obligations: &Obligations,
    actor: &Actor,
    row: &Model,
    at: DateTime<Utc>,
) -> ApiResult<Vec<AllowedAction>> {
    let due = match row.obligation_id {
        Some(id) => obligation::Entity::find_by_id(id).one(db).await?,
        None => None,
    };
    let decider = decider(db, obligations, actor, (row, due.as_ref()), at).await?;
    let lang = actor.request.lang;
    let decide = |action| allowed(action, rules::decide(row, actor.id, decider), lang);
    Ok(vec![
        decide("approve"),
        decide("refuse"),
        allowed("withdraw", rules::withdraw(row, actor.id), lang),
    ])
}
