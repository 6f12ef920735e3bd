//! What goes into a pack of evidence: tables of the areas over a period, each as its reader may see it.
use crate::access::Actor;
use crate::app::App;
use crate::error::{ApiError, ApiResult, Fault};
use crate::ids::DepartmentId;
use crate::lang::Text;
use crate::sheet::Value;
pub use async_trait::async_trait;
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use chrono_tz::Tz;
use uuid::Uuid;

/// A year and a day.
const MOST_DAYS: i64 = 366;

/// Over which days of the company, and of whom.
#[derive(Clone, Copy, Debug)]
pub struct Asked {
    pub from: NaiveDate,
    pub to: NaiveDate,
    /// The midnight that `from` begins with.
    pub begin: DateTime<Utc>,
    /// The midnight that `to` ends with.
    pub end: DateTime<Utc>,
    pub department_id: Option<DepartmentId>,
}

impl Asked {
    /// # Errors
    /// `INVALID_PARAMETER` where `to` lies before `from`, or more than a year later.
    pub fn of(
        (from, to): (NaiveDate, NaiveDate),
        department_id: Option<DepartmentId>,
        zone: Tz,
    ) -> ApiResult<Self> {
        let days = to.signed_duration_since(from).num_days();
        if !(0..=MOST_DAYS).contains(&days) {
            return Err(ApiError::parameter("to"));
        }
        let midnight =
            |day: NaiveDate| day.and_time(NaiveTime::MIN).and_local_timezone(zone).earliest();
        let bounds = midnight(from).zip(to.succ_opt().and_then(midnight));
        let (begin, end) = bounds.ok_or_else(|| Fault("a day without a midnight".to_owned()))?;
        Ok(Self { from, to, begin: begin.to_utc(), end: end.to_utc(), department_id })
    }
}

/// One line of a table, and where it stands in its order.
#[derive(Clone, Debug)]
pub struct Line {
    pub place: Uuid,
    pub cells: Vec<Value>,
}

/// One table.
#[async_trait]
pub trait Exhibit: Send + Sync {
    /// `obligations`; the name of its file.
    fn name(&self) -> &'static str;
    /// The permission without which it is left out.
    fn needs(&self) -> &'static str;
    fn columns(&self) -> &'static [Text];
    /// The lines after a place, in the order of places, and nothing that does not exist for the caller.
    /// Fewer than `most`: there are no more.
    async fn lines(
        &self,
        app: &App,
        actor: &Actor,
        asked: &Asked,
        page: (Option<Uuid>, u64),
    ) -> ApiResult<Vec<Line>>;
}

/// Text, or nothing.
#[must_use]
pub fn text(value: Option<impl Into<String>>) -> Value {
    value.map_or(Value::Empty, |text| Value::Text(text.into()))
}

/// A moment as it stands in the trail: UTC.
#[must_use]
pub fn moment(value: Option<DateTime<Utc>>) -> Value {
    text(value.map(|at| at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true)))
}
