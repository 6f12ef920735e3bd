use super::day_entity::{Layer, Model, Stored};
use super::import_dto::{CalendarYearChange, CalendarYearImport, CalendarYearInput, DayChange};
use super::import_rules::{Step, plan, stored};
use super::{import_rows, store};
use crate::{Handbook, ManageCalendar};
use chrono::NaiveDate;
use kernel::access::{Actor, Permission};
use kernel::app::App;
use kernel::audit::{Changes, Record, Resource};
use kernel::code;
use kernel::error::{ApiError, ApiResult};
use kernel::http::reply::Reply;
use kernel::work::Work;
use serde_json::json;

/// Enter or correct the announced days of one year. The whole year is given: a day that is no
/// longer among them is withdrawn. What the company decided for itself stays.
pub async fn import(
    app: &App,
    handbook: &Handbook,
    actor: &Actor,
    input: CalendarYearInput,
) -> ApiResult<Reply<CalendarYearImport>> {
    let mut work = Work::begin(app, actor).await?;
    let wanted = import_rows::rows(&input).map_err(ApiError::Invalid)?;
    let held = store::days_between(work.db(), first(input.year)?, last(input.year)?).await?;
    let today = handbook.date(work.at());
    let steps = plan(input.year, today, &wanted, &held).map_err(ApiError::Invalid)?;
    let outcome = CalendarYearImport::of(input.year, steps.iter().map(Step::shown).collect());
    let rows = rows(&work, &steps, &held, &input.reason)?;
    if let Some(first) = rows.first() {
        work.record(record(&outcome, first, &input.reason));
        store::append_days(work.db(), rows).await?;
    }
    let reply = work.commit(outcome).await;
    handbook.calendar_changed();
    reply
}

fn first(year: i32) -> ApiResult<NaiveDate> {
    NaiveDate::from_ymd_opt(year, 1, 1).ok_or_else(|| code::INTERNAL.into())
}

fn last(year: i32) -> ApiResult<NaiveDate> {
    NaiveDate::from_ymd_opt(year, 12, 31).ok_or_else(|| code::INTERNAL.into())
}

fn rows(
    work: &Work<'_>,
    steps: &[Step<'_>],
    held: &[Model],
    reason: &str,
) -> ApiResult<Vec<Model>> {
    let changed = steps.iter().filter(|step| step.change != DayChange::Unchanged);
    changed.map(|step| row(work, step, held, reason)).collect()
}

fn row(work: &Work<'_>, step: &Step<'_>, held: &[Model], reason: &str) -> ApiResult<Model> {
    // Versions go on after withdrawn decisions too.
    let version = store::latest(held, step.date, Layer::National).map_or(0, |row| row.version) + 1;
    let hours = step.now.and_then(|day| day.intervals.as_ref());
    let name = step.now.map(|day| &day.name).or_else(|| step.before.map(|row| &row.name));
    let name_en = step.now.and_then(|day| day.name_en.clone());
    let same_name = step.before.filter(|before| Some(&before.name) == name);
    Ok(Model {
        id: work.fresh(),
        date: step.date,
        source: Layer::National,
        version,
        kind: step.now.map_or(Stored::Withdrawn, |day| stored(day.kind)),
        name: name.cloned().unwrap_or_default(),
        name_en: name_en.or_else(|| same_name.and_then(|before| before.name_en.clone())),
        hours: hours.map(serde_json::to_string).transpose()?,
        reason: reason.to_owned(),
        set_by: work.actor().id,
        set_by_name: work.actor().name.clone(),
        set_at: work.at(),
    })
}

fn record(outcome: &CalendarYearImport, first: &Model, reason: &str) -> Record {
    let changed = outcome.days.iter().filter(|day| day.change != DayChange::Unchanged);
    let shown = |day: &CalendarYearChange| {
        let said = json!({"change": day.change, "kind": day.kind, "name": day.name});
        (day.date.to_string(), said)
    };
    let days: serde_json::Map<_, _> = changed.map(shown).collect();
    // The event and the entry need one id; a year has none of its own, its first change does.
    Record::new(
        "calendar-year.imported",
        Resource::new("calendar-year", first.id.0, outcome.year.to_string()),
    )
    .changes(Changes::one("days", json!([]), json!([days])))
    .reason(reason.to_owned())
    .data("year", outcome.year)
    .tell(ManageCalendar::NAME)
}
