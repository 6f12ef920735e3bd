//! One action on many files.
mod dto;
mod job;
mod routes;
mod selection;
mod start;
mod step;

pub use job::Bulk;
pub(crate) use routes::configure;
pub(crate) use selection::filter;

/// Kind of the job.
pub const KIND: &str = "client.bulk";
