//! Roles given to people, each for a time and with a reason.
pub(crate) mod create;
mod dto;
pub(crate) mod entity;
mod list;
mod revoke;
pub(crate) mod routes;
pub(crate) mod rules;
mod show;
pub(crate) mod store;

pub use dto::{RoleGrant, RoleGrantInput};
