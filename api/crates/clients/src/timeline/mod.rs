//! Everything that happened to a client, in one list.
mod dto;
mod list;
mod routes;
mod rules;
mod show;
mod store;

pub(crate) use routes::configure;
