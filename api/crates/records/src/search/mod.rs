//! One search over every area: each finds its own records, within the caller's reach and clearance.
mod dto;
mod find;
mod routes;

pub use dto::{Hit, SearchFilter};
pub use routes::configure;
