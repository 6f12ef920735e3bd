//! Roles given to people, each for a time and with a reason.
pub(crate) mod entity;
pub(crate) mod store;
