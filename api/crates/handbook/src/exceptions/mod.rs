//! The exception register (例外登记): every departure from the handbook that the product lets through, with
//! its kind, reason, approver and end.
mod allowed;
mod apply;
mod decide;
mod dto;
pub mod entity;
mod forget;
mod kinds;
mod labels;
mod lapse;
mod list;
mod note;
mod refusal;
mod request;
mod routes;
mod rules;
pub(crate) mod show;
pub(crate) mod store;
mod tell;
mod trend;

pub use dto::ExceptionRow;
pub use forget::forget;
pub use kinds::{ExceptionKind, ExceptionState};
pub use labels::labels;
pub use note::{Departure, note};

pub(crate) use apply::apply;
pub(crate) use lapse::lapse;
pub(crate) use routes::configure;
pub(crate) use rules::request as may_request;
pub(crate) use show::of_obligation;
pub(crate) use store::visible_to;

/// Kind of the records in notifications and audit entries.
pub const KIND: &str = "exception";
