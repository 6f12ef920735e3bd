//! The audit trail and the outbox: one act makes one entry in each, in the transaction of the act.
//! `seal` numbers both afterwards in commit order and chains the audit entries by hash.
pub mod entry;
pub mod event;
mod raised;
pub mod record;
pub mod seal;
pub mod severed;
pub mod verify;
mod write;

pub use raised::raise;
pub use record::{Changes, Outcome, Record, Resource};
pub use write::insert;
