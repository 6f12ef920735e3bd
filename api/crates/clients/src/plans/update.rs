//! Change a draft.
use super::create::tidied;
use super::dto::{Plan, PlanInput};
use super::entity::Model;
use super::{rules, show, store, tell};
use crate::PlanId;
use handbook::Handbook;
use kernel::access::Actor;
use kernel::app::App;
use kernel::audit::Changes;
use kernel::code;
use kernel::error::ApiResult;
use kernel::http::conditional::IfMatch;
use kernel::http::patch::Patch;
use kernel::http::reply::Reply;
use kernel::work::Work;

pub async fn update(
    app: &App,
    handbook: &Handbook,
    actor: &Actor,
    id: PlanId,
    seen: IfMatch,
    patch: &Patch<PlanInput>,
) -> ApiResult<Reply<Plan>> {
    let running = show::running(app, handbook, actor, id).await?;
    let mut work = Work::begin(app, actor).await?;
    let row = store::lock(work.db(), id).await?.ok_or(code::NOT_FOUND)?;
    seen.check(row.version)?;
    rules::change(row.state)?;
    let before = PlanInput { note: row.note.clone(), targets: show::targets(&row)? };
    let input = tidied(work.db(), actor, patch.onto(&before)?, &before.targets).await?;
    let after = Model {
        note: input.note.clone(),
        targets: serde_json::to_string(&input.targets)?,
        updated_at: work.at(),
        version: row.version + 1,
        ..row
    };
    store::save(work.db(), &after).await?;
    let record = tell::record("client-collection-plan.updated", &after);
    work.record(record.changes(Changes::between(&before, &input)));
    let answer = show::whole(work.db(), actor, after, &running).await?;
    work.commit(answer).await
}
