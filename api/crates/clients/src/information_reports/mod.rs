//! 客户信息报告: what each salesperson tells customer service in the first week of every month about the
//! competition that their clients are in, and how customer service calls them back (A-CIR-01 to
//! A-CIR-03).
mod call_backs;
mod create;
mod dto;
pub mod entity;
pub mod entries;
mod get;
mod kinds;
mod list;
mod receive;
mod refusal;
mod routes;
mod rules;
mod send_back;
mod show;
mod store;
mod tell;
mod update;

pub use call_backs::{CallBackInput, call_back, entity as call_back_entity, labels as call_labels};
pub use create::create;
pub use dto::{NewReport, ReceiveReport, SendReportBack};
pub use get::labels;
pub use receive::receive;
pub(crate) use routes::configure;
pub use send_back::send_back;

/// What notifications and the trail call it.
pub const KIND: &str = "client-information-report";
/// What they call a call back.
pub const CALL_BACK: &str = call_backs::KIND;
