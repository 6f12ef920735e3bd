//! Use case: a temporary password for somebody who has none or has forgotten theirs. Whoever makes
//! it knows it, so it must be changed at the first sign-in, ends by itself, and ends all sessions.
use super::dto::{ResetPassword, TemporaryPassword};
use super::{entity, rules, store, take_over};
use crate::authenticator::Authenticator;
use crate::sessions::{rules::EndReason, store as sessions};
use kernel::access::Actor;
use kernel::app::App;
use kernel::audit::{Changes, Record, Resource};
use kernel::code;
use kernel::error::ApiResult;
use kernel::http::conditional::IfMatch;
use kernel::http::reply::Reply;
use kernel::ids::PersonId;
use kernel::work::Work;

pub async fn reset_password(
    app: &App,
    actor: &Actor,
    authenticator: &Authenticator,
    id: PersonId,
    seen: IfMatch,
    input: ResetPassword,
) -> ApiResult<Reply<TemporaryPassword>> {
    let password = crate::secrets::readable();
    // Before the work: hashing is slow, and the work holds the turn to write.
    let hash = authenticator.passwords.hash(&password).await?;
    let mut work = Work::begin(app, actor).await?;
    let row = store::lock_visible(work.db(), actor, id).await?.ok_or(code::NOT_FOUND)?;
    let held = take_over::held(work.db(), &row, work.at()).await?;
    let leads = take_over::leads(work.db(), actor, id).await?;
    rules::reset_password(actor, &row, &held, leads)?;
    seen.check(row.version)?;
    let after = with_password(row, hash, &work);
    store::save(work.db(), &after).await?;
    sessions::end(work.db(), sessions::all_of(id), EndReason::PasswordChanged, work.at()).await?;
    let resource = Resource::new("person", id.0, &after.name);
    take_over::tell(&work, &after).await?;
    let record = Record::new("person.password-reset", resource).at(store::place(&after));
    let changes = Changes::one("must_change_password", false, true);
    work.record(record.changes(changes).reason(input.reason).tell("person.manage"));
    let valid_until = work.at() + rules::TEMPORARY;
    let told = TemporaryPassword { temporary_password: None, valid_until, version: after.version };
    let mut reply = work.commit(told).await?;
    // Filled in after the commit: what is kept with an idempotency key must not hold it. One that was
    // only tried signs nobody in.
    reply.body.temporary_password = (!actor.request.dry_run).then_some(password);
    Ok(reply)
}

fn with_password(row: entity::Model, hash: String, work: &Work<'_>) -> entity::Model {
    entity::Model {
        password_hash: Some(hash),
        must_change_password: true,
        password_changed_at: Some(work.at()),
        updated_at: work.at(),
        version: row.version.saturating_add(1),
        ..row
    }
}
