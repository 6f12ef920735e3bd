//! What happened, for machines: a list to poll and a live stream, each showing an event only to
//! those who may see the record that it is about.
mod credential;
mod dto;
mod frame;
mod list;
mod live;
mod routes;
pub(crate) mod store;
mod stream;
mod streams;

pub use dto::{Event, EventPage, EventResource};
pub use routes::configure;
pub use streams::Streams;
