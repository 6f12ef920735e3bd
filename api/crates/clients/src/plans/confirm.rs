//! The manager confirms a plan (A-CLI-15): it is in force and no longer changed.
use super::dto::Plan;
use super::entity::Model;
use super::kinds::PlanState;
use super::rules::{self, Refused};
use super::{show, store, tell};
use crate::PlanId;
use handbook::Handbook;
use kernel::access::Actor;
use kernel::app::App;
use kernel::code;
use kernel::db::fault;
use kernel::error::{ApiError, ApiResult};
use kernel::http::conditional::IfMatch;
use kernel::http::reply::Reply;
use kernel::work::Work;

pub async fn confirm(
    app: &App,
    handbook: &Handbook,
    actor: &Actor,
    id: PlanId,
    seen: IfMatch,
) -> ApiResult<Reply<Plan>> {
    let running = show::running(app, handbook, actor, id).await?;
    let mut work = Work::begin(app, actor).await?;
    let row = store::lock(work.db(), id).await?.ok_or(code::NOT_FOUND)?;
    seen.check(row.version)?;
    let exists = store::in_force(work.db(), &row.period).await?;
    rules::confirm(row.state, &show::targets(&row)?, &row.period, exists)?;
    let after = Model {
        state: PlanState::Confirmed,
        confirmed_by: Some(actor.id),
        confirmed_at: Some(work.at()),
        updated_at: work.at(),
        version: row.version + 1,
        ..row
    };
    // Two who confirm at once: the index has the last word.
    let taken = |error| match fault::unique_violation(&error) {
        Some(_) => ApiError::from(Refused::Exists(after.period.clone())),
        None => error.into(),
    };
    store::save(work.db(), &after).await.map_err(taken)?;
    work.record(tell::record("client-collection-plan.confirmed", &after));
    let answer = show::whole(work.db(), actor, after, &running).await?;
    work.commit(answer).await
}
