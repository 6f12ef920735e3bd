//! Use case: give a role to a person.
use super::dto::{RoleGrant, RoleGrantInput};
use super::show::Around;
use super::{entity, rules, store};
use crate::duties::guard as duties;
use crate::ids::RoleGrantId;
use crate::people::{entity as person, kinds::PersonStatus, store as people};
use crate::rights::{expand, expand::Held, expand::Home, guard, load};
use crate::roles::{entity as role, store as roles};
use chrono::{DateTime, SubsecRound, Utc};
use kernel::access::Actor;
use kernel::app::App;
use kernel::audit::{Changes, Record, Resource};
use kernel::code::field;
use kernel::error::{ApiError, ApiResult};
use kernel::http::reply::Reply;
use kernel::work::Work;
use sea_orm::ConnectionTrait;

pub async fn create(
    app: &App,
    actor: &Actor,
    input: RoleGrantInput,
) -> ApiResult<Reply<RoleGrant>> {
    let mut work = Work::begin(app, actor).await?;
    let row = apply(&mut work, input).await?;
    let around = Around::of(work.db(), std::slice::from_ref(&row), work.at()).await?;
    work.commit_created(around.shown(row, actor)).await
}

/// Within a work that may do more.
pub async fn apply(work: &mut Work<'_>, input: RoleGrantInput) -> ApiResult<entity::Model> {
    guard::lock(work.db()).await?;
    let (actor, at) = (work.actor(), work.at());
    let (person, role) = references(work, &input).await?;
    rules::grant_to(actor, &people::place(&person))?;
    let gives = gives(work.db(), &person, &role).await?;
    rules::give(actor, person.id, person.status == PersonStatus::Active, &gives)?;
    let row = row(work, input)?;
    store::insert(work.db(), row.clone()).await?;
    duties::check_people(work.db(), &[person.id], at).await?;
    let label = format!("{} · {}", person.name, role.name);
    let record = Record::new("role.granted", Resource::new("role-grant", row.id.0, label))
        .at(people::place(&person))
        .changes(Changes::one("role", serde_json::Value::Null, &role.code));
    let reason = Some(row.reason.clone());
    let record = record.reason(reason).data("person_id", person.id);
    work.record(record.tell("role.read").tell_person(person.id));
    Ok(row)
}

/// Both must exist, the person within what the caller may read.
async fn references(
    work: &Work<'_>,
    input: &RoleGrantInput,
) -> ApiResult<(person::Model, role::Model)> {
    let unknown = |pointer| ApiError::field(pointer, field::UNKNOWN_REFERENCE);
    let role = roles::lock(work.db(), input.role_id).await?.ok_or(unknown("/role_id"))?;
    let person = people::lock_visible(work.db(), work.actor(), input.person_id).await?;
    Ok((person.ok_or(unknown("/person_id"))?, role))
}

/// What the role comes to for this person, given where they work.
async fn gives(
    db: &impl ConnectionTrait,
    person: &person::Model,
    role: &role::Model,
) -> ApiResult<expand::Rights> {
    let permissions = roles::permissions(db, Some(role.id)).await?.remove(&role.id);
    let held = |permission: Option<String>, scope| Held {
        person_id: person.id,
        clearance: role.clearance,
        permission,
        scope,
    };
    let mut all = vec![held(None, None)];
    all.extend(permissions.into_iter().flatten().map(|p| held(Some(p.permission), Some(p.scope))));
    let home = Home { department_id: person.department_id, site_id: person.site_id };
    Ok(expand::own(person.id, home, &all, &load::tree(db).await?))
}

fn row(work: &Work<'_>, input: RoleGrantInput) -> ApiResult<entity::Model> {
    let at = work.at();
    // What has passed cannot be given; microseconds are what both databases keep.
    let micros = |time: DateTime<Utc>| time.trunc_subsecs(6);
    let valid_from = input.valid_from.map_or(at, micros).max(at);
    let valid_until = input.valid_until.map(micros);
    if valid_until.is_some_and(|until| until <= valid_from) {
        return Err(ApiError::field("/valid_until", field::ORDER));
    }
    Ok(entity::Model {
        id: work.fresh::<RoleGrantId>(),
        person_id: input.person_id,
        role_id: input.role_id,
        valid_from,
        valid_until,
        reason: input.reason,
        granted_by: work.actor().id,
        granted_at: at,
        revoked_at: None,
        revoked_by: None,
        revoke_reason: None,
        version: 1,
    })
}
