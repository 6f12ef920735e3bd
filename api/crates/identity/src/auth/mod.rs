//! The way in and out: sign-in, refresh, sign-out, and the first administrator.
mod cookie;
mod door;
mod dto;
mod origin;
pub(crate) mod password_rules;
pub(crate) mod passwords;
mod refresh;
pub mod routes;
pub mod setup;
pub(crate) mod setup_entity;
mod sign_in;
mod sign_out;
pub(crate) mod throttle;
pub(crate) mod throttle_entity;
mod throttle_rules;
pub(crate) mod tokens;
