//! Destruction of client files (A-BOR-06, A-BOR-07): pure functions.
use super::entity::Model;
use super::kinds::DestructionState;
use super::refusal::{InUse, Refusal, Value};
use crate::archive::entity::Model as File;
use crate::archive::kinds::{ClientState, FileStatus, Inferior, Tier};
use crate::archive::rules as files;
use crate::{CarryOutDestructions, DESTRUCTION_NAMES_FILE, ProposeDestructions};
use chrono::NaiveDate;
use kernel::access::{Actor, Permission, Place};
use kernel::error::{ApiError, ApiResult};

type Verdict = Result<(), Refusal>;

/// What of a file says whether it is obsolete, beside its own columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The last day on which anything came into it.
    pub idle_since: NaiveDate,
    /// It is out of date where that is before this day.
    pub before: NaiveDate,
    pub in_use: Option<InUse>,
}

/// A-BOR-06: the handbook's three, whatever flow a company sets.
pub const PERSONS: usize = 3;

/// Where a destruction stands: with its file.
#[must_use]
pub fn place(row: &Model) -> Place {
    Place {
        owner_id: row.owner_id,
        department_id: row.department_id,
        site_id: row.site_id,
        level: row.level,
    }
}

/// The keepers of the archive propose.
pub fn may_propose(actor: &Actor, at: &Place) -> Verdict {
    if actor.may(ProposeDestructions::NAME, at) {
        return Ok(());
    }
    Err(Refusal::NotPermitted { permission: ProposeDestructions::NAME })
}

/// What was proposed already is not proposed again.
pub fn propose(actor: &Actor, file: &File) -> Verdict {
    may_propose(actor, &files::place(file))?;
    if file.status == FileStatus::Obsolete { Err(Refusal::Proposed) } else { Ok(()) }
}

/// What the file itself says of whether it may be proposed; how long nothing came into it is found when it
/// is.
pub fn offer(actor: &Actor, file: &File) -> Verdict {
    propose(actor, file)?;
    if is_history(file) { Ok(()) } else { of_no_value(file) }
}

/// A file that went into another one, or was taken back, says nothing of the client's standing any more.
const fn is_history(file: &File) -> bool {
    matches!(file.status, FileStatus::Merged | FileStatus::Withdrawn)
}

/// A-BOR-07: only what is out of date and of no keeping value.
pub fn obsolete(file: &File, standing: &Standing) -> Verdict {
    if let Some(why) = standing.in_use {
        return Err(Refusal::InUse { why });
    }
    if standing.idle_since >= standing.before {
        let Standing { idle_since, before, .. } = *standing;
        return Err(Refusal::NotOutOfDate { idle_since, before });
    }
    if is_history(file) { Ok(()) } else { of_no_value(file) }
}

fn of_no_value(file: &File) -> Verdict {
    let value = if matches!(file.tier, Tier::Key | Tier::Core) {
        Some(Value::Tier(file.tier))
    } else if file.state == ClientState::Existing {
        Some(Value::Existing)
    } else if file.inferior != Inferior::None {
        // B-CRM-12: on file as a warning to others.
        Some(Value::Inferior)
    } else {
        None
    };
    value.map_or(Ok(()), |value| Err(Refusal::OfValue { value }))
}

/// Whatever came of it: the file is gone, or it is what it was.
#[must_use]
pub const fn has_ended(row: &Model) -> bool {
    use DestructionState::{Abandoned, CarriedOut, Rejected, Withdrawn};
    matches!(row.state, Rejected | Withdrawn | Abandoned | CarriedOut)
}

fn in_state(row: &Model, states: &[DestructionState]) -> Verdict {
    if states.contains(&row.state) { Ok(()) } else { Err(Refusal::State { state: row.state }) }
}

fn own(actor: &Actor, row: &Model) -> Verdict {
    if row.requested_by == actor.id { Ok(()) } else { Err(Refusal::OfAnother) }
}

/// Whoever proposed it puts it right; under approval it begins anew.
pub fn change(actor: &Actor, row: &Model) -> Verdict {
    own(actor, row)?;
    in_state(row, &[DestructionState::Requested, DestructionState::SentBack])
}

/// What was sent back is submitted again.
pub fn submit(actor: &Actor, row: &Model) -> Verdict {
    own(actor, row)?;
    in_state(row, &[DestructionState::SentBack])
}

/// Whoever may propose or carry out may find that a file is worth keeping after all. While it is under
/// approval, whoever proposed it withdraws it there.
pub fn abandon(actor: &Actor, row: &Model) -> Verdict {
    let at = place(row);
    if !actor.may(CarryOutDestructions::NAME, &at) {
        may_propose(actor, &at)?;
    }
    in_state(row, &[DestructionState::SentBack, DestructionState::Approved])
}

/// A-BOR-06: after all three have approved, and never by whoever proposed it.
pub fn carry_out(actor: &Actor, row: &Model) -> Verdict {
    if !actor.may(CarryOutDestructions::NAME, &place(row)) {
        return Err(Refusal::NotPermitted { permission: CarryOutDestructions::NAME });
    }
    in_state(row, &[DestructionState::Approved])?;
    if row.requested_by == actor.id { Err(Refusal::OwnProposal) } else { Ok(()) }
}

/// What stays on the certificate holds nothing of the file by which it would be known.
pub fn tells_nothing(reason: &str, files: &[File]) -> ApiResult<()> {
    if names(reason, files) {
        return Err(ApiError::field("/reason", DESTRUCTION_NAMES_FILE));
    }
    Ok(())
}

/// Whether a text holds something by which one of some files would be known.
#[must_use]
pub fn names(text: &str, files: &[File]) -> bool {
    let known = files.iter().flat_map(|file| {
        [
            Some(&file.name),
            file.short_name.as_ref(),
            file.english_name.as_ref(),
            file.credit_code.as_ref(),
        ]
    });
    known.flatten().any(|known| text.contains(known.as_str()))
}

/// A-BOR-06: three persons, however many steps there were.
pub fn by_three(approvers: usize) -> Verdict {
    if approvers < PERSONS { Err(Refusal::NotByThree { approvers }) } else { Ok(()) }
}

/// What is destroyed is what was approved.
pub fn same(row: &Model, content_sha256: &str) -> Verdict {
    if row.content_sha256 == content_sha256 { Ok(()) } else { Err(Refusal::ContentChanged) }
}

#[cfg(test)]
#[path = "rules_tests.rs"]
mod tests;
