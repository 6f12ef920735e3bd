//! Use case: a new access token for the refresh token in the cookie, which is replaced at once.
use super::cookie::Keeping;
use super::door;
use super::dto::AccessToken;
use super::sign_in::{access_token, keeping};
use crate::authenticator::Authenticator;
use crate::people::{entity as person, kinds::PersonStatus, store as people};
use crate::secrets;
use crate::sessions::{
    entity as session,
    rules::{self, EndReason, Presented},
    store, token_entity as token,
};
use kernel::access::RequestInfo;
use kernel::app::App;
use kernel::audit::{Changes, Outcome, Record, Resource};
use kernel::code;
use kernel::error::{ApiError, ApiResult};
use kernel::work::Work;
use serde_json::Value;

pub async fn refresh(
    app: &App,
    authenticator: &Authenticator,
    request: &RequestInfo,
    presented: Option<String>,
) -> ApiResult<Keeping<AccessToken>> {
    let presented = presented.ok_or(code::NOT_AUTHENTICATED)?;
    let actor = door::actor(request, None);
    let work = Work::begin(app, &actor).await?;
    let found = store::lock_token(work.db(), &secrets::hash(&presented)).await?;
    let used = found.ok_or(code::NOT_AUTHENTICATED)?;
    let (session, person) = live(&work, &used).await?;
    // Derived, not stored: after a lost answer the same successor can be told again, and yet the
    // database holds nothing that signs in.
    let next = secrets::successor(&app.keys.derive("refresh-token"), &presented);
    match rules::present(used.spent_at, is_spent(&work, &next).await?, work.at()) {
        Presented::Rotate => rotate(&work, &used, &session, &next).await?,
        Presented::Repeat => {}
        Presented::Stolen => return Err(revoke(work, authenticator, &session, &person).await?),
    }
    let access = access_token(app, authenticator, &person, session.id)?;
    let reply = work.commit(access).await?;
    Ok(keeping(app, reply, next))
}

/// The session and its person, if both still may.
async fn live(work: &Work<'_>, used: &token::Model) -> ApiResult<(session::Model, person::Model)> {
    let session = store::lock(work.db(), used.session_id).await?;
    let session = session
        .filter(|s| s.ended_at.is_none() && s.expires_at > work.at())
        .ok_or(code::NOT_AUTHENTICATED)?;
    let person = people::find(work.db(), session.person_id).await?;
    let person =
        person.filter(|p| p.status == PersonStatus::Active).ok_or(code::NOT_AUTHENTICATED)?;
    Ok((session, person))
}

async fn is_spent(work: &Work<'_>, token: &str) -> ApiResult<bool> {
    let found = store::find_token(work.db(), &secrets::hash(token)).await?;
    Ok(found.is_some_and(|token| token.spent_at.is_some()))
}

async fn rotate(
    work: &Work<'_>,
    used: &token::Model,
    session: &session::Model,
    next: &str,
) -> ApiResult<()> {
    let (at, hash) = (work.at(), secrets::hash(next));
    store::spend(work.db(), &used.hash, &hash, at).await?;
    let successor = token::Model {
        hash,
        session_id: session.id,
        issued_at: at,
        spent_at: None,
        replaced_by: None,
    };
    store::insert_token(work.db(), successor).await?;
    let days = work.app().config.security.refresh_token_days;
    let until = rules::expiry(session.created_at, at, days);
    Ok(store::prolong(work.db(), session.id, at, until).await?)
}

/// Somebody has a copy of the token: nobody who holds one of this session may go on.
async fn revoke(
    mut work: Work<'_>,
    authenticator: &Authenticator,
    session: &session::Model,
    person: &person::Model,
) -> ApiResult<ApiError> {
    store::end(work.db(), store::one(session.id), EndReason::TokenReused, work.at()).await?;
    let resource = Resource::new("session", session.id.0, &person.name);
    let address = &work.actor().request.address;
    let mut record = Record::new("session.token-reused", resource)
        .at(people::place(person))
        .changes(Changes::one("address", Value::Null, address));
    record.outcome = Outcome::Refused;
    record.code = Some(code::NOT_AUTHENTICATED.name);
    work.record(record);
    work.commit_nothing().await?;
    authenticator.forget();
    Ok(code::NOT_AUTHENTICATED.into())
}
