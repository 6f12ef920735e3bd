//! Sessions: one signed-in device each, kept alive by rotating refresh tokens.
pub(crate) mod entity;
pub(crate) mod rules;
pub(crate) mod start;
pub(crate) mod store;
pub(crate) mod token_entity;
