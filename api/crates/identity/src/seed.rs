//! Building a company in code: for the demonstration, for tests, for commands at the machine. The
//! same use cases with the same rules as over HTTP; who builds must hold the rights.
use crate::auth::password_rules;
use crate::authenticator::Authenticator;
use crate::departments::{self, DepartmentInput};
use crate::duties::{self, DutyConflictInput};
use crate::grants::{self, RoleGrantInput};
use crate::ids::{RoleGrantId, RoleId};
use crate::people::{self, PersonInput};
use crate::rights::guard;
use crate::roles::{self, RoleInput};
use crate::sites::{self, SiteInput};
use kernel::code;
use kernel::config::Security;
use kernel::error::{ApiResult, Fault};
use kernel::http::conditional::IfMatch;
use kernel::http::patch::Patch;
use kernel::ids::{DepartmentId, PersonId, SiteId};
use kernel::work::Work;
use serde_json::json;

/// A password that was checked and hashed.
#[derive(Clone)]
pub struct PasswordHash(pub(crate) String);

/// Check a password against the rules and hash it; before the work begins, since it is slow.
pub async fn hash_password(
    authenticator: &Authenticator,
    settings: &Security,
    password: &str,
    names: &[&str],
) -> ApiResult<PasswordHash> {
    password_rules::check(password, names, settings.password_min_length)
        .map_err(|weakness| weakness.at("/password"))?;
    authenticator.passwords.hash(password).await.map(PasswordHash)
}

pub async fn create_site(work: &mut Work<'_>, input: SiteInput) -> ApiResult<SiteId> {
    Ok(sites::create::apply(work, input).await?.id)
}

pub async fn create_department(
    work: &mut Work<'_>,
    input: DepartmentInput,
) -> ApiResult<DepartmentId> {
    Ok(departments::create::apply(work, input).await?.id)
}

/// Name the head of a department, once there is somebody to name.
pub async fn set_head(
    work: &mut Work<'_>,
    department: DepartmentId,
    head: PersonId,
) -> ApiResult<()> {
    let row = departments::store::find(work.db(), department).await?.ok_or(code::NOT_FOUND)?;
    let patch = Patch::new(json!({"head_person_id": head}));
    departments::update::apply(work, department, IfMatch(row.version), &patch).await?;
    Ok(())
}

/// `password`: none for somebody who cannot sign in yet.
pub async fn create_person(
    work: &mut Work<'_>,
    input: PersonInput,
    password: Option<PasswordHash>,
) -> ApiResult<PersonId> {
    Ok(people::create::apply(work, input, password.map(|hash| hash.0)).await?.id)
}

/// Name somebody's superior, once both exist.
pub async fn set_superior(
    work: &mut Work<'_>,
    person: PersonId,
    superior: PersonId,
) -> ApiResult<()> {
    let row = people::store::find(work.db(), person).await?.ok_or(code::NOT_FOUND)?;
    let patch = Patch::new(json!({"superior_id": superior}));
    people::update::apply(work, person, IfMatch(row.version), &patch).await?;
    Ok(())
}

/// Create the product's roles that are missing.
pub async fn ensure_built_in_roles(work: &mut Work<'_>, roles: &[RoleInput]) -> ApiResult<()> {
    // Several processes may start at once.
    guard::lock(work.db()).await?;
    roles::built_in::ensure(work, roles).await
}

/// Register which permissions exclude each other, where nobody works yet and nothing is registered.
pub async fn found_matrix_of_duties(
    work: &mut Work<'_>,
    conflicts: impl IntoIterator<Item = DutyConflictInput>,
) -> ApiResult<()> {
    guard::lock(work.db()).await?;
    let founded = !duties::store::all(work.db(), true).await?.is_empty();
    if founded || !people::store::is_empty(work.db()).await? {
        return Ok(());
    }
    for conflict in conflicts {
        duties::create::apply(work, conflict).await?;
    }
    Ok(())
}

pub async fn create_role(work: &mut Work<'_>, input: &RoleInput) -> ApiResult<RoleId> {
    Ok(roles::create::apply(work, input, false).await?.id)
}

/// Give a role by its code, at once and until revoked.
pub async fn grant(
    work: &mut Work<'_>,
    person: PersonId,
    role: &str,
    reason: &str,
) -> ApiResult<RoleGrantId> {
    let found = roles::store::by_code(work.db(), role).await?;
    let found = found.ok_or_else(|| Fault(format!("there is no role {role}")))?;
    let input = RoleGrantInput {
        person_id: person,
        role_id: found.id,
        valid_from: None,
        valid_until: None,
        reason: reason.to_owned(),
    };
    Ok(grants::create::apply(work, input).await?.id)
}
