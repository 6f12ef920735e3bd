//! Who carries out a job, and as whom.
use super::{ATTEMPTS, Handler, Running, entity};
use crate::access::{Actor, Denied};
use crate::app::App;
use crate::code;
use crate::error::ApiResult;
use serde_json::Value;
use std::sync::Arc;

pub async fn attempt(
    app: &App,
    handlers: &[Arc<dyn Handler>],
    job: &entity::Model,
    running: &Running,
    actor: Option<Actor>,
) -> ApiResult<Value> {
    let handler = handlers.iter().find(|handler| handler.kind() == job.kind);
    match (handler, actor) {
        _ if job.attempts > ATTEMPTS => Err(code::INTERNAL.into()),
        (Some(handler), Some(actor)) => {
            actor.opens(&job.kind)?;
            handler.run(app, &actor, running).await
        }
        (None, _) => Err(code::INTERNAL.into()),
        (_, None) => Err(Denied::Anonymous.into()),
    }
}
