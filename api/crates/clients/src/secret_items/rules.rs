//! Who makes an item more secret than its file, and how far: pure functions.
use super::mark::Mark;
use crate::archive::entity::Model as File;
use crate::archive::kinds::Level;
use crate::archive::refusal::Refusal;
use crate::archive::rules as files;
use chrono::{DateTime, Utc};
use kernel::access::{Actor, Place};

/// An item is never less secret than its file.
#[must_use]
pub fn level(file: &File, mark: &Mark, at: DateTime<Utc>) -> i16 {
    file.level.rank().max(mark.in_force(at))
}

/// Where what is done with an item stands.
#[must_use]
pub fn place(file: &File, mark: &Mark, at: DateTime<Utc>) -> Place {
    Place { level: level(file, mark, at), ..files::place(file) }
}

/// A-SEC-06, A-SEC-07: a level of its own is above the file's, and nobody sets one that they could then
/// not read themselves (A-CLI-18).
pub fn above(actor: &Actor, file: &File, to: Level) -> Result<(), Refusal> {
    if to.rank() <= file.level.rank() {
        return Err(Refusal::ItemNotAbove { level: file.level });
    }
    if to.rank() > actor.clearance { Err(Refusal::AboveClearance) } else { Ok(()) }
}

/// What takes the place of an item is no less secret, and for no shorter: a correction would tell what was
/// said.
#[must_use]
pub fn of_both(new: Mark, before: Mark, at: DateTime<Utc>) -> Mark {
    let (higher, other) =
        if before.in_force(at) > new.in_force(at) { (before, new) } else { (new, before) };
    if other.in_force(at) == 0 || other.ends_at <= higher.ends_at {
        return higher;
    }
    Mark { until: other.until, ends_at: other.ends_at, ..higher }
}
