//! Loans as their readers may see them.
use super::dto::{Loan, LoanRow};
use super::entity::Model;
use super::{KIND, rules, store};
use crate::incidents;
use crate::names::{Names, Wanted};
use chrono::{DateTime, NaiveDate, Utc};
use handbook::Handbook;
use kernel::access::Actor;
use kernel::error::ApiResult;
use kernel::http::shown::allowed;
use sea_orm::ConnectionTrait;

/// A page of lines: one look-up, however many rows.
pub async fn names(db: &impl ConnectionTrait, rows: &[Model]) -> ApiResult<Names> {
    let mut wanted = Wanted::default();
    for row in rows {
        wanted.person(row.requested_by);
        wanted.person(row.superior_id);
        wanted.person(row.handed_out_by);
        wanted.person(row.settled_by);
        wanted.department(row.department_id);
    }
    wanted.find(db).await
}

#[must_use]
pub fn row(row: &Model, names: &Names, today: NaiveDate) -> LoanRow {
    LoanRow {
        id: row.id,
        number: row.number.clone(),
        kind: row.kind,
        wanted: row.wanted.clone(),
        purpose: row.purpose.clone(),
        due_on: row.due_on,
        overdue: rules::overdue(row, today),
        state: row.state,
        requested_by: names.person(row.requested_by),
        requested_at: row.requested_at,
        department: row.department_id.map(|id| names.department(id)),
        level: row.level,
        handed_out_at: row.handed_out_at,
        settled_at: row.settled_at,
        version: row.version,
    }
}

/// One loan with its card.
pub async fn whole(
    db: &impl ConnectionTrait,
    handbook: &Handbook,
    actor: &Actor,
    model: Model,
    at: DateTime<Utc>,
) -> ApiResult<Loan> {
    let names = names(db, std::slice::from_ref(&model)).await?;
    let files = store::files(db, actor, &model, serde_json::from_str(&model.files)?).await?;
    let approval_id = approvals::latest(db, KIND, model.id.0).await?;
    let incident_id = incidents::of_loan(db, actor, model.id).await?;
    let lang = actor.request.lang;
    let allowed_actions = vec![
        allowed("change", rules::change(actor, &model), lang),
        allowed("submit", rules::submit(actor, &model), lang),
        allowed("hand-out", rules::hand_out(actor, &model), lang),
        allowed("give-back", rules::settle(actor, &model), lang),
        allowed("report-lost", rules::settle(actor, &model), lang),
    ];
    Ok(Loan {
        row: row(&model, &names, handbook.date(at)),
        files,
        handed_out_by: model.handed_out_by.map(|id| names.person(id)),
        handed_out_note: model.handed_out_note,
        settled_by: model.settled_by.map(|id| names.person(id)),
        settled_note: model.settled_note,
        superior: model.superior_id.map(|id| names.person(id)),
        incident_id,
        approval_id,
        allowed_actions,
    })
}
