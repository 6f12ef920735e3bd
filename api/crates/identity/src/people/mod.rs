//! People who work for the company.
pub(crate) mod entity;
pub(crate) mod kinds;
pub(crate) mod store;
