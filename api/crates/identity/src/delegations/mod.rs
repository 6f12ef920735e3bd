//! Permissions lent to another person for a time.
pub(crate) mod entity;
