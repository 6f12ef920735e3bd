//! How many exceptions there were, month by month: what is excused ever more often is a rule that does not
//! fit, or is not kept.
use super::dto::{ExceptionTrendLine, TrendQuery};
use super::entity::{Column, Entity};
use super::kinds::{ExceptionKind, ExceptionState};
use super::store;
use crate::obligations::Obligations;
use chrono::{DateTime, Datelike, Months, NaiveDate, Utc};
use kernel::access::Actor;
use kernel::app::App;
use kernel::code;
use kernel::error::ApiResult;
use kernel::http::reply::{Items, Reply};
use sea_orm::{
    ColumnTrait, EntityTrait, QueryFilter, QuerySelect,
    sea_query::{CaseStatement, Expr},
};
use std::collections::BTreeMap;

struct Month {
    first: NaiveDate,
    last: NaiveDate,
    begin: DateTime<Utc>,
}

/// The present month and those before it, the latest first.
fn months(obligations: &Obligations, today: NaiveDate, count: u32) -> Option<Vec<Month>> {
    let present = today.with_day(1)?;
    let month = |back| {
        let first = present.checked_sub_months(Months::new(back))?;
        let last = first.checked_add_months(Months::new(1))?.pred_opt()?;
        Some(Month { first, last, begin: obligations.handbook.midnight(first)? })
    };
    (0..count).map(month).collect()
}

pub async fn trend(
    app: &App,
    obligations: &Obligations,
    actor: &Actor,
    query: TrendQuery,
) -> ApiResult<Reply<Items<ExceptionTrendLine>>> {
    let (db, at) = (app.db.reader(), app.clock.now());
    let today = obligations.handbook.date(at);
    let months = months(obligations, today, query.months.unwrap_or(12)).ok_or(code::INTERNAL)?;
    let earliest = months.last().ok_or(code::INTERNAL)?.begin;
    let mut which = CaseStatement::new();
    for (place, month) in months.iter().enumerate() {
        let place = i32::try_from(place).unwrap_or_default();
        which = which.case(Column::RequestedAt.gte(month.begin), place);
    }
    let rows = Entity::find()
        .select_only()
        .column_as(Expr::expr(which), "month")
        .columns([Column::Kind, Column::State])
        .column_as(Expr::cust("COUNT(*)"), "number")
        .filter(store::visible_to(obligations, actor, at))
        .filter(Column::RequestedAt.gte(earliest))
        .group_by(Expr::cust("1"))
        .group_by(Column::Kind)
        .group_by(Column::State)
        .into_tuple::<(i32, ExceptionKind, ExceptionState, i64)>()
        .all(db)
        .await?;
    let mut lines: BTreeMap<(i32, ExceptionKind), ExceptionTrendLine> = BTreeMap::new();
    for (place, kind, state, number) in rows {
        let month = usize::try_from(place).ok().and_then(|place| months.get(place));
        let month = month.ok_or(code::INTERNAL)?;
        let line = lines.entry((place, kind)).or_insert_with(|| empty(month, kind));
        let number = u64::try_from(number).unwrap_or_default();
        line.requested += number;
        match state {
            ExceptionState::Approved => line.approved += number,
            ExceptionState::Refused => line.refused += number,
            ExceptionState::Requested | ExceptionState::Withdrawn | ExceptionState::Lapsed => {}
        }
    }
    Ok(Reply::ok(Items { items: lines.into_values().collect() }))
}

fn empty(month: &Month, kind: ExceptionKind) -> ExceptionTrendLine {
    ExceptionTrendLine {
        month: format!("{}-{:02}", month.first.year(), month.first.month()),
        kind,
        requested: 0,
        approved: 0,
        refused: 0,
        filter: format!("kind={}&from={}&to={}", kind.code(), month.first, month.last),
    }
}
