//! Client files as a spreadsheet.
mod dto;
mod export;
mod fields;
mod routes;
mod row;

pub(crate) use export::fits;
pub(crate) use routes::configure;
