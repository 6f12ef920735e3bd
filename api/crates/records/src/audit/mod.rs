//! The audit trail: looking things up in it, and proving that nobody changed it.
mod anchor;
mod bounds;
mod chain;
mod dto;
mod get;
mod list;
mod reading;
mod routes;
mod rules;
pub(crate) mod store;
mod verify;

pub use dto::{AuditEntry, AuditFilter, Chain, Verification, VerifyChain};
pub use routes::configure;
