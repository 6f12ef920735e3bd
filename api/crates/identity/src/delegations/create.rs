//! Use case: lend permissions of one's own to somebody for a time.
use super::dto::{Delegation, DelegationInput};
use super::show::Around;
use super::{entity, rules, store};
use crate::codes;
use crate::duties::guard as duties;
use crate::ids::DelegationId;
use crate::member::in_person;
use crate::people::{entity as person, kinds::PersonStatus, store as people};
use crate::permissions::{Inventory, check_known};
use crate::rights::{expand::Home, guard, load};
use crate::stored;
use chrono::SubsecRound;
use kernel::access::Actor;
use kernel::app::App;
use kernel::audit::{Changes, Record, Resource};
use kernel::code::field;
use kernel::error::{ApiError, ApiResult};
use kernel::http::problem::FieldProblem;
use kernel::http::reply::Reply;
use kernel::work::Work;

pub async fn create(
    app: &App,
    actor: &Actor,
    inventory: &Inventory,
    input: DelegationInput,
) -> ApiResult<Reply<Delegation>> {
    in_person(actor)?;
    let codes = input.permissions.iter().map(String::as_str);
    check_known(codes, |place| format!("/permissions/{place}"), inventory)?;
    let mut work = Work::begin(app, actor).await?;
    guard::lock(work.db()).await?;
    let to = delegate(&work, &input).await?;
    let home = Home { department_id: actor.department_id, site_id: actor.site_id };
    let mine = load::own(work.db(), actor.id, home, work.at()).await?;
    rules::lend(actor.id, to.id, &input.permissions, &mine)?;
    let row = row(&work, input)?;
    store::insert(work.db(), row.clone()).await?;
    duties::check_people(work.db(), &[to.id], work.at()).await?;
    record(&mut work, &row, &to);
    let around = Around::of(work.db(), std::slice::from_ref(&row), work.at()).await?;
    work.commit_created(around.shown(row, actor)).await
}

/// Somebody active within what the caller may read, or the caller themselves (refused later on).
async fn delegate(work: &Work<'_>, input: &DelegationInput) -> ApiResult<person::Model> {
    let found = people::lock_visible(work.db(), work.actor(), input.to_person_id).await?;
    found
        .filter(|person| person.status == PersonStatus::Active)
        .ok_or_else(|| ApiError::field("/to_person_id", field::UNKNOWN_REFERENCE))
}

fn row(work: &Work<'_>, input: DelegationInput) -> ApiResult<entity::Model> {
    let at = work.at();
    // Microseconds are what both databases keep.
    let valid_from = input.valid_from.map_or(at, |from| from.trunc_subsecs(6)).max(at);
    let valid_until = input.valid_until.trunc_subsecs(6);
    if valid_until <= valid_from {
        return Err(ApiError::field("/valid_until", field::ORDER));
    }
    if valid_until - valid_from > rules::LONGEST {
        let days = rules::LONGEST.num_days();
        let problem = FieldProblem::new("/valid_until", codes::DELEGATION_TOO_LONG);
        return Err(ApiError::Invalid(vec![problem.with("days", &days)]));
    }
    Ok(entity::Model {
        id: work.fresh::<DelegationId>(),
        from_person_id: work.actor().id,
        to_person_id: input.to_person_id,
        permissions: stored::text(&input.permissions),
        valid_from,
        valid_until,
        reason: input.reason,
        created_at: at,
        revoked_at: None,
        revoked_by: None,
        revoke_reason: None,
        version: 1,
    })
}

fn record(work: &mut Work<'_>, row: &entity::Model, to: &person::Model) {
    let permissions = stored::list(&row.permissions);
    let label = format!("{} → {}", work.actor().name, to.name);
    let record = Record::new("delegation.created", Resource::new("delegation", row.id.0, label))
        .at(work.actor().place())
        .changes(Changes::one("permissions", serde_json::Value::Null, permissions))
        .tell("delegation.manage")
        .tell_person(to.id);
    work.record(record.reason(Some(row.reason.clone())).data("person_id", to.id));
}
