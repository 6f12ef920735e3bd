//! What a role's input points at: permissions that exist, each once.
use super::dto::RoleInput;
use crate::permissions::Inventory;
use kernel::code::field;
use kernel::error::{ApiError, ApiResult};
use kernel::http::problem::FieldProblem;
use std::collections::BTreeSet;

pub fn check(input: &RoleInput, inventory: &Inventory) -> ApiResult<()> {
    let mut seen = BTreeSet::new();
    let mut wrong = vec![];
    for (place, one) in input.permissions.iter().enumerate() {
        let pointer = format!("/permissions/{place}/permission");
        if inventory.find(&one.permission).is_none() {
            wrong.push(FieldProblem::new(&pointer, field::UNKNOWN_REFERENCE));
        } else if !seen.insert(&one.permission) {
            wrong.push(FieldProblem::new(&pointer, field::DUPLICATE));
        }
    }
    if wrong.is_empty() { Ok(()) } else { Err(ApiError::Invalid(wrong)) }
}
