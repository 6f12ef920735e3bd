//! Borrowing, consultation and its loan card (A-BOR): pure functions.
use super::dto::LoanInput;
use super::entity::Model;
use super::kinds::{LoanKind, LoanState};
use super::refusal::Refusal;
use crate::{BorrowClients, ManageLoans};
use chrono::NaiveDate;
use kernel::access::{Actor, Permission, Place};
use kernel::code::field;
use kernel::error::{ApiError, ApiResult};

/// Where a request stands: with whoever made it.
#[must_use]
pub fn place(row: &Model) -> Place {
    Place {
        owner_id: Some(row.requested_by),
        department_id: row.department_id,
        site_id: row.site_id,
        level: row.level,
    }
}

/// What may be asked for: by managers and above to take along (A-BOR-02), by everybody to look into;
/// with the undertaking (A-BOR-04).
pub fn ask(actor: &Actor, input: &LoanInput) -> Result<(), Refusal> {
    if input.kind == LoanKind::Loan && !actor.holds(BorrowClients::NAME) {
        return Err(Refusal::OnlyManagers);
    }
    if input.undertaking { Ok(()) } else { Err(Refusal::NoUndertaking) }
}

/// A loan ends on a day, today or later; nothing else does.
pub fn term(input: &LoanInput, today: NaiveDate) -> ApiResult<()> {
    match (input.kind, input.due_on) {
        (LoanKind::Loan, None) => Err(ApiError::field("/due_on", field::REQUIRED)),
        (LoanKind::Loan, Some(day)) if day < today => Err(ApiError::field("/due_on", field::RANGE)),
        (LoanKind::Loan, Some(_)) | (_, None) => Ok(()),
        (_, Some(_)) => Err(ApiError::field("/due_on", field::RANGE)),
    }
}

fn in_state(row: &Model, states: &[LoanState]) -> Result<(), Refusal> {
    if states.contains(&row.state) { Ok(()) } else { Err(Refusal::State { state: row.state }) }
}

fn own(actor: &Actor, row: &Model) -> Result<(), Refusal> {
    if row.requested_by == actor.id { Ok(()) } else { Err(Refusal::OfAnother) }
}

/// Whoever asked puts it right, also while it is under approval: that begins anew.
pub fn change(actor: &Actor, row: &Model) -> Result<(), Refusal> {
    own(actor, row)?;
    in_state(row, &[LoanState::Requested, LoanState::SentBack])
}

/// What was sent back is submitted again.
pub fn submit(actor: &Actor, row: &Model) -> Result<(), Refusal> {
    own(actor, row)?;
    in_state(row, &[LoanState::SentBack])
}

/// Customer service keeps the archive (A-BOR-01), and nobody hands out to themselves.
fn keep(actor: &Actor, row: &Model) -> Result<(), Refusal> {
    if !actor.may(ManageLoans::NAME, &place(row)) {
        return Err(Refusal::NotPermitted);
    }
    if row.requested_by == actor.id { Err(Refusal::OwnRequest) } else { Ok(()) }
}

pub fn hand_out(actor: &Actor, row: &Model) -> Result<(), Refusal> {
    keep(actor, row)?;
    in_state(row, &[LoanState::Approved])
}

/// What comes back, or does not.
pub fn settle(actor: &Actor, row: &Model) -> Result<(), Refusal> {
    keep(actor, row)?;
    in_state(row, &[LoanState::HandedOut])
}

/// A file is named where files are handed out, and nowhere else: what was approved as figures is figures
/// (A-BOR-01). Nothing is lent past its last day.
pub fn card(row: &Model, files: usize, today: NaiveDate) -> ApiResult<()> {
    match row.kind {
        LoanKind::Statistics if files > 0 => Err(Refusal::FiguresOnly.into()),
        LoanKind::Consultation | LoanKind::Loan if files == 0 => {
            Err(ApiError::field("/files", field::REQUIRED))
        }
        LoanKind::Loan if row.due_on.is_none_or(|day| day < today) => Err(Refusal::Late.into()),
        _ => Ok(()),
    }
}

/// Who sees which files were handed out: the borrower, and whoever keeps the cards.
#[must_use]
pub fn shows_files(actor: &Actor, row: &Model) -> bool {
    row.requested_by == actor.id || actor.may(ManageLoans::NAME, &place(row))
}

#[must_use]
pub fn overdue(row: &Model, today: NaiveDate) -> bool {
    row.state == LoanState::HandedOut && row.due_on.is_some_and(|day| day < today)
}
