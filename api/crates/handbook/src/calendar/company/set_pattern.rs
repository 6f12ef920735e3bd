use super::dto::IntervalDto;
use super::pattern_dto::{WeekPatternInput, WeekPatterns};
use super::pattern_entity::Model;
use super::{rules, store};
use crate::calendar::Interval;
use crate::{Handbook, ManageCalendar};
use chrono::NaiveDate;
use kernel::access::{Actor, Permission};
use kernel::app::App;
use kernel::audit::{Changes, Record, Resource};
use kernel::error::{ApiError, ApiResult};
use kernel::http::reply::Reply;
use kernel::work::Work;
use serde_json::{Value, json};

/// New working hours from a date on.
pub async fn set(
    app: &App,
    handbook: &Handbook,
    actor: &Actor,
    input: WeekPatternInput,
) -> ApiResult<Reply<WeekPatterns>> {
    let mut work = Work::begin(app, actor).await?;
    let today = handbook.date(work.at());
    let week = accept(&input, today)?;
    let mut rows = store::patterns(work.db()).await?;
    let row = row(&work, &input, week, &rows)?;
    store::append_pattern(work.db(), row.clone()).await?;
    work.record(record(&row, &rows)?);
    rows.push(row);
    rows.sort_by_key(|row| (row.effective_from, row.version));
    let reply = work.commit_created(WeekPatterns::of(rows, today)?).await;
    handbook.calendar_changed();
    reply
}

fn accept(input: &WeekPatternInput, today: NaiveDate) -> ApiResult<Vec<Vec<Interval>>> {
    let date = rules::not_past(input.effective_from, today, "/effective_from");
    match (rules::week(&input.days), date) {
        (Ok(week), Ok(())) => Ok(week),
        (week, date) => {
            let wrong = week.err().unwrap_or_default().into_iter().chain(date.err()).collect();
            Err(ApiError::Invalid(wrong))
        }
    }
}

fn row(
    work: &Work<'_>,
    input: &WeekPatternInput,
    week: Vec<Vec<Interval>>,
    earlier: &[Model],
) -> ApiResult<Model> {
    let of_date = earlier.iter().filter(|row| row.effective_from == input.effective_from);
    Ok(Model {
        id: work.fresh(),
        effective_from: input.effective_from,
        version: of_date.map(|row| row.version).max().unwrap_or(0) + 1,
        days: stored(week)?,
        reason: input.reason.clone(),
        set_by: work.actor().id,
        set_by_name: work.actor().name.clone(),
        set_at: work.at(),
    })
}

/// Seven days of intervals as JSON.
pub fn stored(week: Vec<Vec<Interval>>) -> ApiResult<String> {
    let day = |day: Vec<Interval>| day.into_iter().map(IntervalDto::from).collect::<Vec<_>>();
    Ok(serde_json::to_string(&week.into_iter().map(day).collect::<Vec<_>>())?)
}

fn record(row: &Model, earlier: &[Model]) -> ApiResult<Record> {
    let before = earlier.iter().rfind(|held| held.effective_from <= row.effective_from);
    let days = |text: &str| serde_json::from_str::<Value>(text);
    let before = before.map(|held| days(&held.days)).transpose()?;
    let changes = Changes::between(
        &json!({"days": before}),
        &json!({"days": days(&row.days)?, "effective_from": row.effective_from}),
    );
    let label = row.effective_from.to_string();
    Ok(Record::new("week-pattern.set", Resource::new("week-pattern", row.id.0, label))
        .changes(changes)
        .reason(row.reason.clone())
        .tell(ManageCalendar::NAME))
}
