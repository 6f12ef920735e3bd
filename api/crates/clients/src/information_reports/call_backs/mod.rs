//! 回访: customer service calls a salesperson back on a report, or on one that is missing (A-CIR-03).
mod create;
mod dto;
pub mod entity;
mod read;
mod routes;
mod show;
mod store;
mod tell;

pub use create::call_back;
pub use dto::CallBackInput;
pub use read::labels;
pub(super) use routes::configure;

/// What notifications and the trail call it.
pub const KIND: &str = "client-information-report-call-back";
