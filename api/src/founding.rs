//! What every company begins with, the demonstration and any other: the working calendar, the roles,
//! and which duties exclude each other.
use crate::{roles, wiring};
use identity::duties::DutyConflictInput;
use identity::seed;
use kernel::access::Actor;
use kernel::error::ApiResult;
use kernel::work::Work;

/// The service itself, for what is done at the machine.
#[must_use]
pub fn actor(what: &'static str) -> Actor {
    let permissions = wiring::permissions();
    Actor::system(permissions.iter().map(|info| info.code), what)
}

/// Give a new company all of it, and an old one what a release brings along. What the company has
/// changed stays as it is; its matrix of duties is its own from the first person on.
///
/// # Errors
/// The database's.
pub async fn ensure(work: &mut Work<'_>) -> ApiResult<()> {
    handbook::ensure_seeded(work).await?;
    // Every grant is held against the matrix, so it comes before anybody who could be granted a role.
    let conflict =
        |(permission_a, permission_b, reason, clauses): &roles::Conflict| DutyConflictInput {
            permission_a: (*permission_a).to_owned(),
            permission_b: (*permission_b).to_owned(),
            reason: (*reason).to_owned(),
            clauses: clauses.iter().map(|clause| (*clause).to_owned()).collect(),
        };
    seed::found_matrix_of_duties(work, roles::CONFLICTS.iter().map(conflict)).await?;
    seed::ensure_built_in_roles(work, &roles::built_in()).await
}
