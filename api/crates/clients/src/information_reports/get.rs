//! Read one report; and what reports are called for those who may see them.
use super::dto::Report;
use super::entries::entity::{Column, Entity as Entries};
use super::{show, store};
use crate::archive::entity::{Column as FileColumn, Entity as Files, Model as File};
use crate::archive::store::visible_to;
use crate::{InformationReportId, ReadClients, readings};
use kernel::access::Actor;
use kernel::app::App;
use kernel::code;
use kernel::error::ApiResult;
use kernel::http::reply::Reply;
use kernel::readings::ReadingWay;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect, QueryTrait};
use std::collections::HashMap;
use uuid::Uuid;

pub async fn get(app: &App, actor: &Actor, id: InformationReportId) -> ApiResult<Reply<Report>> {
    let db = app.db.reader();
    let row = store::find(db, actor, id).await?.ok_or(code::NOT_FOUND)?;
    readings::all(app, actor, &told_of(db, actor, id).await?, ReadingWay::Opened).await?;
    Ok(Reply::ok(show::whole(db, actor, row).await?))
}

/// The files that it tells of, as far as the reader may see them.
async fn told_of(
    db: &impl ConnectionTrait,
    actor: &Actor,
    id: InformationReportId,
) -> ApiResult<Vec<File>> {
    let named = Entries::find().select_only().column(Column::ClientId);
    let named = named.filter(Column::ReportId.eq(id)).into_query();
    let files = Files::find().filter(FileColumn::Id.in_subquery(named));
    Ok(files.filter(visible_to::<ReadClients>(actor)).all(db).await?)
}

pub async fn labels(app: &App, actor: &Actor, ids: &[Uuid]) -> ApiResult<HashMap<Uuid, String>> {
    let ids = ids.iter().copied().map(InformationReportId);
    let found = store::some(app.db.reader(), actor, ids).await?;
    Ok(found.into_iter().map(|row| (row.id.0, row.number)).collect())
}
