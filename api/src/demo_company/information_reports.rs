//! Reports of the demonstration's last months: submitted, taken in, sent back and called about by the use
//! cases, each around the first week of its month.
use super::desks::Desks;
use crate::demo::{CALLS, DemoCall, DemoReport, REPORTS, Taken};
use anyhow::{Context, Result};
use chrono::{Datelike, Duration, Months, NaiveDate};
use clients::InformationReportId;
use clients::information_reports::{
    CallBackInput, NewReport, ReceiveReport, SendReportBack, call_back, call_back_entity, create,
    entity, receive, send_back,
};
use kernel::access::Actor;
use kernel::http::conditional::IfMatch;
use sea_orm::{EntityTrait, QuerySelect};
use serde_json::{Value, json};

/// Acts from here on are about reports.
const FIRST_REPORT: u64 = 3_000;
/// Of one report.
const ACTS: u64 = 2;
const FIRST_CALL: u64 = 3_500;
/// The information administrator takes reports in, the supervisor of client information calls back.
const RECEIVER: &str = "duxinyi";
const CALLER: &str = "shenhuimin";

/// File those that are not there yet: what a report sums up, and what a call was about, is another
/// each time.
pub async fn fill(desks: &Desks<'_>) -> Result<()> {
    let db = desks.service.app.db.reader();
    let reports = entity::Entity::find().select_only().column(entity::Column::Summary);
    let reports: Vec<String> = reports.into_tuple().all(db).await?;
    for (one, nth) in REPORTS.iter().zip(0_u64..) {
        let when = day(desks, one.months_ago, one.days).await?;
        if let Some(when) = when.filter(|_| !reports.iter().any(|it| it == one.summary)) {
            submit(desks, one, when, FIRST_REPORT + nth * ACTS).await?;
        }
    }
    let calls = call_back_entity::Entity::find().select_only();
    let calls: Vec<String> =
        calls.column(call_back_entity::Column::Note).into_tuple().all(db).await?;
    for (one, nth) in CALLS.iter().zip(0_u64..) {
        let when = day(desks, one.months_ago, one.days).await?;
        if let Some(when) = when.filter(|_| !calls.iter().any(|it| it == one.note)) {
            call(desks, one, when, FIRST_CALL + nth).await?;
        }
    }
    Ok(())
}

/// The month, and how many days ago that day after its first week was; none while it lies ahead.
async fn day(desks: &Desks<'_>, months_ago: u32, days: i64) -> Result<Option<(NaiveDate, i64)>> {
    let today = desks.marker.today;
    let first = today.with_day(1).context("a first day")?;
    let month = first.checked_sub_months(Months::new(months_ago)).context("a month")?;
    let service = desks.service;
    let calendar = service.areas.handbook.calendar(service.app.db.reader()).await?;
    let week = calendar.first_week_of_month(month)?;
    let at = week.last_working_day + Duration::days(days);
    let ago = (today - at).num_days();
    Ok((ago > 0 && at >= month).then_some((month, ago)))
}

fn named(month: NaiveDate) -> String {
    month.format("%Y-%m").to_string()
}

async fn submit(
    desks: &Desks<'_>,
    one: &DemoReport,
    (month, days_ago): (NaiveDate, i64),
    act: u64,
) -> Result<()> {
    let app = desks.on(days_ago, act);
    let author = desks.person(&app, one.by).await?;
    let entries = entries(desks, one, &author, (days_ago, act)).await?;
    // In a small company not everybody looks after somebody.
    if entries.is_empty() {
        return Ok(());
    }
    let input: NewReport = serde_json::from_value(json!({
        "period": named(month), "summary": one.summary, "discoveries": one.discoveries,
        "entries": entries,
    }))?;
    let made = create(&app, &desks.service.areas.handbook, &author, input).await?.body;
    take(desks, one, made.row.id, (days_ago - 1, act + 1)).await
}

/// Nor as many.
async fn entries(
    desks: &Desks<'_>,
    one: &DemoReport,
    author: &Actor,
    (days_ago, act): (i64, u64),
) -> Result<Vec<Value>> {
    let app = desks.on(days_ago, act);
    let (mut entries, mut told) = (vec![], vec![]);
    for (at, [competition, changes, plan]) in one.told.iter().enumerate() {
        let Some(file) = desks.client(&app, author, at).await? else { continue };
        if told.contains(&file.id) {
            continue;
        }
        told.push(file.id);
        entries.push(json!({"client_id": file.id, "competition": competition,
            "changes": changes, "plan": plan}));
    }
    Ok(entries)
}

async fn take(
    desks: &Desks<'_>,
    one: &DemoReport,
    id: InformationReportId,
    (days_ago, act): (i64, u64),
) -> Result<()> {
    if one.taken == Taken::Waiting || days_ago < 1 {
        return Ok(());
    }
    let app = desks.on(days_ago, act);
    let receiver = desks.person(&app, RECEIVER).await?;
    let on = (id, IfMatch(1));
    match one.taken {
        Taken::Waiting => {}
        Taken::Received(note) => {
            let input = ReceiveReport { note: note.map(str::to_owned) };
            receive(&app, &receiver, on, input).await?;
        }
        Taken::SentBack(reason) => {
            let input = SendReportBack { reason: reason.to_owned() };
            send_back(&app, &receiver, on, input).await?;
        }
    }
    Ok(())
}

async fn call(
    desks: &Desks<'_>,
    one: &DemoCall,
    (month, days_ago): (NaiveDate, i64),
    act: u64,
) -> Result<()> {
    let app = desks.on(days_ago, act);
    let caller = desks.person(&app, CALLER).await?;
    let to = desks.person(&app, one.to).await?.id;
    let input = CallBackInput {
        person_id: to,
        period: named(month),
        note: one.note.to_owned(),
        called_at: app.clock.now(),
    };
    call_back(&app, &desks.service.areas.handbook, &caller, input).await?;
    Ok(())
}
