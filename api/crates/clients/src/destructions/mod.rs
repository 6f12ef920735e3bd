//! Destroying obsolete client files: proposed by a keeper of the archive, approved by the handbook's three,
//! carried out by another keeper, and a certificate that remains (A-BOR-06, A-BOR-07).
mod abandon;
mod amend;
mod carry_out;
mod clear;
mod dto;
pub mod entity;
mod extracts;
mod inventory;
pub(crate) mod kinds;
mod propose;
mod read;
mod refusal;
mod routes;
pub(crate) mod rules;
mod show;
mod standing;
pub(crate) mod store;
mod subject;
mod tell;
mod traces;

pub use clear::clear;
pub use dto::Proposal;
pub use propose::propose;
pub use read::labels;
pub(crate) use routes::configure;
pub use subject::{Destructions, FLOW};

/// What approvals, notifications and the trail call it.
pub const KIND: &str = "client-destruction";
