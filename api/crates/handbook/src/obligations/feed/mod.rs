//! What somebody has to do as a calendar that other programs subscribe to, by a secret link. The link
//! lies in mailboxes and telephones, so the calendar says what is due by when and names no record
//! (A-SEC-03); whoever has it reads no more than that.
mod dto;
pub mod entity;
mod manage;
mod read;
mod routes;
mod store;
mod write;

pub use dto::CalendarFeed;
pub use routes::configure;
