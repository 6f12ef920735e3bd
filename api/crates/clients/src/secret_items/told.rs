//! What the trail, the events and the log of readings hear of an item.
use super::mark::{Mark, Marked};
use super::rules;
use crate::archive::act::act;
use crate::archive::entity::Model as File;
use crate::readings;
use kernel::access::Actor;
use kernel::app::App;
use kernel::audit::{self, Changes, Record};
use kernel::error::ApiResult;
use kernel::readings::ReadingWay;
use kernel::work::Work;
use serde_json::json;
use uuid::Uuid;

/// An act on an item, told where it stands.
pub fn noted(work: &Work<'_>, action: &'static str, file: &File, mark: &Mark) -> Record {
    act(action, file).at(rules::place(file, mark, work.at()))
}

/// A new mark: told at the higher of the two levels, and what the trail and the events said of the item
/// before rises with it.
pub async fn raise(
    work: &mut Work<'_>,
    (action, kind): (&'static str, &'static str),
    (file, id): (&File, Uuid),
    (before, after): (Mark, Mark),
    reason: String,
) -> ApiResult<()> {
    let at = work.at();
    let level = rules::level(file, &before, at).max(rules::level(file, &after, at));
    audit::raise(work.db(), file.id.0, id, level).await?;
    let said = |mark: Mark| {
        json!({ kind: { "level": mark.shown(at).map(|shown| shown.level), "level_until": mark.until,
            "secret_content": mark.content } })
    };
    let mut changes = Changes::between(&said(before), &said(after));
    changes.0.insert(format!("{kind}.id"), json!([id, id]));
    let place = kernel::access::Place { level, ..rules::place(file, &after, at) };
    let record = act(action, file).at(place).changes(changes).reason(reason);
    work.record(record.data(&format!("{kind}_id"), id));
    Ok(())
}

/// The highest level of some items above that of their file: reading them is a reading at that level
/// (A-SEC-10).
pub async fn highest(
    app: &App,
    actor: &Actor,
    (file, way): (&File, ReadingWay),
    items: &[impl Marked],
) -> ApiResult<()> {
    let at = app.clock.now();
    let level = items.iter().map(|item| rules::level(file, &item.mark(), at)).max();
    match level.filter(|level| *level > file.level.rank()) {
        Some(level) => readings::at_level(app, actor, (file, level), way).await,
        None => Ok(()),
    }
}
