//! Talks, visits and messages (A-CLI-23), and the needs and preferences heard at them (B-CRM-10,
//! B-CRM-14). What is filed is not written over: a correction is a new record that names the old one.
mod chain;
mod classify;
mod dto;
pub mod entity;
mod get;
pub mod kinds;
mod list;
mod record;
mod routes;
mod rules;
mod show;
mod store;

pub use dto::{Interaction, InteractionInput};
pub(crate) use routes::configure;
