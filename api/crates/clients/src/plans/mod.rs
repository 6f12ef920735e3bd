//! The overall plan for collecting client information (A-CLI-15): targets for a period by department
//! and owner, confirmed by the customer-service manager, and how far they are.
mod confirm;
mod create;
mod dto;
pub mod entity;
mod get;
mod kinds;
mod list;
mod routes;
mod rules;
mod running;
mod show;
mod store;
mod tell;
mod update;
mod withdraw;

pub(crate) use routes::configure;
