//! Permissions lent to another person for a time.
mod create;
mod dto;
pub(crate) mod entity;
mod list;
mod revoke;
pub(crate) mod routes;
mod rules;
mod show;
mod store;

pub use dto::{Delegation, DelegationInput};
pub use store::{lenders, who_lent};
