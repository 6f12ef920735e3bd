//! Departments: a tree.
mod close;
pub(crate) mod create;
mod dto;
pub(crate) mod entity;
mod list;
mod references;
pub(crate) mod routes;
mod rules;
pub(crate) mod store;
pub(crate) mod update;

pub use dto::{Department, DepartmentInput};
pub use store::names;
