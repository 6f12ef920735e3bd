//! Use case: choose a new password, knowing the old one. Ends all other sessions.
use super::dto::ChangePassword;
use crate::auth::password_rules;
use crate::auth::throttle::{self, Admission, Subjects};
use crate::authenticator::Authenticator;
use crate::codes;
use crate::people::{entity as person, store as people};
use crate::sessions::{rules::EndReason, store as sessions};
use kernel::access::{Actor, Place};
use kernel::app::App;
use kernel::audit::{Changes, Outcome, Record, Resource};
use kernel::code;
use kernel::error::{ApiError, ApiResult};
use kernel::http::reply::Nothing;
use kernel::work::{self, Work};

pub async fn change_password(
    app: &App,
    authenticator: &Authenticator,
    actor: &Actor,
    input: ChangePassword,
) -> ApiResult<Nothing> {
    let row = people::find(app.db.reader(), actor.id).await?.ok_or(code::NOT_AUTHENTICATED)?;
    // Counted apart from sign-ins: a stolen session must not guess, nor lock its owner out.
    let subjects = Subjects::of(&format!("change\0{}", row.login), &actor.request.address);
    admit(app, actor, &subjects).await?;
    let hash = row.password_hash.clone();
    let right = authenticator.passwords.verify(&input.current_password, hash).await?;
    if !right {
        note_failure(app, actor, people::place(&row)).await?;
        return Err(ApiError::field("/current_password", codes::PASSWORD_WRONG));
    }
    check(app, &row, &input)?;
    let hash = authenticator.passwords.hash(&input.new_password).await?;
    let mut work = Work::begin(app, actor).await?;
    throttle::succeeded(work.db(), &subjects, work.at()).await?;
    store(&mut work, &row, hash).await?;
    work.commit_nothing().await
}

async fn admit(app: &App, actor: &Actor, subjects: &Subjects) -> ApiResult<()> {
    let counted = Actor { request: actor.request.beside(), ..actor.clone() };
    let work = Work::begin(app, &counted).await?;
    match throttle::admit(work.db(), subjects, false, work.at()).await? {
        Admission::Admitted { .. } => work.commit_nothing().await.map(|_| ()),
        Admission::Wait(seconds) => {
            Err(codes::SIGN_IN_THROTTLED.with(vec![("seconds", seconds.to_string())]).into())
        }
    }
}

async fn note_failure(app: &App, actor: &Actor, place: Place) -> ApiResult<()> {
    let resource = Resource::new("person", actor.id.0, &actor.name);
    let mut record = Record::new("person.password-changed", resource).at(place);
    record.outcome = Outcome::Refused;
    record.code = Some(codes::PASSWORD_WRONG.name);
    work::note(app, actor, record).await
}

fn check(app: &App, row: &person::Model, input: &ChangePassword) -> ApiResult<()> {
    if input.new_password == input.current_password {
        return Err(ApiError::field("/new_password", codes::PASSWORD_UNCHANGED));
    }
    let number = row.employee_number.as_deref().unwrap_or_default();
    let names = [row.login.as_str(), row.name.as_str(), number];
    let least = app.config.security.password_min_length;
    password_rules::check(&input.new_password, &names, least)
        .map_err(|weakness| weakness.at("/new_password"))
}

async fn store(work: &mut Work<'_>, seen: &person::Model, hash: String) -> ApiResult<()> {
    let row = people::lock(work.db(), seen.id).await?.ok_or(code::NOT_AUTHENTICATED)?;
    if row.password_hash != seen.password_hash {
        // Changed by somebody else while this one was being compared.
        return Err(code::CONFLICT.into());
    }
    let (at, before) = (work.at(), row.must_change_password);
    let after = person::Model {
        password_hash: Some(hash),
        must_change_password: false,
        password_changed_at: Some(at),
        updated_at: at,
        version: row.version.saturating_add(1),
        ..row
    };
    people::save(work.db(), &after).await?;
    let others = sessions::others_of(after.id, work.actor().credential);
    sessions::end(work.db(), others, EndReason::PasswordChanged, at).await?;
    let resource = Resource::new("person", after.id.0, &after.name);
    let record = Record::new("person.password-changed", resource).at(people::place(&after));
    let record = record.changes(Changes::one("must_change_password", before, false));
    work.record(record.tell("person.manage"));
    Ok(())
}
