//! Everybody who touches client information is bound to secrecy (A-CLI-18): the undertaking is a
//! text of the handbook's, signed by name and for a time. Until it is, and again when it has run out
//! or the text has changed, every right over client information rests; see [`gate`].
mod acknowledge;
pub(crate) mod current;
mod dto;
pub mod entity;
pub(crate) mod gate;
mod list;
mod mine;
pub mod parameters;
mod routes;
mod rules;
mod seed;
mod show;
mod standings;
mod store;

pub(crate) use routes::configure;

pub use gate::{Bound, Gate, bound};
pub use seed::sign_for;
