//! What the trail, the events and the log of readings hear of an item.
use super::mark::{Mark, Marked};
use super::rules;
use crate::archive::act::act;
use crate::archive::entity::{Column as FileColumn, Entity as Files, Model as File};
use crate::readings;
use kernel::access::Actor;
use kernel::app::App;
use kernel::audit::{self, Changes, Record};
use kernel::error::ApiResult;
use kernel::idempotency;
use kernel::readings::ReadingWay;
use kernel::work::Work;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, QuerySelect};
use serde_json::json;
use uuid::Uuid;

/// An act on an item, told where it stands. Its id always stands among the changes: by it the entry is
/// found once the item is more secret.
pub fn act_on_item<M: Marked>(
    work: &Work<'_>,
    action: &'static str,
    (file, item): (&File, &M),
    mut changes: Changes,
) -> Record {
    let (name, id) = (format!("{}.id", M::KIND), item.id());
    changes.0.entry(name).or_insert_with(|| json!([null, id]));
    let record = act(action, file).at(rules::place(file, &item.mark(), work.at()));
    record.changes(changes).data(&format!("{}_id", M::KIND), id)
}

/// A new mark: told at the higher of the two levels, for that it was secret is not for those who may read
/// it now either.
pub async fn raise<M: Marked>(
    work: &mut Work<'_>,
    action: &'static str,
    file: &File,
    (before, item): (Mark, &M),
    reason: String,
) -> ApiResult<()> {
    let (at, kind, id, after) = (work.at(), M::KIND, item.id(), item.mark());
    let level = rules::level(file, &before, at).max(rules::level(file, &after, at));
    lift(work, file, item).await?;
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

/// What the trail said of an item rises to its level, and answers that are kept for retries are forgotten:
/// they tell it to whoever could read it then.
pub async fn lift<M: Marked>(work: &Work<'_>, file: &File, item: &M) -> ApiResult<()> {
    let level = rules::level(file, &item.mark(), work.at());
    audit::raise(work.db(), &with_merged(work, file).await?, item.id(), level).await?;
    idempotency::forget_about(work.db(), &[item.id()]).await?;
    Ok(())
}

/// The file and those that went into it: under their ids stands what was told of what hung on them.
async fn with_merged(work: &Work<'_>, file: &File) -> Result<Vec<Uuid>, DbErr> {
    let merged: Vec<Uuid> = Files::find()
        .select_only()
        .column(FileColumn::Id)
        .filter(FileColumn::MergedIntoId.eq(file.id))
        .into_tuple()
        .all(work.db())
        .await?;
    Ok(merged.into_iter().chain([file.id.0]).collect())
}

/// Where some items are more secret than their file, reading them is a reading at the highest of their
/// levels (A-SEC-10): that of the file alone was noted as it was opened.
pub async fn note_items_read(
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
