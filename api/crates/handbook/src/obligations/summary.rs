//! What is due, in figures that open what they count.
use super::dto::{ObligationCount, ObligationSummary};
use super::entity::Entity;
use super::filter::ObligationFilter;
use super::kinds::Whose;
use super::source::Obligations;
use super::store;
use chrono::{Datelike, Days, NaiveDate};
use kernel::access::Actor;
use kernel::app::App;
use kernel::db::count::capped;
use kernel::error::ApiResult;
use kernel::http::reply::Reply;
use sea_orm::{EntityTrait, QueryFilter};

pub async fn summary(
    app: &App,
    obligations: &Obligations,
    actor: &Actor,
) -> ApiResult<Reply<ObligationSummary>> {
    let sunday = sunday(obligations.handbook.date(app.clock.now()));
    let of = |whose, overdue, due_to| ObligationFilter {
        whose: Some(whose),
        overdue,
        due_to,
        ..ObligationFilter::default()
    };
    let count = async |filter: ObligationFilter| count(app, obligations, actor, &filter).await;
    Ok(Reply::ok(ObligationSummary {
        mine: count(of(Whose::Mine, None, None)).await?,
        mine_this_week: count(of(Whose::Mine, None, Some(sunday))).await?,
        mine_overdue: count(of(Whose::Mine, Some(true), None)).await?,
        team: count(of(Whose::Team, None, None)).await?,
        team_overdue: count(of(Whose::Team, Some(true), None)).await?,
    }))
}

fn sunday(today: NaiveDate) -> NaiveDate {
    let left = 6 - u64::from(today.weekday().num_days_from_monday());
    today.checked_add_days(Days::new(left)).unwrap_or(today)
}

async fn count(
    app: &App,
    obligations: &Obligations,
    actor: &Actor,
    filter: &ObligationFilter,
) -> ApiResult<ObligationCount> {
    let (db, at) = (app.db.reader(), app.clock.now());
    let matching = Entity::find()
        .filter(filter.condition(db, obligations, actor, at).await?)
        .filter(store::visible_to(obligations, actor, at));
    Ok(ObligationCount { count: capped(db, matching).await?, filter: query(filter) })
}

/// The query of the list that shows them.
fn query(filter: &ObligationFilter) -> String {
    let whose = match filter.whose.unwrap_or_default() {
        Whose::Mine => "MINE",
        Whose::Team => "TEAM",
        Whose::All => "ALL",
    };
    let overdue = filter.overdue.map(|over| format!("&overdue={over}")).unwrap_or_default();
    let due_to = filter.due_to.map(|day| format!("&due_to={day}")).unwrap_or_default();
    format!("whose={whose}{overdue}{due_to}")
}
