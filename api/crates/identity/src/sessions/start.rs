//! Starting a session: part of every way in.
use super::{entity, rules, store, token_entity as token};
use crate::ids::SessionId;
use crate::secrets;
use kernel::audit::{Changes, Record, Resource};
use kernel::error::ApiResult;
use kernel::ids::PersonId;
use kernel::work::Work;

/// A session just begun, with its first refresh token in the clear.
pub struct Started {
    pub session: SessionId,
    pub refresh_token: String,
}

/// Begin a session for `person` with what the request says about the device.
pub async fn start(work: &mut Work<'_>, person: PersonId, name: &str) -> ApiResult<Started> {
    let (at, request) = (work.at(), &work.actor().request);
    let id: SessionId = work.fresh();
    let refresh_token = secrets::fresh();
    let session = entity::Model {
        id,
        person_id: person,
        created_at: at,
        last_used_at: at,
        expires_at: rules::expiry(at, at, work.app().config.security.refresh_token_days),
        ended_at: None,
        end_reason: None,
        user_agent: request.user_agent.clone(),
        address: request.address.clone(),
    };
    let first = token::Model {
        hash: secrets::hash(&refresh_token),
        session_id: id,
        issued_at: at,
        spent_at: None,
        replaced_by: None,
    };
    let changes = Changes::one("address", serde_json::Value::Null, &session.address);
    store::insert(work.db(), session, first).await?;
    let resource = Resource::new("session", id.0, name);
    work.record(Record::new("session.started", resource).changes(changes));
    Ok(Started { session: id, refresh_token })
}
