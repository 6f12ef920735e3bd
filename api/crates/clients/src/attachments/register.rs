//! The register of client archive material (A-CLI-21): every paper of every file that the caller may
//! see, filed last first.
use super::dto::{Material, MaterialFilter};
use super::entity::{Column, Entity, Model};
use super::show;
use crate::ReadClients;
use crate::archive::entity::{Column as File, Entity as Files};
use crate::archive::store::visible_to;
use crate::found::labels;
use crate::secret_items::shown;
use chrono::{DateTime, Utc};
use kernel::access::Actor;
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::http::paging::{Page, Paging};
use kernel::http::reply::Reply;
use kernel::visible;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Select};
use uuid::Uuid;

pub async fn register(
    app: &App,
    actor: &Actor,
    filter: &MaterialFilter,
    paging: &Paging,
) -> ApiResult<Reply<Page<Material>>> {
    let (db, at) = (app.db.reader(), app.clock.now());
    let (rows, total) = paging.newest(db, matching(actor, at, filter), Column::Id).await?;
    let names = show::names(db, &rows).await?;
    let files: Vec<Uuid> = rows.iter().map(|row| row.client_id.0).collect();
    let clients = labels(app, actor, &files).await?;
    let shown = |row: Model| {
        let client = clients.get(&row.client_id.0).cloned().unwrap_or_default();
        show::material(at, row, client, &names)
    };
    Ok(Reply::ok(paging.page(rows, total, |row: &Model| row.id, shown)?))
}

/// Looked up file by file: a list of all that somebody may see would be made anew for each page.
fn matching(actor: &Actor, at: DateTime<Utc>, filter: &MaterialFilter) -> Select<Entity> {
    let of = Expr::col((Entity, Column::ClientId));
    let visible = visible::exists::<Files>(File::Id, of, visible_to::<ReadClients>(actor));
    let shown = shown((Column::Level, Column::LevelEndsAt), actor, at);
    let mut found = Entity::find().filter(visible).filter(shown);
    if !filter.include_withdrawn.unwrap_or(false) {
        found = found.filter(Column::RemovedAt.is_null());
    }
    if !filter.kind.is_empty() {
        found = found.filter(Column::Kind.is_in(filter.kind.iter().copied()));
    }
    if !filter.created_by.is_empty() {
        found = found.filter(Column::CreatedBy.is_in(filter.created_by.iter().copied()));
    }
    if let Some(after) = filter.created_after {
        found = found.filter(Column::CreatedAt.gte(after));
    }
    if let Some(before) = filter.created_before {
        found = found.filter(Column::CreatedAt.lt(before));
    }
    found
}
