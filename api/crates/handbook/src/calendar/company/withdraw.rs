use super::day_entity::{Layer, Model, Stored};
use super::dto::{CalendarDayDetail, WithdrawDay};
use super::{decide, get_day, rules, store};
use crate::{Handbook, years};
use chrono::NaiveDate;
use kernel::access::Actor;
use kernel::app::App;
use kernel::code;
use kernel::error::ApiResult;
use kernel::http::conditional::IfMatch;
use kernel::http::reply::Reply;
use kernel::work::Work;

/// What the call brings along beside the date.
pub struct Withdrawal {
    pub date: NaiveDate,
    pub seen: IfMatch,
    pub input: WithdrawDay,
}

/// The company takes its own decision back: the announced holiday or the week pattern speaks again.
pub async fn withdraw(
    app: &App,
    handbook: &Handbook,
    actor: &Actor,
    call: Withdrawal,
) -> ApiResult<Reply<CalendarDayDetail>> {
    if !years::holds(&call.date) {
        return Err(code::NOT_FOUND.into());
    }
    let mut work = Work::begin(app, actor).await?;
    let rows = store::days_between(work.db(), call.date, call.date).await?;
    call.seen.check(i64::try_from(rows.len()).unwrap_or(i64::MAX))?;
    let today = handbook.date(work.at());
    rules::withdraw(&rows, call.date, today)?;
    let before = store::latest(&rows, call.date, Layer::Company).ok_or(code::NOT_FOUND)?;
    let row = row(&work, before, call.input.reason);
    store::append_days(work.db(), vec![row.clone()]).await?;
    work.record(decide::record("calendar-day.withdrawn", &row, Some(before)));
    let detail = get_day::detail(work.db(), handbook, (actor, today), call.date).await?;
    let reply = work.commit(detail).await;
    handbook.calendar_changed();
    reply
}

fn row(work: &Work<'_>, before: &Model, reason: String) -> Model {
    Model {
        id: work.fresh(),
        version: before.version + 1,
        kind: Stored::Withdrawn,
        hours: None,
        reason,
        set_by: work.actor().id,
        set_by_name: work.actor().name.clone(),
        set_at: work.at(),
        ..before.clone()
    }
}
