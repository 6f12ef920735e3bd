//! Roles: named sets of permissions, each with a scope, and a clearance.
pub mod built_in;
mod dto;
pub(crate) mod entity;
pub(crate) mod permission_entity;
pub(crate) mod scope;
pub(crate) mod store;

pub use built_in::RoleSpec;
pub use dto::{RoleInput, RolePermission};
pub use scope::Scope;
