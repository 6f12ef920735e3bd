//! Who files papers, and who may withdraw one.
use super::entity::Model;
use crate::archive::entity::Model as File;
use crate::hanging::{Verdict, deal, in_place, own_or_keep};
use kernel::access::Actor;

/// A-CLI-25: the salesperson keeps quotations and drawings from first contact to the end.
pub fn attach(actor: &Actor, file: &File) -> Verdict {
    deal(actor, file, &["A-CLI-16", "A-CLI-25"])
}

/// Whoever filed it, or the archive's keeper.
pub fn change(actor: &Actor, file: &File, row: &Model) -> Verdict {
    own_or_keep(actor, file, row.created_by, &["A-CLI-16", "A-CLI-25"])?;
    in_place(row.removed_at)
}

/// A withdrawn paper is kept, and nobody is handed it.
pub fn hand_out(row: &Model) -> Verdict {
    in_place(row.removed_at)
}
