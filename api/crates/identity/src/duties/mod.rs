//! Which permissions no one person may hold together: the matrix, as data.
pub(crate) mod create;
mod dto;
mod end;
pub(crate) mod entity;
pub(crate) mod guard;
mod list;
pub(crate) mod routes;
mod rules;
pub(crate) mod store;

pub use dto::{DutyConflict, DutyConflictInput};
