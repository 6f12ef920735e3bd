//! What a person's input points at: it must exist and be open, and no circle of superiors.
use super::dto::PersonInput;
use super::{rules, store};
use crate::codes;
use crate::departments::store as departments;
use crate::sites::store as sites;
use kernel::access::Actor;
use kernel::code::field;
use kernel::error::{ApiError, ApiResult};
use kernel::http::problem::FieldProblem;
use kernel::ids::PersonId;
use sea_orm::DatabaseTransaction;

/// Login and employee number belong to nobody else. The unique indexes hold it anyway; asked before,
/// each taken one is pointed at.
pub async fn check_unique(
    tx: &DatabaseTransaction,
    id: PersonId,
    input: &PersonInput,
) -> ApiResult<()> {
    let login = store::fold_login(&input.login);
    let others = store::sharing(tx, id, &login, input.employee_number.as_deref()).await?;
    let mut taken = vec![];
    if others.iter().any(|other| other.login == login) {
        taken.push(FieldProblem::new("/login", field::DUPLICATE));
    }
    let number = &input.employee_number;
    if number.is_some() && others.iter().any(|other| other.employee_number == *number) {
        taken.push(FieldProblem::new("/employee_number", field::DUPLICATE));
    }
    if taken.is_empty() { Ok(()) } else { Err(ApiError::Invalid(taken)) }
}

/// `before`: what stands already is not asked again, so that a person whose superior has left can
/// still be given a new telephone.
pub async fn check(
    tx: &DatabaseTransaction,
    actor: &Actor,
    id: PersonId,
    before: Option<&PersonInput>,
    input: &PersonInput,
) -> ApiResult<()> {
    let unknown = |pointer| ApiError::field(pointer, field::UNKNOWN_REFERENCE);
    if let Some(department) = input.department_id
        && before.and_then(|b| b.department_id) != Some(department)
        && !departments::is_open(tx, department).await?
    {
        return Err(unknown("/department_id"));
    }
    if let Some(site) = input.site_id
        && before.and_then(|b| b.site_id) != Some(site)
        && !sites::is_open(tx, site).await?
    {
        return Err(unknown("/site_id"));
    }
    match input.superior_id {
        Some(superior) if before.and_then(|b| b.superior_id) != Some(superior) => {
            check_superior(tx, actor, id, superior).await
        }
        _ => Ok(()),
    }
}

async fn check_superior(
    tx: &DatabaseTransaction,
    actor: &Actor,
    id: PersonId,
    superior: PersonId,
) -> ApiResult<()> {
    if store::active_visible(tx, actor, superior).await?.is_none() {
        return Err(ApiError::field("/superior_id", field::UNKNOWN_REFERENCE));
    }
    if superior == id || rules::leads(&store::superiors(tx).await?, id, superior) {
        return Err(ApiError::field("/superior_id", codes::SUPERIOR_CYCLE));
    }
    Ok(())
}
