use super::list_days::unknown_years;
use crate::calendar::CalendarError;
use crate::{DEADLINE_TOO_FAR, Handbook, NO_WORKING_TIME, years};
use chrono::{DateTime, NaiveDate, Utc};
use kernel::app::App;
use kernel::code::{self, Code, Coded, Params};
use kernel::error::{ApiError, ApiResult};
use kernel::http::reply::{Answer, Reply};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use validator::Validate;

#[derive(Debug, Deserialize, Validate, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct DeadlineQuery {
    /// When the term begins.
    #[param(example = "2026-09-30T02:00:00Z")]
    pub from: DateTime<Utc>,
    /// The term in working minutes; this or `working_days`.
    #[param(minimum = 0, maximum = 2_400_000)]
    #[validate(range(max = 2_400_000))]
    pub working_minutes: Option<u32>,
    /// The term in working days; the day on which it begins does not count, and it runs out when
    /// the last day closes.
    #[param(minimum = 0, maximum = 5_000, example = 5)]
    #[validate(range(max = 5_000))]
    pub working_days: Option<u32>,
}

/// When a term runs out.
#[derive(Debug, Serialize, ToSchema)]
pub struct Deadline {
    pub from: DateTime<Utc>,
    pub due_at: DateTime<Utc>,
    /// The date of `due_at` in the company's time zone.
    pub due_on: NaiveDate,
    #[schema(example = "Asia/Shanghai")]
    pub time_zone: String,
    /// Years on the way whose public holidays nobody has entered: the true date may be later.
    pub unknown_years: Vec<i32>,
}

impl Answer for Deadline {}

impl Coded for CalendarError {
    fn code(&self) -> Code {
        match self {
            Self::NoWorkingTime(_) => NO_WORKING_TIME,
            Self::TooFar(_) => DEADLINE_TOO_FAR,
            // The others speak of how a calendar is built; what is stored was checked before.
            _ => code::INTERNAL,
        }
    }
    fn params(&self) -> Params {
        match self {
            Self::NoWorkingTime(date) | Self::TooFar(date) => vec![("date", date.to_string())],
            _ => vec![],
        }
    }
}

pub async fn deadline(
    app: &App,
    handbook: &Handbook,
    query: &DeadlineQuery,
) -> ApiResult<Reply<Deadline>> {
    if !years::holds(&query.from) {
        return Err(ApiError::parameter("from"));
    }
    let calendar = handbook.calendar(app.db.reader()).await?;
    let began = calendar.local_date(query.from);
    let due_at = match (query.working_minutes, query.working_days) {
        (Some(minutes), None) => calendar.add_working_minutes(query.from, minutes)?,
        (None, Some(0)) => query.from,
        (None, Some(days)) => calendar.close_of(calendar.add_working_days(began, days)?)?,
        _ => return Err(ApiError::parameter("working_days")),
    };
    let due_on = calendar.local_date(due_at);
    Ok(Reply::ok(Deadline {
        from: query.from,
        due_at,
        due_on,
        time_zone: handbook.zone().name().to_owned(),
        unknown_years: unknown_years(&calendar, began, due_on),
    }))
}
