//! What a department's input points at: it must exist and be open.
use super::dto::DepartmentInput;
use super::store;
use crate::people::store as people;
use kernel::code::field;
use kernel::error::{ApiError, ApiResult};
use sea_orm::DatabaseTransaction;

pub async fn check(tx: &DatabaseTransaction, input: &DepartmentInput) -> ApiResult<()> {
    let unknown = |pointer| ApiError::field(pointer, field::UNKNOWN_REFERENCE);
    if let Some(parent) = input.parent_id
        && !store::is_open(tx, parent).await?
    {
        return Err(unknown("/parent_id"));
    }
    if let Some(head) = input.head_person_id
        && !people::is_active(tx, head).await?
    {
        return Err(unknown("/head_person_id"));
    }
    Ok(())
}
