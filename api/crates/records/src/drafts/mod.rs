//! Drafts: what somebody has typed and not saved, kept so that a closed lid loses nothing. Each
//! person sees their own; saving again and again is no act, so drafts leave no audit entries.
mod delete;
mod dto;
pub mod entity;
mod get;
mod put;
mod routes;
pub(crate) mod store;

pub use dto::{Draft, DraftInput};
pub use routes::configure;
