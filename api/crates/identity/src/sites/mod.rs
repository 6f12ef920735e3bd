//! Places of business.
mod close;
pub(crate) mod create;
mod dto;
pub(crate) mod entity;
mod list;
pub(crate) mod routes;
mod rules;
pub(crate) mod store;
mod update;

pub use dto::{Site, SiteInput};
pub use store::names;
