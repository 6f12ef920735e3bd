//! Every reading of a classified record is logged: who, what, at which level, in which way, when.
//!
//! From the middle level on nothing is shown before its reading is committed. At the lowest level, which
//! is that of most records, the readings of a second are written together: a process that is killed loses
//! those of its last second, and one that cannot write shows no more than [`FULL`] before it refuses.
pub mod entity;
mod log;
mod store;
mod way;

pub use log::{FULL, Log};
pub use store::forget;
use uuid::Uuid;
pub use way::ReadingWay;

/// From this level on a reading is committed before it is answered.
pub const AT_ONCE: i16 = 2;

/// One record as it is read.
#[derive(Clone, Debug)]
pub struct Reading<'a> {
    pub resource_type: &'a str,
    pub id: Uuid,
    /// 0 is open to everybody, and not logged.
    pub level: i16,
    pub way: ReadingWay,
}
