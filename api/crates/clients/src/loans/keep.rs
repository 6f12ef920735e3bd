//! Customer service keeps the loan cards: hand out, take back, record a loss (A-BOR-03, A-BOR-05).
use super::dto::{GiveBack, HandOut, Loan, ReportLost};
use super::entity::Model;
use super::kinds::{LoanKind, LoanState};
use super::refusal::Refusal;
use super::{rules, show, store, tell};
use crate::archive::store as files;
use crate::notices;
use crate::obligations::{LOAN_RETURN, handed_out};
use crate::{BorrowClients, ClientId, LoanId, RequestLoans, incidents};
use handbook::Handbook;
use handbook::obligations::fulfil;
use kernel::access::{Actor, Permission};
use kernel::app::App;
use kernel::code::{self, field};
use kernel::error::{ApiError, ApiResult};
use kernel::http::conditional::IfMatch;
use kernel::http::reply::Reply;
use kernel::text::trimmed;
use kernel::work::Work;
use std::collections::BTreeSet;

type On = (LoanId, IfMatch);

async fn held(work: &Work<'_>, (id, seen): On) -> ApiResult<Model> {
    let row = store::lock(work.db(), work.actor(), id, work.at()).await?;
    let row = row.ok_or(code::NOT_FOUND)?;
    seen.check(row.version)?;
    Ok(row)
}

pub async fn hand_out(
    app: &App,
    handbook: &Handbook,
    actor: &Actor,
    on: On,
    input: HandOut,
) -> ApiResult<Reply<Loan>> {
    let mut work = Work::begin(app, actor).await?;
    let row = held(&work, on).await?;
    rules::hand_out(actor, &row)?;
    let chosen: BTreeSet<ClientId> = input.files.iter().copied().collect();
    rules::card(&row, chosen.len(), handbook.date(work.at()))?;
    let level = level(&work, &row, &input.files).await?;
    let state = match row.kind {
        LoanKind::Loan => LoanState::HandedOut,
        LoanKind::Statistics | LoanKind::Consultation => LoanState::Provided,
    };
    let after = Model {
        state,
        level,
        files: serde_json::to_string(&chosen)?,
        handed_out_by: Some(actor.id),
        handed_out_at: Some(work.at()),
        handed_out_note: trimmed(input.note.as_deref()),
        version: row.version + 1,
        ..row.clone()
    };
    store::save(work.db(), &after).await?;
    work.record(tell::changed("client-loan.handed-out", &row, &after));
    tell::borrower(&work, &after, notices::CLIENT_LOAN_HANDED_OUT).await?;
    handed_out(&mut work, handbook, &after).await?;
    answer(work, handbook, after).await
}

/// The highest level of the files, each of which the keeper sees and the borrower is cleared for.
async fn level(work: &Work<'_>, row: &Model, chosen: &[ClientId]) -> ApiResult<i16> {
    // Held, so that none of them becomes more secret meanwhile.
    let held = files::lock_all(work.db(), work.actor(), chosen.iter().copied()).await?;
    for (place, id) in chosen.iter().enumerate() {
        if !held.iter().any(|file| file.id == *id) {
            return Err(ApiError::field(&format!("/files/{place}"), field::UNKNOWN_REFERENCE));
        }
    }
    let level = held.iter().map(|file| file.level.rank()).max().unwrap_or_default();
    let borrower = BTreeSet::from([row.requested_by]);
    // Whoever has become no manager any more borrows no more (A-BOR-02).
    let needed = match row.kind {
        LoanKind::Loan => vec![RequestLoans::NAME, BorrowClients::NAME],
        LoanKind::Statistics | LoanKind::Consultation => vec![RequestLoans::NAME],
    };
    let cleared =
        identity::people::who_hold(work.db(), &borrower, &needed, level, work.at()).await?;
    if cleared.is_empty() { Err(Refusal::BorrowerNotCleared.into()) } else { Ok(level) }
}

pub async fn give_back(
    app: &App,
    handbook: &Handbook,
    actor: &Actor,
    on: On,
    input: GiveBack,
) -> ApiResult<Reply<Loan>> {
    let mut work = Work::begin(app, actor).await?;
    let row = held(&work, on).await?;
    rules::settle(actor, &row)?;
    let after = settled(&work, &row, LoanState::GivenBack, trimmed(input.note.as_deref()));
    store::save(work.db(), &after).await?;
    work.record(tell::changed("client-loan.given-back", &row, &after));
    tell::borrower(&work, &after, notices::CLIENT_LOAN_GIVEN_BACK).await?;
    fulfil(&mut work, &LOAN_RETURN, after.id.0, None).await?;
    answer(work, handbook, after).await
}

pub async fn report_lost(
    app: &App,
    handbook: &Handbook,
    actor: &Actor,
    on: On,
    input: ReportLost,
) -> ApiResult<Reply<Loan>> {
    let mut work = Work::begin(app, actor).await?;
    let row = held(&work, on).await?;
    rules::settle(actor, &row)?;
    let said = (input.note.as_str(), input.superior_id);
    let superior = incidents::lost(&mut work, handbook, &row, said).await?;
    let note = Some(input.note.trim().to_owned());
    let mut after = settled(&work, &row, LoanState::Lost, note);
    after.superior_id = Some(superior);
    store::save(work.db(), &after).await?;
    work.record(tell::changed("client-loan.lost", &row, &after).tell_person(superior));
    tell::borrower(&work, &after, notices::CLIENT_LOAN_LOST).await?;
    fulfil(&mut work, &LOAN_RETURN, after.id.0, None).await?;
    answer(work, handbook, after).await
}

fn settled(work: &Work<'_>, row: &Model, state: LoanState, note: Option<String>) -> Model {
    Model {
        state,
        settled_by: Some(work.actor().id),
        settled_at: Some(work.at()),
        settled_note: note,
        version: row.version + 1,
        ..row.clone()
    }
}

async fn answer(work: Work<'_>, handbook: &Handbook, after: Model) -> ApiResult<Reply<Loan>> {
    let answer = show::whole(work.db(), handbook, work.actor(), after, work.at()).await?;
    work.commit(answer).await
}
