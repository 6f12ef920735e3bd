//! Licences and certificates of the client, with their validity (A-CLI-05, A-CLI-10).
mod act;
pub(crate) mod create;
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
pub(crate) mod store;
pub(crate) mod update;

pub use dto::{Qualification, QualificationInput};
pub(crate) use routes::configure;
