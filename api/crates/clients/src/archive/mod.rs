//! Client files: the core that every other feature of the area hangs on.
//!
//! What others use: `store` (queries, each scoped), `rules` (who may do what), `create::begin` and
//! `update::rewrite` (write a file within a work), `hanging::recount` (after contacts or
//! qualifications changed), `list::chosen` (a filter as a query), `act` (what the trail says).
pub(crate) mod act;
pub mod actions;
pub(crate) mod brief;
pub mod completeness;
pub(crate) mod contents;
pub(crate) mod create;
pub mod dto;
pub mod entity;
pub(crate) mod filter;
mod get;
pub(crate) mod hanging;
pub(crate) mod index;
pub mod input;
pub mod kinds;
pub(crate) mod list;
pub(crate) mod owner;
pub(crate) mod privacy;
pub(crate) mod refusal;
mod routes;
pub(crate) mod rules;
pub mod sections;
pub(crate) mod show;
pub(crate) mod similar;
pub(crate) mod store;
mod update;

pub(crate) use routes::configure;
