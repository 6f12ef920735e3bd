//! What somebody may do, put together from roles, grants, delegations and keys.
pub(crate) mod expand;
pub(crate) mod guard;
pub(crate) mod guard_entity;
pub(crate) mod load;
pub(crate) mod tree;
