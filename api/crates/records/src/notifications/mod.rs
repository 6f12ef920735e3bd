//! Notifications as their reader sees them. Writing them is `kernel::notify`'s; whether the record
//! behind one may still be seen, and what it is called, is asked of its area at every reading.
mod dto;
mod list;
mod mark_read;
mod routes;
pub(crate) mod sift;
mod store;

pub use dto::{MarkRead, Marked, Notification, NotificationFilter};
pub use routes::configure;
