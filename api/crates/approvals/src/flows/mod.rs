//! Flows: who approves what, in which order; effective-dated data over the handbook's own.
pub mod definition;
pub(crate) mod dto;
pub mod entity;
pub(crate) mod known;
mod list;
pub(crate) mod routes;
pub(crate) mod rules;
mod set;
mod show;
mod store;
