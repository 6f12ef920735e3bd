//! Places of business.
pub(crate) mod entity;
