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
use kernel::readings::ReadingWay;

pub async fn get(
    app: &App,
    handbook: &Handbook,
    actor: &Actor,
    (client, id): (ClientId, QualificationId),
) -> ApiResult<Reply<Qualification>> {
    let db = app.db.reader();
    let file = seen(app, actor, client, ReadingWay::Opened).await?;
    let row = store::find(db, client, id).await?.ok_or(code::NOT_FOUND)?;
    let judged = Judged::at(db, handbook, app.clock.now()).await?;
    Ok(Reply::ok(show::one(db, actor, judged, &file, row).await?))
}
