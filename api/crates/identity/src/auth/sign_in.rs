//! Use case: sign in. Unknown, disabled and wrong look alike: one answer, the same work.
use super::cookie::Keeping;
use super::door;
use super::dto::{AccessToken, SignIn};
use super::throttle::{self, Admission, Subjects};
use crate::authenticator::Authenticator;
use crate::codes;
use crate::ids::SessionId;
use crate::people::{entity as person, kinds::PersonStatus, rules, store as people};
use crate::secrets;
use crate::sessions::{start, store as sessions};
use chrono::Duration;
use kernel::access::RequestInfo;
use kernel::app::App;
use kernel::audit::{Changes, Outcome, Record, Resource};
use kernel::error::{ApiError, ApiResult};
use kernel::http::reply::Reply;
use kernel::ids::PersonId;
use kernel::work::Work;
use serde_json::Value;
use uuid::Uuid;

/// An address stays the person's own for so long after signing in from it.
const KNOWN_FOR: Duration = Duration::days(90);

pub async fn sign_in(
    app: &App,
    authenticator: &Authenticator,
    request: &RequestInfo,
    device: Option<&str>,
    input: SignIn,
) -> ApiResult<Keeping<AccessToken>> {
    let login = people::fold_login(&input.login);
    let found = people::by_login(app.db.reader(), &login).await?;
    let subjects = Subjects::of(&login, &request.address);
    let next_wait = admit(app, request, device, found.as_ref(), &subjects).await?;
    let able = found
        .as_ref()
        .filter(|p| p.status == PersonStatus::Active && rules::password_stands(p, app.clock.now()));
    let hash = able.and_then(|p| p.password_hash.clone());
    let right = authenticator.passwords.verify(&input.password, hash.clone()).await?;
    match able.filter(|_| right && hash.is_some()) {
        Some(person) => succeed(app, authenticator, request, person, &subjects).await,
        None => Err(fail(app, request, found.as_ref(), next_wait).await?),
    }
}

async fn admit(
    app: &App,
    request: &RequestInfo,
    device: Option<&str>,
    found: Option<&person::Model>,
    subjects: &Subjects,
) -> ApiResult<Option<i64>> {
    // Asked for nobody too, so that the work is the same.
    let id = found.map_or(PersonId(Uuid::nil()), |p| p.id);
    let known = is_known(app, request, device, id).await?;
    let actor = door::actor(request, None);
    let work = Work::begin(app, &actor).await?;
    match throttle::admit(work.db(), subjects, known, work.at()).await? {
        Admission::Admitted { next_wait } => {
            work.commit_nothing().await?;
            Ok(next_wait)
        }
        Admission::Wait(seconds) => Err(throttled(seconds)),
    }
}

fn throttled(seconds: i64) -> ApiError {
    codes::SIGN_IN_THROTTLED.with(vec![("seconds", seconds.to_string())]).into()
}

/// A session cookie of the person, also one that is over, or an address of theirs.
async fn is_known(
    app: &App,
    request: &RequestInfo,
    device: Option<&str>,
    person: PersonId,
) -> ApiResult<bool> {
    let db = app.db.reader();
    if let Some(token) = device
        && let Some(token) = sessions::find_token(db, &secrets::hash(token)).await?
        && sessions::person_of(db, token.session_id).await? == Some(person)
    {
        return Ok(true);
    }
    let since = app.clock.now() - KNOWN_FOR;
    Ok(sessions::knows_address(db, person, &request.address, since).await?)
}

async fn succeed(
    app: &App,
    authenticator: &Authenticator,
    request: &RequestInfo,
    seen: &person::Model,
    subjects: &Subjects,
) -> ApiResult<Keeping<AccessToken>> {
    let actor = door::actor(request, Some(seen));
    let mut work = Work::begin(app, &actor).await?;
    // Disabled, or given another password, while this one was being compared?
    let now = people::lock(work.db(), seen.id).await?;
    let unchanged = |p: &person::Model| {
        p.status == PersonStatus::Active && p.password_hash == seen.password_hash
    };
    let person = now.filter(unchanged).ok_or(codes::INVALID_CREDENTIALS)?;
    throttle::succeeded(work.db(), subjects, work.at()).await?;
    let started = start::start(&mut work, person.id, &person.name).await?;
    let access = access_token(app, authenticator, &person, started.session)?;
    let reply = work.commit(access).await?;
    Ok(keeping(app, reply, started.refresh_token))
}

/// The answer of every way in.
pub fn access_token(
    app: &App,
    authenticator: &Authenticator,
    person: &person::Model,
    session: SessionId,
) -> ApiResult<AccessToken> {
    let tokens = &authenticator.tokens;
    Ok(AccessToken {
        access_token: tokens.issue(person.id, session.0, app.clock.now())?,
        token_type: "Bearer",
        expires_in_seconds: tokens.seconds(),
        session_id: session,
        password_change_required: person.must_change_password,
    })
}

pub fn keeping(app: &App, reply: Reply<AccessToken>, token: String) -> Keeping<AccessToken> {
    Keeping { reply, token, days: app.config.security.refresh_token_days }
}

/// Note the failure; the login of nobody is not kept, since it may be a mistyped password.
async fn fail(
    app: &App,
    request: &RequestInfo,
    found: Option<&person::Model>,
    next_wait: Option<i64>,
) -> ApiResult<ApiError> {
    let actor = door::actor(request, None);
    let mut work = Work::begin(app, &actor).await?;
    work.record(refused("sign-in.failed", found, codes::INVALID_CREDENTIALS.name, request));
    if let Some(seconds) = next_wait {
        let note = refused("sign-in.throttled", found, codes::SIGN_IN_THROTTLED.name, request);
        work.record(note.data("seconds", seconds));
    }
    work.commit_nothing().await?;
    Ok(codes::INVALID_CREDENTIALS.into())
}

fn refused(
    action: &'static str,
    found: Option<&person::Model>,
    code: &'static str,
    request: &RequestInfo,
) -> Record {
    let resource = match found {
        Some(person) => Resource::new("person", person.id.0, &person.name),
        None => Resource { kind: "person", id: None, label: "—".to_owned() },
    };
    let mut record = Record::new(action, resource)
        .at(found.map(people::place).unwrap_or_default())
        .changes(Changes::one("address", Value::Null, &request.address));
    record.outcome = Outcome::Refused;
    record.code = Some(code);
    record
}
