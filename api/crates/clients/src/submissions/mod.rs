//! What salespeople collected (A-CLI-17), for the information administrator to key in (A-CLI-16).
mod accept;
mod create;
mod dto;
pub mod entity;
mod get;
mod hand_back;
mod kinds;
mod list;
mod proposal;
mod refusal;
mod routes;
mod rules;
mod show;
mod store;
mod tell;
mod withdraw;

pub(crate) mod waiting;

pub use get::labels;
pub(crate) use routes::configure;
