use super::day_entity::{Layer, Model, Stored};
use super::dto::{CalendarDayDetail, CalendarDayInput, IntervalDto};
use super::rules::Decision;
use super::{get_day, rules, store};
use crate::{Handbook, ManageCalendar};
use kernel::access::{Actor, Permission};
use kernel::app::App;
use kernel::audit::{Changes, Record, Resource};
use kernel::error::{ApiError, ApiResult};
use kernel::http::reply::Reply;
use kernel::work::Work;
use sea_orm::ActiveEnum;
use serde_json::json;

/// The company decides about a date; its word overrules the announced holidays until withdrawn.
pub async fn decide(
    app: &App,
    handbook: &Handbook,
    actor: &Actor,
    input: CalendarDayInput,
) -> ApiResult<Reply<CalendarDayDetail>> {
    let mut work = Work::begin(app, actor).await?;
    let today = handbook.date(work.at());
    let decision = rules::decide(&input, today).map_err(ApiError::Invalid)?;
    let rows = store::days_between(work.db(), input.date, input.date).await?;
    let before = store::latest(&rows, input.date, Layer::Company);
    let row = row(&work, &input, decision, before)?;
    store::append_days(work.db(), vec![row.clone()]).await?;
    work.record(record("calendar-day.decided", &row, before));
    let detail = get_day::detail(work.db(), handbook, (actor, today), input.date).await?;
    let reply = work.commit_created(detail).await;
    handbook.calendar_changed();
    reply
}

fn row(
    work: &Work<'_>,
    input: &CalendarDayInput,
    decision: Decision,
    before: Option<&Model>,
) -> ApiResult<Model> {
    let hours = decision.hours.map(|hours| {
        let hours: Vec<_> = hours.into_iter().map(IntervalDto::from).collect();
        serde_json::to_string(&hours)
    });
    Ok(Model {
        id: work.fresh(),
        date: input.date,
        source: Layer::Company,
        version: before.map_or(0, |row| row.version) + 1,
        kind: decision.kind,
        name: input.name.clone(),
        name_en: None,
        hours: hours.transpose()?,
        reason: input.reason.clone(),
        set_by: work.actor().id,
        set_by_name: work.actor().name.clone(),
        set_at: work.at(),
    })
}

/// What changed in the company's own layer.
pub fn record(action: &'static str, row: &Model, before: Option<&Model>) -> Record {
    let shown = |row: &Model| {
        let kind = row.kind.to_value();
        let stands = row.kind != Stored::Withdrawn;
        stands.then(|| json!({"kind": kind, "name": row.name, "intervals": row.hours}))
    };
    let changes = Changes::between(&before.and_then(shown), &shown(row));
    Record::new(
        action,
        Resource::new("calendar-day", row.id.0, format!("{} {}", row.date, row.name)),
    )
    .changes(changes)
    .reason(row.reason.clone())
    .data("date", row.date)
    .tell(ManageCalendar::NAME)
}
