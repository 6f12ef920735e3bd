//! What other areas may ask about files: what those are called that exist for somebody, and which
//! of them a few typed words mean.
use crate::archive::brief::Brief;
use crate::archive::entity::{Column, Entity};
use crate::archive::filter::ClientFilter;
use crate::archive::list::newest;
use crate::archive::store::visible_to;
use crate::{ClientId, ReadClients};
use kernel::access::Actor;
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::visible;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect, sea_query::Expr};
use std::collections::HashMap;
use uuid::Uuid;

/// A file, as a list of hits names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundClient {
    pub id: ClientId,
    pub number: String,
    pub name: String,
    /// Region and industry.
    pub about: Option<String>,
}

/// Those of some files that exist for the caller, with their names.
pub async fn labels(app: &App, actor: &Actor, ids: &[Uuid]) -> ApiResult<HashMap<Uuid, String>> {
    let found: Vec<(Uuid, String)> = Entity::find()
        .filter(visible_to::<ReadClients>(actor))
        .filter(Column::Id.is_in(ids.iter().copied()))
        .select_only()
        .columns([Column::Id, Column::Name])
        .into_tuple()
        .all(app.db.reader())
        .await?;
    Ok(found.into_iter().collect())
}

/// Whether the file of an id exists for somebody, as a condition.
pub fn exists(actor: &Actor, id: Expr) -> Expr {
    visible::exists::<Entity>(Column::Id, id, visible_to::<ReadClients>(actor))
}

/// Files in force, those begun last first.
pub async fn search(app: &App, actor: &Actor, q: &str, limit: u64) -> ApiResult<Vec<FoundClient>> {
    let db = app.db.reader();
    let filter = ClientFilter { q: Some(q.to_owned()), ..ClientFilter::default() };
    let Some(typed) = filter.typed() else { return Ok(vec![]) };
    let rows = newest(db, actor, (&filter, typed), None, limit).await?;
    Ok(rows.into_iter().map(found).collect())
}

fn found(row: Brief) -> FoundClient {
    let about: Vec<_> = [row.region, row.industry].into_iter().flatten().collect();
    let about = (!about.is_empty()).then(|| about.join(" · "));
    FoundClient { id: row.id, number: row.number, name: row.name, about }
}
