//! Licences and certificates of the client, with their validity (A-CLI-05, A-CLI-10).
mod act;
mod create;
mod dto;
pub mod entity;
mod get;
pub mod kinds;
mod list;
pub mod parameters;
mod remove;
mod routes;
mod rules;
mod show;
mod store;
mod update;

pub use dto::{Qualification, QualificationInput};
pub(crate) use routes::configure;
