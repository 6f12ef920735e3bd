use super::deadline::{self, Deadline, DeadlineQuery};
use super::dto::{
    CalendarDayDetail, CalendarDayInput, CalendarRange, CalendarRangeAnswer, WithdrawDay,
};
use super::import_dto::{CalendarYearImport, CalendarYearInput};
use super::pattern_dto::{WeekPatternInput, WeekPatterns};
use super::withdraw::{self, Withdrawal};
use super::{decide, get_day, import, list_days, patterns, set_pattern};
use crate::{Handbook, ManageCalendar};
use actix_web::{get, post, web::Data};
use chrono::NaiveDate;
use kernel::access::{Allowed, SignedIn};
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::http::conditional::IfMatch;
use kernel::http::input::{Param, Query, Valid};
use kernel::http::reply::Reply;
use utoipa_actix_web::service_config::ServiceConfig;

pub fn configure(config: &mut ServiceConfig) {
    config
        .service(get_calendar)
        .service(get_calendar_day)
        .service(decide_calendar_day)
        .service(withdraw_calendar_day)
        .service(get_week_pattern)
        .service(set_week_pattern)
        .service(get_deadline)
        .service(import_calendar_year);
}

/// Get the working calendar
///
/// What each date of a range is, with its working hours.
#[utoipa::path(
    tag = "handbook", operation_id = "get_calendar",
    params(CalendarRange),
    responses((status = 200, description = "The dates of the range", body = CalendarRangeAnswer)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("signed-in"))),
)]
#[get("/calendar")]
async fn get_calendar(
    app: Data<App>,
    handbook: Data<Handbook>,
    actor: SignedIn,
    range: Query<CalendarRange>,
) -> ApiResult<Reply<CalendarRangeAnswer>> {
    list_days::list(&app, &handbook, &actor, &range).await
}

/// Get a date
///
/// What a date is and everything that was ever decided about it.
#[utoipa::path(
    tag = "handbook", operation_id = "get_calendar_day",
    params(("date" = NaiveDate, Path, description = "The date", example = "2026-10-01")),
    responses((status = 200, description = "The date with its decisions", body = CalendarDayDetail)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("signed-in"))),
)]
#[get("/calendar/days/{date}")]
async fn get_calendar_day(
    app: Data<App>,
    handbook: Data<Handbook>,
    actor: SignedIn,
    date: Param<NaiveDate>,
) -> ApiResult<Reply<CalendarDayDetail>> {
    get_day::get(&app, &handbook, &actor, *date).await
}

/// Decide about a date
///
/// The company's own day off, working day or hours for today or a later date, with its reason. It
/// overrules the announced holidays until it is withdrawn.
#[utoipa::path(
    tag = "handbook", operation_id = "decide_calendar_day",
    request_body = CalendarDayInput,
    responses((status = 201, description = "The date as it stands now", body = CalendarDayDetail)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("calendar.manage"))),
)]
#[post("/calendar/days")]
async fn decide_calendar_day(
    app: Data<App>,
    handbook: Data<Handbook>,
    actor: Allowed<ManageCalendar>,
    Valid(input): Valid<CalendarDayInput>,
) -> ApiResult<Reply<CalendarDayDetail>> {
    decide::decide(&app, &handbook, &actor, input).await
}

/// Withdraw the decision about a date
///
/// The announced holiday or the week pattern speaks again; the decision stays in the history.
#[utoipa::path(
    tag = "handbook", operation_id = "withdraw_calendar_day",
    params(("date" = NaiveDate, Path, description = "The date", example = "2026-12-31")),
    request_body = WithdrawDay,
    responses((status = 200, description = "The date as it stands now", body = CalendarDayDetail)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("calendar.manage"))),
)]
#[post("/calendar/days/{date}/actions/withdraw")]
async fn withdraw_calendar_day(
    (app, handbook): (Data<App>, Data<Handbook>),
    actor: Allowed<ManageCalendar>,
    date: Param<NaiveDate>,
    seen: IfMatch,
    Valid(input): Valid<WithdrawDay>,
) -> ApiResult<Reply<CalendarDayDetail>> {
    let call = Withdrawal { date: *date, seen, input };
    withdraw::withdraw(&app, &handbook, &actor, call).await
}

/// Get the week pattern
///
/// The working hours of the weekdays today and everything ever decided about them.
#[utoipa::path(
    tag = "handbook", operation_id = "get_week_pattern",
    responses((status = 200, description = "The week pattern and its history", body = WeekPatterns)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("signed-in"))),
)]
#[get("/calendar/week-pattern")]
async fn get_week_pattern(
    app: Data<App>,
    handbook: Data<Handbook>,
    _actor: SignedIn,
) -> ApiResult<Reply<WeekPatterns>> {
    patterns::get(&app, &handbook).await
}

/// Set the week pattern
///
/// New working hours of the weekdays from today or a later date on, with the reason.
#[utoipa::path(
    tag = "handbook", operation_id = "set_week_pattern",
    request_body = WeekPatternInput,
    responses((status = 201, description = "The week pattern and its history", body = WeekPatterns)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("calendar.manage"))),
)]
#[post("/calendar/week-pattern")]
async fn set_week_pattern(
    app: Data<App>,
    handbook: Data<Handbook>,
    actor: Allowed<ManageCalendar>,
    Valid(input): Valid<WeekPatternInput>,
) -> ApiResult<Reply<WeekPatterns>> {
    set_pattern::set(&app, &handbook, &actor, input).await
}

/// Compute a deadline
///
/// When a term in working minutes or working days runs out, by the calendar as decided so far.
#[utoipa::path(
    tag = "handbook", operation_id = "get_deadline",
    params(DeadlineQuery),
    responses(
        (status = 200, description = "When the term runs out", body = Deadline),
        (status = 409, description = "The calendar has no working time left for the term (`NO_WORKING_TIME`), or it ends too far ahead (`DEADLINE_TOO_FAR`)",
         body = kernel::http::problem::Problem, content_type = "application/problem+json"),
    ),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("signed-in"))),
)]
#[get("/calendar/deadline")]
async fn get_deadline(
    app: Data<App>,
    handbook: Data<Handbook>,
    _actor: SignedIn,
    query: Query<DeadlineQuery>,
) -> ApiResult<Reply<Deadline>> {
    deadline::deadline(&app, &handbook, &query).await
}

/// Import the announced days of a year
///
/// All public holidays and make-up days of one year, as rows or CSV. Errors are told by row and
/// column and nothing is kept then. The days of an earlier import that are missing are withdrawn;
/// the company's own decisions stay.
#[utoipa::path(
    tag = "handbook", operation_id = "import_calendar_year",
    request_body = CalendarYearInput,
    responses((status = 200, description = "What changed, day by day", body = CalendarYearImport)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("calendar.manage"))),
)]
#[post("/calendar/actions/import")]
async fn import_calendar_year(
    app: Data<App>,
    handbook: Data<Handbook>,
    actor: Allowed<ManageCalendar>,
    Valid(input): Valid<CalendarYearInput>,
) -> ApiResult<Reply<CalendarYearImport>> {
    import::import(&app, &handbook, &actor, input).await
}
