//! Read one qualification.
use super::dto::Qualification;
use super::show::{self, Judged};
use super::store;
use crate::hanging::seen;
use crate::{ClientId, QualificationId};
use handbook::Handbook;
use kernel::access::Actor;
use kernel::app::App;
use kernel::code;
use kernel::error::ApiResult;
use kernel::http::reply::Reply;

pub async fn get(
    app: &App,
    handbook: &Handbook,
    actor: &Actor,
    (client, id): (ClientId, QualificationId),
) -> ApiResult<Reply<Qualification>> {
    let db = app.db.reader();
    let file = seen(db, actor, client).await?;
    let row = store::find(db, client, id).await?.ok_or(code::NOT_FOUND)?;
    let judged = Judged::at(db, handbook, app.clock.now()).await?;
    Ok(Reply::ok(show::one(db, actor, judged, &file, row).await?))
}
