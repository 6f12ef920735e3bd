//! Read a plan with its running.
use super::dto::Plan;
use super::{show, store};
use crate::PlanId;
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
    id: PlanId,
) -> ApiResult<Reply<Plan>> {
    let row = store::find(app.db.reader(), id).await?.ok_or(code::NOT_FOUND)?;
    Ok(Reply::ok(show::whole(app.db.reader(), app, handbook, actor, row).await?))
}
