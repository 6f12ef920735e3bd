//! Approvals under way and done: a record's way through a flow, what each approver has to decide, and
//! what happened.
mod across_levels;
mod act;
pub mod act_entity;
mod advance;
mod allowed;
mod candidates;
mod decide;
mod dto;
mod eligible;
pub mod entity;
mod evidence;
pub mod kinds;
mod labels;
mod moving;
mod pass_on;
mod read;
mod refusal;
mod requester;
mod requests;
pub(crate) mod routes;
mod rules;
mod send_back;
mod show;
mod store;
mod submit;
pub mod task_entity;
pub(crate) mod task_routes;
mod tend;
mod together;

pub(crate) use decide::approve;
pub(crate) use moving::Moving;
pub(crate) use requests::Approve;
pub(crate) use store::open_of;

pub use labels::{approvers, labels, latest};
pub use store::{exists, taken_part};
pub use submit::{restart, submit, void};
pub use tend::tend;

pub use evidence::Decisions;
