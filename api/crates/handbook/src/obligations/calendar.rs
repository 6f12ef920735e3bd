//! The calendar: what is due day by day, in one statement.
use super::calendar_dto::{ObligationCalendarQuery, ObligationDay};
use super::entity::{Column, Entity};
use super::filter::ObligationFilter;
use super::kinds::ObligationState;
use super::source::Obligations;
use super::store;
use chrono::NaiveDate;
use kernel::access::Actor;
use kernel::app::App;
use kernel::error::{ApiError, ApiResult};
use kernel::http::reply::{Items, Reply};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, QueryFilter, QuerySelect,
    sea_query::{Expr, ExprTrait, Func},
};
use std::collections::BTreeMap;

/// A quarter.
const MOST_DAYS: i64 = 92;

pub async fn calendar(
    app: &App,
    obligations: &Obligations,
    actor: &Actor,
    query: &ObligationCalendarQuery,
) -> ApiResult<Reply<Items<ObligationDay>>> {
    let days = query.to.signed_duration_since(query.from).num_days();
    if !(0..=MOST_DAYS).contains(&days) {
        return Err(ApiError::parameter("to"));
    }
    let (db, at) = (app.db.reader(), app.clock.now());
    let every = [ObligationState::Open, ObligationState::Fulfilled, ObligationState::Excused];
    let filter = ObligationFilter {
        whose: query.whose,
        state: every.to_vec(),
        due_from: Some(query.from),
        due_to: Some(query.to),
        ..ObligationFilter::default()
    };
    let in_state = |state: ObligationState| Condition::all().add(Column::State.eq(state));
    let special = Condition::any()
        .add(in_state(ObligationState::Fulfilled).add(Column::Late.eq(true)))
        .add(in_state(ObligationState::Open).add(Column::DueAt.lt(at)));
    let over = Expr::case(special, Expr::cust("1")).finally(Expr::cust("0"));
    let rows = Entity::find()
        .select_only()
        .columns([Column::DueOn, Column::State])
        .column_as(Expr::cust("COUNT(*)"), "number")
        .column_as(Func::sum(Expr::expr(over)).cast_as("BIGINT"), "special")
        .filter(filter.condition(db, obligations, actor, at).await?)
        .filter(store::visible_to(obligations, actor, at))
        .group_by(Column::DueOn)
        .group_by(Column::State)
        .into_tuple::<(NaiveDate, ObligationState, i64, i64)>()
        .all(db)
        .await?;
    let working = obligations.handbook.calendar(db).await?;
    let blank = |day: NaiveDate| ObligationDay {
        day,
        working: working.is_working_day(day),
        open: 0,
        overdue: 0,
        fulfilled: 0,
        late: 0,
        excused: 0,
    };
    let all = query.from.iter_days().take_while(|day| *day <= query.to);
    let mut found: BTreeMap<_, _> = all.map(|day| (day, blank(day))).collect();
    for (day, state, number, special) in rows {
        let Some(line) = found.get_mut(&day) else { continue };
        let (number, special) = (whole(number), whole(special));
        match state {
            ObligationState::Open => (line.open, line.overdue) = (number, special),
            ObligationState::Fulfilled => (line.fulfilled, line.late) = (number, special),
            ObligationState::Excused => line.excused = number,
            ObligationState::Void => {}
        }
    }
    Ok(Reply::ok(Items { items: found.into_values().collect() }))
}

fn whole(number: i64) -> u64 {
    u64::try_from(number).unwrap_or_default()
}
