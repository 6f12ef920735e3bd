//! What an act on a file does to what is due about it. Whatever stores a file goes through [`saved`].
use super::kinds::{CONTACT, LEVEL_REVIEW, OF_FILES, UPDATE, VERIFICATION};
use crate::archive::entity::Model;
use crate::archive::kinds::{FileStatus, Level};
use crate::archive::{rules, store};
use handbook::obligations::{self, Fate};
use kernel::error::ApiResult;
use kernel::work::Work;

/// Store what became of a file, and of its obligations with it.
pub async fn saved(work: &mut Work<'_>, before: &Model, after: &Model) -> ApiResult<()> {
    store::save(work.db(), before, after).await?;
    let places = (&rules::place(before), &rules::place(after));
    let fate = |kind: &str| fate(before, after, kind);
    obligations::follow(work, (&OF_FILES, after.id.0), places, fate).await
}

fn fate(before: &Model, after: &Model, kind: &str) -> Fate {
    if after.status != FileStatus::Active {
        return Fate::Void("RECORD_GONE");
    }
    let done = match kind {
        code if code == VERIFICATION.code => after.verification_due_on > before.verification_due_on,
        code if code == UPDATE.code => after.supplemented_at > before.supplemented_at,
        code if code == CONTACT.code => after.last_contact_at > before.last_contact_at,
        code if code == LEVEL_REVIEW.code => return level_fate(before, after),
        _ => false,
    };
    if done { Fate::Fulfilled } else { Fate::Stays }
}

/// A-SEC-08: the end of the term needs nobody's decision.
fn level_fate(before: &Model, after: &Model) -> Fate {
    if after.level == Level::Declassified {
        return Fate::Void("TERM_ENDED");
    }
    let same = (before.level, before.level_until) == (after.level, after.level_until);
    if same { Fate::Stays } else { Fate::Fulfilled }
}
