//! A client revokes their consent (B-SEC-08). What it says holds for everything that rests on the same
//! paper: what is open lapses, and of what was provided it is known.
use super::dto::{Disclosure, RevokeConsent};
use super::entity::Model;
use super::kinds::DisclosureState;
use super::named::{self, entity::Model as Named};
use super::store::Seen;
use super::subject::Disclosures;
use super::{rules, show, store, tell};
use crate::archive::store as files;
use crate::notices;
use approvals::Approvals;
use kernel::access::Actor;
use kernel::app::App;
use kernel::audit::Changes;
use kernel::code::{self, field};
use kernel::error::{ApiError, ApiResult};
use kernel::http::reply::Reply;
use kernel::work::Work;
use std::collections::BTreeSet;

pub async fn revoke(
    app: &App,
    approvals: &Approvals,
    actor: &Actor,
    on: Seen,
    input: RevokeConsent,
) -> ApiResult<Reply<Disclosure>> {
    let mut work = Work::begin(app, actor).await?;
    let before = resting(&work, on.0, &input).await?;
    // All of them at once and in the order of their ids, so that two who revoke never wait for each other.
    let ids: BTreeSet<_> = before.iter().map(|it| it.disclosure_id).chain([on.0]).collect();
    let held = store::hold_all(work.db(), ids).await?;
    let row = store::find(work.db(), actor, on.0, work.at()).await?.ok_or(code::NOT_FOUND)?;
    on.1.check(row.version)?;
    let unknown = || ApiError::field("/client_id", field::UNKNOWN_REFERENCE);
    let file = files::lock(work.db(), actor, input.client_id).await?.ok_or_else(unknown)?;
    // Whoever sees the file and not that it is named here learns nothing of it.
    let named = named::of(work.db(), row.id).await?;
    if !named.iter().any(|it| it.client_id == file.id && it.attachment_id.is_some()) {
        return Err(unknown());
    }
    rules::revoke(actor, &file)?;
    let today = approvals.handbook.date(work.at());
    let given = named.iter().filter(|it| it.client_id == file.id).filter_map(|it| it.given_on);
    rules::revoked_on(input.revoked_on, given.max(), today)?;
    // As they are now that nobody else changes them.
    let resting = resting(&work, on.0, &input).await?;
    for row in held {
        let theirs: Vec<_> = resting.iter().filter(|it| it.disclosure_id == row.id).collect();
        if !theirs.is_empty() {
            mark(&work, &theirs, &input).await?;
            lapse(&mut work, approvals, row, &input).await?;
        }
    }
    let row = store::find(work.db(), actor, on.0, work.at()).await?.ok_or(code::NOT_FOUND)?;
    let answer = show::whole(work.db(), &approvals.handbook, actor, row, work.at()).await?;
    work.commit(answer).await
}

/// What rests on the papers of this file's consents, in whichever disclosure.
async fn resting(
    work: &Work<'_>,
    id: crate::DisclosureId,
    input: &RevokeConsent,
) -> ApiResult<Vec<Named>> {
    let mut found = vec![];
    let named = named::of(work.db(), id).await?;
    let papers: BTreeSet<_> = named
        .iter()
        .filter(|it| it.client_id == input.client_id)
        .filter_map(|it| it.attachment_id)
        .collect();
    for paper in papers {
        found.extend(named::resting_on(work.db(), paper).await?);
    }
    Ok(found)
}

async fn mark(work: &Work<'_>, theirs: &[&Named], input: &RevokeConsent) -> ApiResult<()> {
    for named in theirs {
        let after = Named {
            revoked_on: Some(input.revoked_on),
            revoked_at: Some(work.at()),
            revoked_by: Some(work.actor().id),
            revoke_note: Some(input.note.trim().to_owned()),
            ..(*named).clone()
        };
        named::save(work.db(), &after).await?;
    }
    Ok(())
}

/// Why its approval ended.
const REVOKED: &str = "客户撤回同意，申请失效";

/// What is open rests on nothing any more.
async fn lapse(
    work: &mut Work<'_>,
    approvals: &Approvals,
    row: Model,
    input: &RevokeConsent,
) -> ApiResult<()> {
    let mut after = Model { version: row.version + 1, ..row.clone() };
    if DisclosureState::OPEN.contains(&row.state) {
        after.state = DisclosureState::Lapsed;
        after.settled_by = Some(work.actor().id);
        after.settled_at = Some(work.at());
    }
    store::save(work.db(), &after).await?;
    if row.state == DisclosureState::Requested {
        approvals::void(work, approvals, &Disclosures, row.id.0, REVOKED).await?;
    }
    // What the client said stands with the consent, and goes with the file.
    let said = Changes::one("state", row.state, after.state);
    let record = tell::record("client-disclosure.consent-revoked", &after).changes(said);
    work.record(record.data("revoked_on", input.revoked_on));
    tell::concerned(work, &after, notices::CLIENT_DISCLOSURE_CONSENT_REVOKED).await
}
