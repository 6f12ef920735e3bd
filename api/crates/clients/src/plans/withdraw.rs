//! Take a plan back, with the reason; one in force makes room for another so.
use super::dto::{Plan, WithdrawPlan};
use super::entity::Model;
use super::kinds::PlanState;
use super::{rules, show, store, tell};
use crate::PlanId;
use handbook::Handbook;
use kernel::access::Actor;
use kernel::app::App;
use kernel::code;
use kernel::error::ApiResult;
use kernel::http::conditional::IfMatch;
use kernel::http::reply::Reply;
use kernel::work::Work;

pub async fn withdraw(
    app: &App,
    handbook: &Handbook,
    actor: &Actor,
    id: PlanId,
    seen: IfMatch,
    input: WithdrawPlan,
) -> ApiResult<Reply<Plan>> {
    let running = show::running(app, handbook, actor, id).await?;
    let mut work = Work::begin(app, actor).await?;
    let row = store::lock(work.db(), id).await?.ok_or(code::NOT_FOUND)?;
    seen.check(row.version)?;
    rules::withdraw(row.state)?;
    let reason = input.reason.trim().to_owned();
    let after = Model {
        state: PlanState::Withdrawn,
        withdrawn_reason: Some(reason.clone()),
        updated_at: work.at(),
        version: row.version + 1,
        ..row
    };
    store::save(work.db(), &after).await?;
    work.record(tell::record("client-collection-plan.withdrawn", &after).reason(reason));
    let answer = show::whole(work.db(), actor, after, &running).await?;
    work.commit(answer).await
}
