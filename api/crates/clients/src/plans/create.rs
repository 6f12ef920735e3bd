//! Draw up a plan (A-CLI-15).
use super::dto::{NewPlan, Plan, PlanInput, Target};
use super::entity::Model;
use super::kinds::PlanState;
use super::running::Running;
use super::{rules, show, store, tell};
use handbook::Handbook;
use kernel::access::Actor;
use kernel::app::App;
use kernel::audit::Changes;
use kernel::code::field;
use kernel::error::{ApiError, ApiResult};
use kernel::http::reply::Reply;
use kernel::work::Work;
use sea_orm::ConnectionTrait;
use std::collections::BTreeSet;

pub async fn create(
    app: &App,
    handbook: &Handbook,
    actor: &Actor,
    input: NewPlan,
) -> ApiResult<Reply<Plan>> {
    let period = input.read()?;
    let running = Running::of(app, handbook, actor, &period).await?;
    let mut work = Work::begin(app, actor).await?;
    let input = PlanInput { note: input.note, targets: input.targets };
    let input = tidied(work.db(), actor, input, &[]).await?;
    let row = Model {
        id: work.fresh(),
        period: period.name(),
        note: input.note.clone(),
        targets: serde_json::to_string(&input.targets)?,
        state: PlanState::Draft,
        made_by: actor.id,
        made_at: work.at(),
        confirmed_by: None,
        confirmed_at: None,
        withdrawn_reason: None,
        updated_at: work.at(),
        version: 1,
    };
    store::insert(work.db(), row.clone()).await?;
    let record = tell::record("client-collection-plan.created", &row);
    work.record(record.changes(Changes::created(&input)));
    let answer = show::whole(work.db(), actor, row, &running).await?;
    work.commit_created(answer).await
}

/// Without blanks, and about people and departments that exist, each once. Whom the plan had a target
/// for before may stay in it.
pub async fn tidied(
    db: &impl ConnectionTrait,
    actor: &Actor,
    input: PlanInput,
    before: &[Target],
) -> ApiResult<PlanInput> {
    if let Some(place) = rules::repeated(&input.targets) {
        return Err(ApiError::field(&format!("/targets/{place}"), field::DUPLICATE));
    }
    known(db, actor, &input.targets, before).await?;
    let note = input.note.map(|it| it.trim().to_owned()).filter(|it| !it.is_empty());
    Ok(PlanInput { note, ..input })
}

/// Whom the caller may not name looks like somebody who is not there; names of departments are
/// everybody's.
async fn known(
    db: &impl ConnectionTrait,
    actor: &Actor,
    targets: &[Target],
    before: &[Target],
) -> ApiResult<()> {
    let owner = |target: &Target| target.owner_id;
    let mut people: BTreeSet<_> = before.iter().filter_map(owner).collect();
    let named = targets.iter().filter_map(owner).filter(|id| !people.contains(id));
    people.extend(identity::people::nameable_among(db, actor, named.collect()).await?);
    let departments = targets.iter().filter_map(|target| target.department_id);
    let departments = identity::departments::names(db, departments).await?;
    let unknown = |place: usize, name: &str| {
        ApiError::field(&format!("/targets/{place}/{name}"), field::UNKNOWN_REFERENCE)
    };
    for (place, target) in targets.iter().enumerate() {
        if target.owner_id.is_some_and(|id| !people.contains(&id)) {
            return Err(unknown(place, "owner_id"));
        }
        if target.department_id.is_some_and(|id| !departments.contains_key(&id)) {
            return Err(unknown(place, "department_id"));
        }
    }
    Ok(())
}
