//! Client files from spreadsheets: checked row by row as single files are, carried out as a job,
//! undone while untouched.
mod cells;
pub(crate) mod columns;
pub(crate) mod dto;
mod job;
pub(crate) mod outcome;
mod refusal;
mod routes;
mod rows;
mod start;
mod template;
mod undo;
mod upload;

pub use job::Importing;
pub(crate) use routes::configure;

/// Kind of the job.
pub const KIND: &str = "client.import";
