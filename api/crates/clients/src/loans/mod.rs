//! Borrowing and consulting client archives: the request with its signatures, the loan card, what came
//! back and what did not (A-BOR-01 to A-BOR-05).
mod dto;
pub mod entity;
mod keep;
pub(crate) mod kinds;
mod read;
mod refusal;
mod request;
mod routes;
pub(crate) mod rules;
mod show;
mod store;
mod subject;
mod tell;

pub use crate::LoanId;
pub use dto::{HandOut, LoanInput};
pub use keep::hand_out;
pub use read::labels;
pub(crate) use read::{level, number};
pub use request::request;
pub(crate) use routes::configure;
pub use store::exists;
pub use subject::{FLOW, Loans};

/// What approvals, notifications and the trail call it.
pub const KIND: &str = "client-loan";
