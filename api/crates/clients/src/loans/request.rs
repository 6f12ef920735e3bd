//! Ask for client archives, put the request right, and submit it again (A-BOR-01).
use super::dto::{Loan, LoanInput};
use super::entity::Model;
use super::kinds::LoanState;
use super::subject::Loans;
use super::{rules, show, store, tell};
use crate::LoanId;
use approvals::Approvals;
use kernel::access::Actor;
use kernel::app::App;
use kernel::audit::Changes;
use kernel::code;
use kernel::error::ApiResult;
use kernel::http::conditional::IfMatch;
use kernel::http::patch::Patch;
use kernel::http::reply::Reply;
use kernel::numbers;
use kernel::work::Work;

/// Number series of the loan cards.
const SERIES: &str = "LN";

pub async fn request(
    app: &App,
    approvals: &Approvals,
    actor: &Actor,
    input: LoanInput,
) -> ApiResult<Reply<Loan>> {
    let mut work = Work::begin(app, actor).await?;
    let today = approvals.handbook.date(work.at());
    check(actor, &input, today)?;
    let numbered = numbers::next(work.db(), SERIES, today, super::KIND).await?;
    let row = Model {
        id: work.fresh(),
        number: numbered.number,
        kind: input.kind,
        wanted: input.wanted.trim().to_owned(),
        purpose: input.purpose.trim().to_owned(),
        due_on: input.due_on,
        state: LoanState::Requested,
        requested_by: actor.id,
        requested_at: work.at(),
        superior_id: None,
        department_id: actor.department_id,
        site_id: actor.site_id,
        level: 0,
        files: "[]".to_owned(),
        handed_out_by: None,
        handed_out_at: None,
        handed_out_note: None,
        settled_by: None,
        settled_at: None,
        settled_note: None,
        version: 1,
    };
    store::insert(work.db(), row.clone()).await?;
    let asked = Changes::created(&super::subject::content(&row));
    work.record(tell::record("client-loan.requested", &row).changes(asked));
    approvals::submit(&mut work, approvals, &Loans, row.id.0).await?;
    let answer = show::whole(work.db(), &approvals.handbook, actor, row, work.at()).await?;
    work.commit_created(answer).await
}

fn check(actor: &Actor, input: &LoanInput, today: chrono::NaiveDate) -> ApiResult<()> {
    rules::ask(actor, input)?;
    rules::term(input, today)
}

/// A request under approval is approved as it was submitted: changed, it begins anew.
pub async fn change(
    app: &App,
    approvals: &Approvals,
    actor: &Actor,
    (id, seen): (LoanId, IfMatch),
    patch: &Patch<LoanInput>,
) -> ApiResult<Reply<Loan>> {
    let mut work = Work::begin(app, actor).await?;
    let row = store::lock(work.db(), actor, id, work.at()).await?.ok_or(code::NOT_FOUND)?;
    seen.check(row.version)?;
    rules::change(actor, &row)?;
    let input = patch.onto(&as_asked(&row))?;
    check(actor, &input, approvals.handbook.date(work.at()))?;
    let after = Model {
        kind: input.kind,
        wanted: input.wanted.trim().to_owned(),
        purpose: input.purpose.trim().to_owned(),
        due_on: input.due_on,
        version: row.version + 1,
        ..row.clone()
    };
    let differs = super::subject::content(&row) != super::subject::content(&after);
    store::save(work.db(), &after).await?;
    work.record(tell::changed("client-loan.updated", &row, &after));
    if differs && row.state == LoanState::Requested {
        approvals::restart(&mut work, approvals, &Loans, row.id.0, CHANGED).await?;
    }
    let answer = show::whole(work.db(), &approvals.handbook, actor, after, work.at()).await?;
    work.commit(answer).await
}

/// A request as it was made; the undertaking was given with it.
fn as_asked(row: &Model) -> LoanInput {
    LoanInput {
        kind: row.kind,
        wanted: row.wanted.clone(),
        purpose: row.purpose.clone(),
        due_on: row.due_on,
        undertaking: true,
    }
}

/// Why the approval began anew.
const CHANGED: &str = "申请人修改了申请内容";

/// What was sent back goes through the flow again.
pub async fn submit(
    app: &App,
    approvals: &Approvals,
    actor: &Actor,
    (id, seen): (LoanId, IfMatch),
) -> ApiResult<Reply<Loan>> {
    let mut work = Work::begin(app, actor).await?;
    let row = store::lock(work.db(), actor, id, work.at()).await?.ok_or(code::NOT_FOUND)?;
    seen.check(row.version)?;
    rules::submit(actor, &row)?;
    check(actor, &as_asked(&row), approvals.handbook.date(work.at()))?;
    let after = Model { state: LoanState::Requested, version: row.version + 1, ..row };
    store::save(work.db(), &after).await?;
    work.record(tell::record("client-loan.resubmitted", &after));
    approvals::submit(&mut work, approvals, &Loans, after.id.0).await?;
    let answer = show::whole(work.db(), &approvals.handbook, actor, after, work.at()).await?;
    work.commit(answer).await
}
