//! Credentials of machines: a person's, with fewer rights, hashed, expiring.
pub(crate) mod entity;
pub(crate) mod store;
