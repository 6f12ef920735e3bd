//! Take an import back while nobody has built on it.
//!
//! A business record is never deleted: a file that is taken back stays readable as WITHDRAWN and
//! gives its credit code free. One that anybody has changed, or hung anything on, stays as it is,
//! and the result says so.
use crate::ClientId;
use crate::archive::entity::{Column, Entity, Model};
use crate::archive::hanging::everything_hanging;
use crate::archive::kinds::FileStatus;
use crate::archive::store::{self, SEARCH};
use crate::archive::{act, rules};
use crate::obligations::saved;
use kernel::access::{Actor, Permission};
use kernel::app::App;
use kernel::audit::Changes;
use kernel::error::ApiResult;
use kernel::jobs::{entity::Model as Job, row};
use kernel::work::Work;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};
use serde::Serialize;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// Files of one transaction.
const BATCH: u64 = 200;
/// Rows that the result names; how many more there are, it counts.
const NAMED: usize = 200;

/// A file that stays.
#[derive(Debug, Serialize)]
struct Kept {
    position: i32,
    label: String,
    id: ClientId,
}

#[derive(Debug, Default, Serialize)]
struct Undone {
    withdrawn: usize,
    kept: usize,
    /// The first of those that stay because somebody has touched them.
    kept_rows: Vec<Kept>,
}

pub async fn undo(app: &App, actor: &Actor, job: &Job) -> ApiResult<Value> {
    let right = <crate::ImportClients as Permission>::NAME;
    if !actor.holds(right) {
        return Err(actor.denial(right).into());
    }
    let (mut undone, mut after) = (Undone::default(), 0);
    loop {
        let rows = created(app.db.reader(), job, after).await?;
        let Some(last) = rows.last() else { return Ok(json!(undone)) };
        after = last.position;
        batch(app, actor, rows, &mut undone).await?;
    }
}

/// The next rows that became files.
async fn created(
    db: &impl ConnectionTrait,
    job: &Job,
    after: i32,
) -> Result<Vec<row::Model>, DbErr> {
    row::Entity::find()
        .filter(row::Column::JobId.eq(job.id))
        .filter(row::Column::Position.gt(after))
        .filter(row::Column::ResourceId.is_not_null())
        .order_by_asc(row::Column::Position)
        .limit(BATCH)
        .all(db)
        .await
}

async fn batch(
    app: &App,
    actor: &Actor,
    rows: Vec<row::Model>,
    undone: &mut Undone,
) -> ApiResult<()> {
    let id = |row: &row::Model| row.resource_id.as_deref().and_then(|id| id.parse().ok());
    let ids: Vec<ClientId> = rows.iter().filter_map(id).collect();
    let mut work = Work::begin(app, actor).await?;
    let files = store::lock_all(work.db(), actor, ids.iter().copied()).await?;
    let built_on = built_on(work.db(), &ids).await?;
    let mut gone = BTreeSet::new();
    for file in files {
        if file.status == FileStatus::Withdrawn {
            gone.insert(file.id);
        } else if untouched(actor, &file) && !built_on.contains(&file.id) {
            gone.insert(file.id);
            withdraw(&mut work, file).await?;
        }
    }
    work.commit_nothing().await?;
    undone.withdrawn = undone.withdrawn.saturating_add(gone.len());
    for row in rows {
        let Some(id) = id(&row).filter(|id| !gone.contains(id)) else { continue };
        undone.kept = undone.kept.saturating_add(1);
        if undone.kept_rows.len() < NAMED {
            undone.kept_rows.push(Kept { position: row.position, label: row.label, id });
        }
    }
    Ok(())
}

/// As the import left it, and still the caller's to keep.
fn untouched(actor: &Actor, file: &Model) -> bool {
    file.version == 1
        && file.updated_at == file.created_at
        && file.created_by == actor.id
        && rules::keep(actor, file).is_ok()
}

/// Those of the files on which anything hangs, also what was taken out again.
async fn built_on(
    db: &impl ConnectionTrait,
    ids: &[ClientId],
) -> Result<BTreeSet<ClientId>, DbErr> {
    let mut found = BTreeSet::new();
    macro_rules! look {
        ($($feature:ident),+) => { $({
            use crate::$feature::entity::{Column, Entity};
            let hung: Vec<ClientId> = Entity::find()
                .select_only()
                .column(Column::ClientId)
                .distinct()
                .filter(Column::ClientId.is_in(ids.iter().copied()))
                .into_tuple()
                .all(db)
                .await?;
            found.extend(hung);
        })+ };
    }
    everything_hanging!(look);
    let merged: Vec<Option<ClientId>> = Entity::find()
        .select_only()
        .column(Column::MergedIntoId)
        .filter(Column::MergedIntoId.is_in(ids.iter().copied()))
        .into_tuple()
        .all(db)
        .await?;
    found.extend(merged.into_iter().flatten());
    Ok(found)
}

async fn withdraw(work: &mut Work<'_>, file: Model) -> ApiResult<()> {
    let mut after = file.clone();
    after.status = FileStatus::Withdrawn;
    after.updated_at = work.at();
    after.version += 1;
    saved(work, &file, &after).await?;
    work.index(SEARCH.remove(file.search_key));
    let change = Changes::one("status", file.status, after.status);
    work.record(act::act("client.withdrawn", &after).changes(change));
    Ok(())
}
