//! Use case: one job.
use super::dto::Job;
use super::store;
use crate::Wiring;
use crate::names::Names;
use kernel::access::Actor;
use kernel::app::App;
use kernel::code;
use kernel::error::ApiResult;
use kernel::http::reply::Reply;
use uuid::Uuid;

pub async fn get(app: &App, wiring: &Wiring, actor: &Actor, id: Uuid) -> ApiResult<Reply<Job>> {
    let known = store::find(app.db.reader(), actor, id).await?.ok_or(code::NOT_FOUND)?;
    let names = Names::of(app.db.reader(), actor, [known.job.owner_id]).await?;
    Ok(Reply::ok(Job::shown(known, &names, actor, wiring)))
}
