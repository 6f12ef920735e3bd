//! Asking the matrix before rights change. Called inside the work, after the change was written and
//! under the lock of `rights::guard`: what is refused goes back with the transaction.
use super::rules::{self, Clash, Exclusion};
use super::store;
use crate::people::store as people;
use crate::roles::RoleInput;
use chrono::{DateTime, Utc};
use kernel::error::ApiResult;
use kernel::ids::PersonId;
use sea_orm::ConnectionTrait;

/// None of these people holds two permissions that exclude each other, now or later.
pub async fn check_people(
    db: &impl ConnectionTrait,
    who: &[PersonId],
    at: DateTime<Utc>,
) -> ApiResult<()> {
    check(db, Some(who), &store::matrix(db).await?, at).await
}

/// Nobody breaks this one exclusion, now or later.
pub async fn check_everybody(
    db: &impl ConnectionTrait,
    exclusion: Exclusion,
    at: DateTime<Utc>,
) -> ApiResult<()> {
    check(db, None, &[exclusion], at).await
}

async fn check(
    db: &impl ConnectionTrait,
    who: Option<&[PersonId]>,
    matrix: &[Exclusion],
    at: DateTime<Utc>,
) -> ApiResult<()> {
    if matrix.is_empty() || who.is_some_and(<[_]>::is_empty) {
        return Ok(());
    }
    for (person, holdings) in store::holdings(db, who, &store::named(matrix), at).await? {
        if let Some(exclusion) = rules::clash(&holdings, matrix) {
            let name = people::names(db, [person]).await?.remove(&person).unwrap_or_default();
            return Err(Clash { person: name, exclusion: exclusion.clone() }.into());
        }
    }
    Ok(())
}

/// A role that holds both could be given to nobody.
pub async fn check_role(db: &impl ConnectionTrait, role: &RoleInput) -> ApiResult<()> {
    let holds = |code: &str| role.permissions.iter().any(|one| one.permission == code);
    let matrix = store::matrix(db).await?;
    match matrix.into_iter().find(|e| holds(&e.a) && holds(&e.b)) {
        Some(exclusion) => Err(Clash { person: role.name.clone(), exclusion }.into()),
        None => Ok(()),
    }
}
