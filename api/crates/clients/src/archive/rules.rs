//! Who may do what to a file, and when: pure functions. The same one guards an action and tells
//! `allowed_actions`.
use super::actions::ClientAction;
use super::entity::Model;
use super::kinds::{ClientState, FileStatus, Inferior, Tier, VerificationResult};
use super::refusal::Refusal;
use chrono::{Months, NaiveDate};
use kernel::access::{Actor, Permission, Place};

type Verdict = Result<(), Refusal>;

/// The rule that guards an action.
pub fn of_action(action: ClientAction, actor: &Actor, today: NaiveDate, row: &Model) -> Verdict {
    match action {
        ClientAction::Update => keep(actor, row),
        ClientAction::Verify => verify(actor, row),
        ClientAction::HandOver => hand_over(actor, row),
        ClientAction::ChangeState => change_state(actor, row),
        ClientAction::ChangeTier => change_tier(actor, today, row),
        ClientAction::Classify => classify(actor, row),
        ClientAction::ReportInferior => report_inferior(actor, row),
        ClientAction::ConfirmInferior => confirm_inferior(actor, row),
        ClientAction::ClearInferior => clear_inferior(actor, row),
        ClientAction::Merge => merge(actor, row),
    }
}

/// Where a file stands.
#[must_use]
pub fn place(row: &Model) -> Place {
    Place {
        owner_id: Some(row.owner_id),
        department_id: row.department_id,
        site_id: row.site_id,
        level: row.level.rank(),
    }
}

/// A file that went into another one, or was taken back, is history and is not touched again; nor is one
/// that is to be destroyed (A-BOR-06).
pub fn in_force(row: &Model) -> Verdict {
    match row.status {
        FileStatus::Active => Ok(()),
        FileStatus::Merged => Err(Refusal::Merged),
        FileStatus::Withdrawn => Err(Refusal::Withdrawn),
        FileStatus::Obsolete => Err(Refusal::Obsolete),
    }
}

fn needs<P: Permission>(actor: &Actor, at: &Place, clauses: &'static [&'static str]) -> Verdict {
    let permission = P::NAME;
    if actor.may(permission, at) {
        return Ok(());
    }
    Err(Refusal::NotPermitted { permission, clauses })
}

/// A-CLI-16: files are built by the information administrator; B-CRM-01: a group-buy client's file
/// is begun by the group-buying specialist, and by nobody else.
pub fn begin(actor: &Actor, group_buy: bool, at: &Place) -> Verdict {
    if group_buy {
        needs::<crate::CreateGroupBuyClients>(actor, at, &["B-CRM-01"])
    } else {
        needs::<crate::MaintainClients>(actor, at, &["A-CLI-16", "A-CLI-17"])
    }
}

/// A-CLI-16: files are kept up by the information administrator; those of group-buy clients also by
/// the specialist who owns them (B-CRM-01, B-CRM-03).
pub fn keep(actor: &Actor, row: &Model) -> Verdict {
    in_force(row)?;
    let at = place(row);
    if row.group_buy && actor.may(<crate::CreateGroupBuyClients as Permission>::NAME, &at) {
        return Ok(());
    }
    needs::<crate::MaintainClients>(actor, &at, &["A-CLI-16", "A-CLI-17"])
}

/// B-CRM-01: making a file one of a group-buy client, or no longer one, is the specialist's.
pub fn turn_group_buy(actor: &Actor, row: &Model, group_buy: bool) -> Verdict {
    if row.group_buy == group_buy { Ok(()) } else { begin(actor, true, &place(row)) }
}

pub fn verify(actor: &Actor, row: &Model) -> Verdict {
    in_force(row)?;
    needs::<crate::VerifyClients>(actor, &place(row), &["A-CLI-10"])
}

/// A-CLI-10: what was adjusted or differs is said; A-CLI-02: a basic archive with gaps cannot be
/// found in order.
pub fn verification(result: VerificationResult, note: bool, gaps: Vec<&'static str>) -> Verdict {
    match result {
        VerificationResult::Confirmed if !gaps.is_empty() => {
            Err(Refusal::BasicIncomplete { missing: gaps })
        }
        VerificationResult::Adjusted | VerificationResult::Discrepancy if !note => {
            Err(Refusal::NoteRequired)
        }
        _ => Ok(()),
    }
}

/// A-CLI-10, A-CLI-11: once per quarter. A file verified (or begun) at any time in one quarter is
/// due by the end of the quarter in which `months` later falls: with three, of the next quarter.
#[must_use]
pub fn due_after(date: NaiveDate, months: u32) -> NaiveDate {
    date.checked_add_months(Months::new(months))
        .and_then(handbook::calendar::quarter_end)
        .unwrap_or(NaiveDate::MAX)
}

pub fn hand_over(actor: &Actor, row: &Model) -> Verdict {
    in_force(row)?;
    needs::<crate::HandOverClients>(actor, &place(row), &["A-CLI-01"])
}

/// Whoever hands over within a department keeps the file in it.
pub fn hand_over_to(actor: &Actor, to: &Place) -> Verdict {
    needs::<crate::HandOverClients>(actor, to, &["A-CLI-01"])
}

/// What an owner may do with the file that is, or becomes, theirs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Fitness {
    /// `client.read`, clearance included.
    pub reads: bool,
    /// `client.maintain-key`.
    pub key: bool,
    /// `client.follow-up`.
    pub general: bool,
}

/// B-CRM-07: key and core clients are looked after by the business manager; B-CRM-08: general ones
/// are followed up by the specialist (a manager may do so too). Anybody may nurture a potential one.
pub fn fit(tier: Tier, owner: Fitness) -> Verdict {
    let (fits, permission, clauses): (_, _, &[&str]) = match tier {
        Tier::Key | Tier::Core => {
            (owner.key, <crate::MaintainKeyClients as Permission>::NAME, &["B-CRM-07"])
        }
        Tier::General => (
            owner.general || owner.key,
            <crate::FollowUpClients as Permission>::NAME,
            &["B-CRM-08"],
        ),
        Tier::Potential => return Ok(()),
    };
    if fits { Ok(()) } else { Err(Refusal::OwnerUnfit { tier, permission, clauses }) }
}

/// A-CLI-18: nobody is made the owner of a file that they may not read.
pub fn sees(owner: Fitness) -> Verdict {
    if owner.reads { Ok(()) } else { Err(Refusal::OwnerWithoutAccess) }
}

/// A-CLI-18: and nobody stays the owner of one that they may no longer read.
pub fn keeps_sight(owner: Fitness) -> Verdict {
    if owner.reads { Ok(()) } else { Err(Refusal::OwnerLosesSight) }
}

/// B-CRM-07, B-CRM-08: whoever takes a client over is fit for its tier. An owner who has moved can
/// take the file along, where it `stays` nothing happens.
pub fn new_owner(row: &Model, stays: bool, fitness: Fitness) -> Verdict {
    if stays {
        return Err(Refusal::Unchanged { clauses: &["A-CLI-01"] });
    }
    sees(fitness)?;
    fit(row.tier, fitness)
}

/// B-CRM-07: a personalised service plan.
pub fn service_plan(tier: Tier, plan: Option<&str>) -> Verdict {
    let needed = matches!(tier, Tier::Key | Tier::Core);
    if needed && plan.is_none() { Err(Refusal::ServicePlanMissing) } else { Ok(()) }
}

/// B-CRM-03: a tier rests on what the file says, so one whose verification is overdue is verified first.
pub fn change_tier(actor: &Actor, today: NaiveDate, row: &Model) -> Verdict {
    keep(actor, row)?;
    let due_on = row.verification_due_on;
    if due_on < today { Err(Refusal::VerificationOverdue { due_on }) } else { Ok(()) }
}

/// B-CRM-05, B-CRM-07, B-CRM-08.
pub fn tier(row: &Model, to: Tier, owner: Fitness) -> Verdict {
    if row.tier == to {
        return Err(Refusal::Unchanged { clauses: &["B-CRM-05"] });
    }
    in_tier(row, to, owner)
}

/// B-CRM-07, B-CRM-08: what a file of a tier has to have.
pub fn in_tier(row: &Model, tier: Tier, owner: Fitness) -> Verdict {
    fit(tier, owner)?;
    service_plan(tier, row.service_plan.as_deref())
}

pub fn change_state(actor: &Actor, row: &Model) -> Verdict {
    keep(actor, row)
}

/// A-CLI-29: a client is won step by step, and may be lost again step by step.
pub fn state_move(from: ClientState, to: ClientState) -> Verdict {
    use ClientState::{Existing, InTheMaking, Potential};
    match (from, to) {
        (Potential, InTheMaking)
        | (InTheMaking, Existing)
        | (Existing, InTheMaking)
        | (InTheMaking, Potential) => Ok(()),
        _ => Err(Refusal::StateMove { from, to }),
    }
}

pub fn classify(actor: &Actor, row: &Model) -> Verdict {
    in_force(row)?;
    needs::<crate::ClassifyClients>(actor, &place(row), &["A-CLI-01", "A-CLI-18"])
}

fn marked(row: &Model, allowed: &[Inferior]) -> Verdict {
    if allowed.contains(&row.inferior) {
        return Ok(());
    }
    Err(Refusal::InferiorState { state: row.inferior })
}

/// B-CRM-12: met at reception, reported to the superior.
pub fn report_inferior(actor: &Actor, row: &Model) -> Verdict {
    in_force(row)?;
    needs::<crate::ReportInferiorClients>(actor, &place(row), &["B-CRM-12"])?;
    marked(row, &[Inferior::None])
}

/// B-CRM-12: confirmed and filed by the supervisor, never by the one who reported.
pub fn confirm_inferior(actor: &Actor, row: &Model) -> Verdict {
    in_force(row)?;
    needs::<crate::ConfirmInferiorClients>(actor, &place(row), &["B-CRM-12"])?;
    marked(row, &[Inferior::Reported])?;
    if row.inferior_reported_by == Some(actor.id) { Err(Refusal::OwnReport) } else { Ok(()) }
}

/// B-CRM-12: a mark is taken off by those who may confirm one.
pub fn clear_inferior(actor: &Actor, row: &Model) -> Verdict {
    in_force(row)?;
    needs::<crate::ConfirmInferiorClients>(actor, &place(row), &["B-CRM-12"])?;
    marked(row, &[Inferior::Reported, Inferior::Confirmed])
}

pub fn merge(actor: &Actor, row: &Model) -> Verdict {
    in_force(row)?;
    needs::<crate::MergeClients>(actor, &place(row), &["A-CLI-14", "A-CLI-16"])
}

/// A-CLI-14: one authoritative file of a client; B-CRM-01: that of a group-buy client is the one that
/// remains.
pub fn merge_pair(target: &Model, from: &Model) -> Verdict {
    if target.id == from.id {
        return Err(Refusal::SameFile);
    }
    if target.kind != from.kind {
        return Err(Refusal::KindsDiffer);
    }
    if from.group_buy && !target.group_buy { Err(Refusal::GroupBuyRemains) } else { Ok(()) }
}

/// What is known of one client by two files: the higher tier and the further state.
#[must_use]
pub fn standing_of_both(target: &Model, from: &Model) -> (Tier, ClientState) {
    (target.tier.min(from.tier), target.state.max(from.state))
}

/// A-CLI-14: similar files are looked at before another one is begun.
pub fn distinct(similar: usize, confirmed: bool, reason: Option<&str>) -> Verdict {
    let settled = confirmed && reason.is_some();
    if similar == 0 || settled {
        return Ok(());
    }
    Err(Refusal::DuplicateSuspected { count: similar })
}

#[cfg(test)]
#[path = "rules_tests.rs"]
pub(crate) mod tests;
