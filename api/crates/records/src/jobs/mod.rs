//! Jobs as their owners see them: how far, with what outcome, and taking back what they did.
mod cancel;
mod dto;
pub mod entity;
mod export;
mod get;
mod list;
mod routes;
mod rows;
mod rules;
mod store;
mod undo;
mod undoing;

pub use dto::{Job, JobFilter, JobRow, JobRowFilter, RowOutcome};
pub use routes::configure;
pub use undoing::Undoing;
