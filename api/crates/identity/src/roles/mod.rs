//! Roles: named sets of permissions, each with a scope, and a clearance.
pub mod built_in;
pub(crate) mod create;
mod dto;
pub(crate) mod entity;
mod list;
pub(crate) mod permission_entity;
pub(crate) mod routes;
mod rules;
pub(crate) mod scope;
pub(crate) mod store;
mod update;

pub use dto::{Role, RoleInput, RolePermission};
pub use scope::Scope;
pub use store::names;
