//! Departments: a tree.
pub(crate) mod entity;
