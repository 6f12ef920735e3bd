//! Use case: give a separation of duties up. The row stays, with the reason.
use super::dto::{self, DutyConflict, EndDutyConflict};
use super::{entity, store};
use crate::codes;
use crate::ids::DutyConflictId;
use crate::rights::guard;
use kernel::access::Actor;
use kernel::app::App;
use kernel::audit::{Changes, Record, Resource};
use kernel::code;
use kernel::error::ApiResult;
use kernel::http::conditional::IfMatch;
use kernel::http::reply::Reply;
use kernel::work::Work;
use serde_json::Value;

pub async fn end(
    app: &App,
    actor: &Actor,
    id: DutyConflictId,
    seen: IfMatch,
    input: EndDutyConflict,
) -> ApiResult<Reply<DutyConflict>> {
    let mut work = Work::begin(app, actor).await?;
    guard::lock(work.db()).await?;
    dto::manage(actor)?;
    let row = store::lock(work.db(), id).await?.ok_or(code::NOT_FOUND)?;
    seen.check(row.version)?;
    if row.ended_at.is_some() {
        return Err(codes::DUTY_CONFLICT_ENDED.into());
    }
    let after = entity::Model {
        ended_at: Some(work.at()),
        end_reason: Some(input.reason.clone()),
        version: row.version.saturating_add(1),
        ..row
    };
    store::save(work.db(), &after).await?;
    let label = format!("{} ✕ {}", after.permission_a, after.permission_b);
    let record = Record::new("duty-conflict.ended", Resource::new("duty-conflict", id.0, label));
    let changes = Changes::one("ended_at", Value::Null, after.ended_at);
    work.record(record.changes(changes).reason(Some(input.reason)).tell("role.read"));
    let answer = DutyConflict::shown(after, actor);
    work.commit(answer).await
}
