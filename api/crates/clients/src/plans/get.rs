//! Read a plan with its running.
use super::dto::Plan;
use super::running::Running;
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
    let running = Running::of(app, handbook, actor, &show::period(&row)?).await?;
    Ok(Reply::ok(show::whole(app.db.reader(), actor, row, &running).await?))
}
