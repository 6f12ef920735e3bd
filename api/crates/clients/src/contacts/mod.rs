//! People at the client, key persons of the purchase among them (A-CLI-06). Their personal data are
//! shown in full only to holders of `client-personal.read` over the file (A-CLI-28).
mod act;
pub(crate) mod create;
mod dto;
pub mod entity;
mod get;
pub mod kinds;
mod list;
pub(crate) mod mask;
mod remove;
mod routes;
pub(crate) mod rules;
mod show;
pub(crate) mod store;
pub(crate) mod update;

pub use dto::{Contact, ContactInput};
pub(crate) use routes::configure;
