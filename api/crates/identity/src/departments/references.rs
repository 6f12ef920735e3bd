//! What a department's input points at: it must exist and be open.
use super::dto::DepartmentInput;
use super::store;
use crate::people::store as people;
use kernel::access::Actor;
use kernel::code::field;
use kernel::error::{ApiError, ApiResult};
use kernel::ids::PersonId;
use sea_orm::DatabaseTransaction;

/// `head`: who stands there already need not be within what the caller may read.
pub async fn check(
    tx: &DatabaseTransaction,
    actor: &Actor,
    head: Option<PersonId>,
    input: &DepartmentInput,
) -> ApiResult<()> {
    let unknown = |pointer| ApiError::field(pointer, field::UNKNOWN_REFERENCE);
    if let Some(parent) = input.parent_id
        && !store::is_open(tx, parent).await?
    {
        return Err(unknown("/parent_id"));
    }
    let known = match input.head_person_id {
        None => true,
        Some(id) if head == Some(id) => people::is_active(tx, id).await?,
        Some(id) => people::active_visible(tx, actor, id).await?.is_some(),
    };
    if known { Ok(()) } else { Err(unknown("/head_person_id")) }
}
