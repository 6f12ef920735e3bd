//! Read the flows, one of them with its history, and what can be approved.
use super::dto::{ApprovalFlow, ApprovalFlowDetail, ApprovalSubject};
use super::{known, show, store};
use crate::subject::Approvals;
use kernel::access::Actor;
use kernel::app::App;
use kernel::code;
use kernel::error::ApiResult;
use kernel::http::reply::{Items, Reply};

pub async fn list(
    app: &App,
    approvals: &Approvals,
    actor: &Actor,
) -> ApiResult<Reply<Items<ApprovalFlow>>> {
    let db = app.db.reader();
    let flows = known::on(db, approvals, approvals.handbook.date(app.clock.now())).await?;
    let around = show::Around::of(db, &flows, &[]).await?;
    let items = flows.into_iter().map(|flow| around.flow(approvals, actor, flow)).collect();
    Ok(Reply::ok(Items { items }))
}

pub async fn get(
    app: &App,
    approvals: &Approvals,
    actor: &Actor,
    code: &str,
) -> ApiResult<Reply<ApprovalFlowDetail>> {
    let db = app.db.reader();
    let rows = store::of(db, code).await?;
    if rows.is_empty() && !approvals.flows.iter().any(|spec| spec.code == code) {
        return Err(code::NOT_FOUND.into());
    }
    let today = approvals.handbook.date(app.clock.now());
    Ok(Reply::ok(show::detail(db, approvals, actor, code, rows, today).await?))
}

#[must_use]
pub fn subjects(approvals: &Approvals, actor: &Actor) -> Reply<Items<ApprovalSubject>> {
    let lang = actor.request.lang;
    let items = approvals.subjects.iter().map(|it| show::subject(&**it, lang)).collect();
    Reply::ok(Items { items })
}
