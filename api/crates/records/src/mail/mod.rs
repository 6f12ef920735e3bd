//! Notifications by e-mail. A round gathers what is due for each person into one mail ([`gather`]); another
//! composes it as its reader may read it now and hands it to the company's mail server ([`send`]).
//!
//! A mail leaves the house: it tells kinds and figures and names no record, so that no level of
//! confidentiality depends on who reads a mailbox (A-SEC-03).
mod compose;
pub mod entity;
mod gather;
mod post;
mod send;
pub mod store;

pub use gather::gather;
pub use post::{Post, Posted, Smtp, Undelivered};
pub use send::send;

/// Technical: what is mailed was recorded when it was told.
fn service() -> kernel::access::Actor {
    kernel::access::Actor::system([], "mail")
}
