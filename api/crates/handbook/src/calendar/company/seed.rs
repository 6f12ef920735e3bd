use super::day_entity::{self, Layer, Stored};
use super::set_pattern::stored;
use super::{pattern_entity, store};
use crate::calendar::{ExceptionKind, Interval, NationalDay, national_days, national_years};
use chrono::{Datelike, NaiveDate};
use kernel::audit::{Record, Resource};
use kernel::error::ApiResult;
use kernel::work::Work;
use std::collections::BTreeSet;

const REASON: &str = "随产品提供的初始工作日历";

/// Give a new installation its calendar, and an old one the years that a release brings along.
/// Years that somebody has imported are left alone, as is the week pattern once there is one.
///
/// The first pattern: five days, as the announced make-up days presume, with the only hours the
/// handbook states (A-SHF-07). A company that works otherwise decides so from a date on.
pub async fn ensure_seeded(work: &mut Work<'_>) -> ApiResult<()> {
    let known: BTreeSet<i32> = store::days(work.db())
        .await?
        .iter()
        .filter(|row| row.source == Layer::National)
        .map(|row| row.date.year())
        .collect();
    let national = national_days()?;
    let years: Vec<i32> = national_years(&national).difference(&known).copied().collect();
    let days: Vec<_> =
        national.into_iter().filter(|day| years.contains(&day.date.year())).collect();
    let pattern = match store::patterns(work.db()).await?.is_empty() {
        true => Some(first_pattern(work)?),
        false => None,
    };
    if days.is_empty() && pattern.is_none() {
        return Ok(());
    }
    let days = days.into_iter().map(|day| row(work, day)).collect();
    if let Some(pattern) = &pattern {
        let label = pattern.effective_from.to_string();
        work.record(entry("week-pattern.set", Resource::new("week-pattern", pattern.id.0, label)));
    }
    store::seed(work.db(), days, pattern).await?;
    for year in years {
        let resource = Resource { kind: "calendar-year", id: None, label: year.to_string() };
        work.record(entry("calendar-year.imported", resource));
    }
    Ok(())
}

fn entry(action: &'static str, resource: Resource) -> Record {
    Record::new(action, resource).reason(REASON.to_owned())
}

fn first_pattern(work: &Work<'_>) -> ApiResult<pattern_entity::Model> {
    let hours = [("08:30", "11:30"), ("13:00", "17:00")];
    let hours: Vec<_> =
        hours.iter().filter_map(|(start, end)| Interval::parse(start, end)).collect();
    let week = (0..7).map(|day| if day < 5 { hours.clone() } else { vec![] }).collect();
    Ok(pattern_entity::Model {
        id: work.fresh(),
        // The earliest pattern reaches back to all dates before it.
        effective_from: NaiveDate::default(),
        version: 1,
        days: stored(week)?,
        reason: REASON.to_owned(),
        set_by: work.actor().id,
        set_by_name: work.actor().name.clone(),
        set_at: work.at(),
    })
}

fn row(work: &Work<'_>, day: NationalDay) -> day_entity::Model {
    let kind = match day.kind {
        ExceptionKind::Holiday => Stored::Holiday,
        ExceptionKind::MakeUp => Stored::MakeUp,
        ExceptionKind::Exception => Stored::Exception,
    };
    day_entity::Model {
        id: work.fresh(),
        date: day.date,
        source: Layer::National,
        version: 1,
        kind,
        name: day.name_zh,
        name_en: Some(day.name_en),
        hours: None,
        reason: REASON.to_owned(),
        set_by: work.actor().id,
        set_by_name: work.actor().name.clone(),
        set_at: work.at(),
    }
}
