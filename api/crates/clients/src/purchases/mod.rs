//! What a client bought: the history that a group-buy client's file keeps (B-CRM-02) and that is
//! collected at every contact (B-CRM-10).
mod act;
pub(crate) mod create;
mod dto;
pub mod entity;
mod get;
mod give_way;
mod list;
mod remove;
mod routes;
mod show;
pub(crate) mod store;
pub(crate) mod update;

pub use dto::{Purchase, PurchaseInput};
pub(crate) use give_way::give_way;
pub(crate) use routes::configure;
