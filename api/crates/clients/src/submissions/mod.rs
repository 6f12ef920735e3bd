//! What salespeople collected (A-CLI-17), for the information administrator to key in (A-CLI-16).
mod accept;
mod apply;
mod create;
mod dto;
pub mod entity;
mod get;
mod hand_back;
pub(crate) mod kinds;
mod list;
mod proposal;
mod record;
mod refusal;
mod routes;
pub(crate) mod rules;
mod show;
mod shown_records;
mod standing;
mod store;
mod tell;
mod withdraw;

pub(crate) mod waiting;

pub use accept::accept;
pub use create::create;
pub use dto::{AcceptSubmission, ReturnSubmission, Submission, SubmissionInput};
pub use get::labels;
pub use hand_back::hand_back;
pub(crate) use routes::configure;
pub use store::exists;

/// What obligations, notifications and the trail call it.
pub const KIND: &str = "client-submission";
