//! What goes into a pack of evidence: tables of the areas over some days, each as its reader may see it.
use crate::access::Actor;
use crate::app::App;
use crate::error::ApiResult;
use crate::ids::DepartmentId;
use crate::lang::Text;
use crate::sheet::Value;
use crate::wall::Days;
pub use async_trait::async_trait;
use chrono::{DateTime, SecondsFormat, Utc};
use uuid::Uuid;

/// Over which days, and of whom.
#[derive(Clone, Copy, Debug)]
pub struct Asked {
    pub days: Days,
    pub department_id: Option<DepartmentId>,
}

/// What a table is called, takes and holds.
#[derive(Clone, Copy, Debug)]
pub struct About {
    /// `obligations`; the name of its file.
    pub name: &'static str,
    /// The permission without which it is left out.
    pub needs: &'static str,
    pub columns: &'static [Text],
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
    fn about(&self) -> &'static About;
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
pub fn moment(at: DateTime<Utc>) -> Value {
    Value::Text(at.to_rfc3339_opts(SecondsFormat::Secs, true))
}
