//! Use case: make a key for a machine that acts for the caller.
use super::dto::{ApiKey, ApiKeyInput};
use super::show::Around;
use super::{entity, rules, store};
use crate::authenticator::KEY_PREFIX;
use crate::codes;
use crate::ids::ApiKeyId;
use crate::member::in_person;
use crate::permissions::{Inventory, check_known};
use crate::{secrets, stored};
use chrono::Days;
use kernel::access::Actor;
use kernel::app::App;
use kernel::audit::{Changes, Record, Resource};
use kernel::code::field;
use kernel::error::{ApiError, ApiResult};
use kernel::http::problem::FieldProblem;
use kernel::http::reply::Reply;
use kernel::work::Work;

/// Characters of the secret that stay readable.
const SHOWN: usize = 9;

pub async fn create(
    app: &App,
    actor: &Actor,
    inventory: &Inventory,
    input: ApiKeyInput,
) -> ApiResult<Reply<ApiKey>> {
    in_person(actor)?;
    let codes = input.permissions.iter().map(String::as_str);
    check_known(codes, |place| format!("/permissions/{place}"), inventory)?;
    rules::carry(actor, &input.permissions)?;
    let secret = format!("{KEY_PREFIX}{}", secrets::fresh());
    let mut work = Work::begin(app, actor).await?;
    let row = row(&work, input, &secret)?;
    store::insert(work.db(), row.clone()).await?;
    let permissions = stored::list(&row.permissions);
    let resource = Resource::new("api-key", row.id.0, &row.name);
    let changes = Changes::one("permissions", serde_json::Value::Null, permissions);
    let record = Record::new("api-key.created", resource).at(actor.place());
    work.record(record.changes(changes).tell("api-key.manage"));
    let around = Around::of(work.db(), std::slice::from_ref(&row), work.at()).await?;
    let mut reply = work.commit_created(around.shown(row, actor)).await?;
    // Filled in after the commit: what is kept with an idempotency key must not hold it.
    reply.body.secret = Some(secret);
    Ok(reply)
}

fn row(work: &Work<'_>, input: ApiKeyInput, secret: &str) -> ApiResult<entity::Model> {
    let zone = work.app().config.company.zone()?;
    let today = work.at().with_timezone(&zone).date_naive();
    if input.expires_on < today {
        return Err(ApiError::field("/expires_on", field::ORDER));
    }
    let last = today.checked_add_days(Days::new(rules::LONGEST_DAYS));
    if last.is_none_or(|last| input.expires_on > last) {
        let problem = FieldProblem::new("/expires_on", codes::KEY_TOO_LONG);
        return Err(ApiError::Invalid(vec![problem.with("days", &rules::LONGEST_DAYS)]));
    }
    let expires_at = rules::end_of(input.expires_on, zone)
        .ok_or_else(|| ApiError::field("/expires_on", field::RANGE))?;
    Ok(entity::Model {
        id: work.fresh::<ApiKeyId>(),
        person_id: work.actor().id,
        name: input.name,
        prefix: secret.chars().take(SHOWN).collect(),
        hash: secrets::hash(secret),
        permissions: stored::text(&input.permissions),
        expires_on: input.expires_on,
        expires_at,
        created_at: work.at(),
        last_used_at: None,
        revoked_at: None,
        revoked_by: None,
        revoke_reason: None,
        version: 1,
    })
}
