//! Single items of a file that are more secret than the file: papers, talks and comments with a level, a
//! term and what makes them secret of their own (A-SEC-06, A-SEC-07). Whoever is not cleared for an item
//! reads the file as if it were not there: in lists, counts, the timeline, the trail and events.
//!
//! Its term ends by the clock, without a row being touched (A-SEC-08): an item is found through its file
//! alone, so nothing has to be kept in order for it.
mod classify;
mod dto;
mod kinds;
mod mark;
pub(crate) mod rules;
mod told;

pub(crate) use classify::{given, settle};
pub use dto::{ClassifyItem, ItemLevel, ItemSecrecy};
pub use kinds::SecretContent;
pub(crate) use mark::{Marked, shown};
pub(crate) use told::{act_on_item, lift, note_items_read, raise};

/// Who looks, and when.
pub(crate) type Seeing<'a> = (&'a kernel::access::Actor, chrono::DateTime<chrono::Utc>);
