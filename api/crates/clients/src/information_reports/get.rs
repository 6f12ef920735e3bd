//! Read one report; and what reports are called for those who may see them.
use super::dto::Report;
use super::{show, store};
use crate::InformationReportId;
use kernel::access::Actor;
use kernel::app::App;
use kernel::code;
use kernel::error::ApiResult;
use kernel::http::reply::Reply;
use std::collections::HashMap;
use uuid::Uuid;

pub async fn get(app: &App, actor: &Actor, id: InformationReportId) -> ApiResult<Reply<Report>> {
    let db = app.db.reader();
    let row = store::find(db, actor, id).await?.ok_or(code::NOT_FOUND)?;
    Ok(Reply::ok(show::whole(db, actor, row).await?))
}

pub async fn labels(app: &App, actor: &Actor, ids: &[Uuid]) -> ApiResult<HashMap<Uuid, String>> {
    let ids = ids.iter().copied().map(InformationReportId);
    let found = store::some(app.db.reader(), actor, ids).await?;
    Ok(found.into_iter().map(|row| (row.id.0, row.number)).collect())
}
