//! Acts tell what stood in the records: whoever looks them up reads those that are classified (A-SEC-10).
use kernel::access::Actor;
use kernel::app::App;
use kernel::audit::entry::Model;
use kernel::error::ApiResult;
use kernel::readings::{Reading, ReadingWay};

/// Note it, before they are shown.
pub async fn note(app: &App, actor: &Actor, rows: &[Model]) -> ApiResult<()> {
    let all: Vec<_> = rows.iter().filter_map(reading).collect();
    app.readings.note(app, actor, &all).await
}

fn reading(row: &Model) -> Option<Reading<'_>> {
    let (resource_type, way) = (row.resource_type.as_str(), ReadingWay::Trail);
    row.resource_id.map(|id| Reading { resource_type, id, level: row.level, way })
}
