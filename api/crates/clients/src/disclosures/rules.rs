//! External provision of client information (B-SEC-07, B-SEC-08): pure functions.
use super::dto::DisclosureInput;
use super::entity::Model;
use super::kinds::{DisclosureGround, DisclosureSection, DisclosureState, RecipientKind};
use super::refusal::{Change, Fault, Refusal};
use crate::archive::entity::Model as File;
use crate::archive::kinds::{ClientKind, FileStatus};
use crate::archive::rules as files;
use crate::{
    ClientId, CreateGroupBuyClients, MaintainClients, ProvideDisclosures, ReadPersonalData,
};
use chrono::{Days, NaiveDate};
use kernel::access::{Actor, Permission, Place};
use kernel::code::field;
use kernel::error::{ApiError, ApiResult};
use std::collections::BTreeSet;

type Verdict = Result<(), Refusal>;

/// Where a disclosure stands: with whoever requested it, as secret as what was reviewed.
#[must_use]
pub fn place(row: &Model) -> Place {
    Place {
        owner_id: Some(row.requested_by),
        department_id: row.department_id,
        site_id: row.site_id,
        level: row.level,
    }
}

/// What belongs together in a request, whoever makes it.
pub fn shape(input: &DisclosureInput) -> ApiResult<()> {
    basis(input)?;
    recipient(input)?;
    let distinct: BTreeSet<_> = input.sections.iter().collect();
    if distinct.len() < input.sections.len() {
        return Err(ApiError::field("/sections", field::DUPLICATE));
    }
    let mut named = BTreeSet::new();
    for (nth, file) in input.files.iter().enumerate() {
        if !named.insert(file.client_id) {
            return Err(ApiError::field(&format!("/files/{nth}/client_id"), field::DUPLICATE));
        }
        consented(input.ground, nth, file.consent.is_some())?;
    }
    Ok(())
}

/// B-SEC-08: a law obliges towards authorities alone, and is named; without one it takes consent.
fn basis(input: &DisclosureInput) -> ApiResult<()> {
    match (input.ground, &input.legal_basis) {
        (DisclosureGround::Law, _) if input.recipient_kind != RecipientKind::Authority => {
            Err(Refusal::LawAuthorityOnly.into())
        }
        (DisclosureGround::Law, None) => Err(Refusal::NoLegalBasis.into()),
        (DisclosureGround::Consent, Some(_)) => Err(ApiError::field("/legal_basis", field::RANGE)),
        _ => Ok(()),
    }
}

/// Who it is goes without saying where it is the client, and is nobody else's to receive.
fn recipient(input: &DisclosureInput) -> ApiResult<()> {
    match (input.recipient_kind, &input.recipient) {
        (RecipientKind::Client, Some(_)) => Err(ApiError::field("/recipient", field::RANGE)),
        (RecipientKind::Client, None) if input.files.len() > 1 => {
            Err(ApiError::field("/files", field::RANGE))
        }
        (RecipientKind::Client, None) | (_, Some(_)) => Ok(()),
        (_, None) => Err(ApiError::field("/recipient", field::REQUIRED)),
    }
}

/// B-SEC-08: each client for themselves; where a law obliges nobody is asked.
fn consented(ground: DisclosureGround, nth: usize, given: bool) -> ApiResult<()> {
    match (ground, given) {
        (DisclosureGround::Consent, false) => {
            Err(Refusal::NoConsent { place: nth + 1, fault: Fault::Missing }.into())
        }
        (DisclosureGround::Law, true) => {
            Err(ApiError::field(&format!("/files/{nth}/consent"), field::RANGE))
        }
        _ => Ok(()),
    }
}

/// A paper on which a consent rests, as it is now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paper {
    /// In whose file.
    pub client_id: ClientId,
    pub withdrawn: bool,
    /// The client revoked what it says, for whatever that was recorded.
    pub revoked: bool,
}

/// B-SEC-08: given by now, on a paper that is in place, and not revoked.
pub fn consent(
    place: usize,
    given_on: Option<NaiveDate>,
    paper: Option<Paper>,
    today: NaiveDate,
) -> Verdict {
    let fault = match (given_on, paper) {
        (None, _) => Some(Fault::Missing),
        (Some(day), _) if day > today => Some(Fault::InFuture),
        (_, Some(Paper { revoked: true, .. })) => Some(Fault::Revoked),
        (_, None | Some(Paper { withdrawn: true, .. })) => Some(Fault::PaperWithdrawn),
        _ => None,
    };
    fault.map_or(Ok(()), |fault| Err(Refusal::NoConsent { place, fault }))
}

fn in_state(row: &Model, states: &[DisclosureState]) -> Verdict {
    if states.contains(&row.state) { Ok(()) } else { Err(Refusal::State { state: row.state }) }
}

fn own(actor: &Actor, row: &Model) -> Verdict {
    if row.requested_by == actor.id { Ok(()) } else { Err(Refusal::OfAnother) }
}

/// How many people review it at the least, each for themselves (B-SEC-07): customer service and the company.
pub const PERSONS: usize = 2;

/// B-SEC-07: whatever flow a company sets, one person alone has reviewed nothing.
pub fn by_several(approvers: usize) -> Verdict {
    if approvers < PERSONS { Err(Refusal::NotReviewed { approvers }) } else { Ok(()) }
}

/// Whoever asked puts it right; under approval it begins anew.
pub fn change(actor: &Actor, row: &Model) -> Verdict {
    own(actor, row)?;
    in_state(row, &[DisclosureState::Requested, DisclosureState::SentBack])
}

/// What was sent back is submitted again.
pub fn submit(actor: &Actor, row: &Model) -> Verdict {
    own(actor, row)?;
    in_state(row, &[DisclosureState::SentBack])
}

/// Whoever asked, or would provide it, may find that it is not needed. While it is under approval,
/// whoever requested it withdraws it there.
pub fn give_up(actor: &Actor, row: &Model) -> Verdict {
    if !actor.may(ProvideDisclosures::NAME, &place(row)) {
        own(actor, row)?;
    }
    in_state(row, &[DisclosureState::SentBack, DisclosureState::Approved])
}

/// B-SEC-07: after the company's review, by customer service, and never by whoever requested it.
pub fn provide(actor: &Actor, row: &Model) -> Verdict {
    if !actor.may(ProvideDisclosures::NAME, &place(row)) {
        let permission = ProvideDisclosures::NAME;
        return Err(Refusal::NotPermitted { permission, clauses: &["B-SEC-07"] });
    }
    in_state(row, &[DisclosureState::Approved])?;
    if row.requested_by == actor.id { Err(Refusal::OwnRequest) } else { Ok(()) }
}

/// The last day on which an approval may be used.
#[must_use]
pub fn valid_until(approved_on: NaiveDate, days: i64) -> NaiveDate {
    let days = Days::new(u64::try_from(days).unwrap_or_default());
    approved_on.checked_add_days(days).unwrap_or(NaiveDate::MAX)
}

pub fn still_valid(valid_until: NaiveDate, today: NaiveDate) -> Verdict {
    if today > valid_until { Err(Refusal::TooOld { valid_until }) } else { Ok(()) }
}

/// It was handed over after the review and not after today.
pub fn day(on: NaiveDate, approved_on: NaiveDate, today: NaiveDate) -> ApiResult<()> {
    if on < approved_on || on > today {
        return Err(ApiError::field("/provided_on", field::RANGE));
    }
    Ok(())
}

/// B-SEC-07: what is provided is what was reviewed.
pub fn as_reviewed(row: &Model, number: &str, file: Option<&File>) -> Verdict {
    let change = match file {
        None => Change::Unseen,
        Some(file) if file.status != FileStatus::Active || file.number != number => {
            Change::NotInForce
        }
        Some(file) if file.level.rank() > row.level => Change::Level,
        Some(_) => return Ok(()),
    };
    Err(Refusal::FileChanged { change })
}

/// A-CLI-28: whoever provides personal data may read them. Sections that name people are personal, and
/// everything in the file of a private person.
pub fn personal(actor: &Actor, sections: &[DisclosureSection], files: &[File]) -> Verdict {
    use DisclosureSection::{Contacts, Interactions, Papers};
    let names_people = sections.iter().any(|it| matches!(it, Contacts | Interactions | Papers));
    let permission = ReadPersonalData::NAME;
    let may = |file: &File| {
        let personal = names_people || file.kind == ClientKind::Individual;
        !personal || actor.may(permission, &files::place(file))
    };
    if files.iter().all(may) {
        return Ok(());
    }
    Err(Refusal::NotPermitted { permission, clauses: &["A-CLI-28"] })
}

/// B-SEC-08: whoever keeps the file records what its client says; also of one that is to be destroyed.
pub fn revoke(actor: &Actor, file: &File) -> Verdict {
    let at = files::place(file);
    let permission = MaintainClients::NAME;
    let theirs = file.group_buy && actor.may(CreateGroupBuyClients::NAME, &at);
    if theirs || actor.may(permission, &at) {
        return Ok(());
    }
    Err(Refusal::NotPermitted { permission, clauses: &["B-SEC-08"] })
}

/// Not after today, and not before the consent was given.
pub fn revoked_on(on: NaiveDate, given_on: Option<NaiveDate>, today: NaiveDate) -> ApiResult<()> {
    if on > today || given_on.is_some_and(|given| on < given) {
        return Err(ApiError::field("/revoked_on", field::RANGE));
    }
    Ok(())
}

/// A-CLI-28: who consented and who received it are people outside the company. Whoever wrote it down in
/// the request knows it.
#[must_use]
pub fn shows_people(actor: &Actor, row: &Model, at: &Place) -> bool {
    row.requested_by == actor.id || actor.may(ReadPersonalData::NAME, at)
}

#[cfg(test)]
#[path = "rules_tests.rs"]
mod tests;
