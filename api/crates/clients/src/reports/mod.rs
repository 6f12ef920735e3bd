//! Classification reports by month, quarter and year (A-CLI-12), kept for good (A-CLI-13).
mod count;
mod dto;
pub mod entity;
mod figures;
mod get;
mod keep;
mod list;
mod period;
mod routes;
mod show;
mod store;

pub(crate) use figures::query;
pub(crate) use period::{Period, PeriodKind};
pub(crate) use routes::configure;
