//! The second copy of the basic archive, for market analysis (A-CLI-03): an extract of structured
//! fields, without personal data and without free texts, kept as it was taken, in a register of who
//! took what and when.
mod columns;
mod dto;
pub mod entity;
mod get;
mod list;
mod routes;
mod show;
mod store;
mod take;

pub(crate) use routes::configure;
