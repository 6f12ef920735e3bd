//! Credentials of machines: a person's, with fewer rights, hashed, expiring.
mod create;
mod dto;
pub(crate) mod entity;
mod list;
mod revoke;
pub(crate) mod routes;
mod rules;
mod show;
pub(crate) mod store;

pub use dto::{ApiKey, ApiKeyInput};
