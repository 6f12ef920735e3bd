//! Put a request right, and submit it again where it was sent back.
use super::dto::{ConsentInput, Disclosure, DisclosureInput, NamedFile};
use super::entity::Model;
use super::kinds::DisclosureState;
use super::named::{self, entity::Model as Named};
use super::store::Seen;
use super::subject::Disclosures;
use super::{request, rules, said, show, standing, store, tell};
use approvals::Approvals;
use kernel::access::{Actor, Place};
use kernel::app::App;
use kernel::audit::Changes;
use kernel::error::ApiResult;
use kernel::http::patch::Patch;
use kernel::http::reply::Reply;
use kernel::work::Work;

/// A request under approval is approved as it was submitted: changed, it begins anew.
pub async fn change(
    app: &App,
    approvals: &Approvals,
    actor: &Actor,
    on: Seen,
    patch: &Patch<DisclosureInput>,
) -> ApiResult<Reply<Disclosure>> {
    let mut work = Work::begin(app, actor).await?;
    let row = store::seen(&work, on).await?;
    rules::change(actor, &row)?;
    let before = named::of(work.db(), row.id).await?;
    let input = request::tidied(patch.onto(&as_asked(&row, &before)?)?);
    let (files, level) = standing::asked(&work, &input, approvals.handbook.date(work.at())).await?;
    let after =
        request::asked(Model { version: row.version + 1, ..row.clone() }, &input, (&files, level))?;
    let named = request::of(&work, row.id, &input, (&files, &before));
    store::save(work.db(), &after).await?;
    named::replace(work.db(), row.id, named.clone()).await?;
    let (was, is) = (said::content(&row, &before), said::content(&after, &named));
    // What it said before stays as secret as it was.
    let place = Place { level: row.level.max(after.level), ..rules::place(&after) };
    let record = tell::record("client-disclosure.updated", &after).at(place);
    work.record(record.changes(Changes::between(&was, &is)));
    // Who decides about something more secret is cleared for it.
    let differs = was != is || row.level != after.level;
    if differs && row.state == DisclosureState::Requested {
        approvals::restart(&mut work, approvals, &Disclosures, row.id.0, CHANGED).await?;
    }
    let answer = show::whole(work.db(), &approvals.handbook, actor, after, work.at()).await?;
    work.commit(answer).await
}

/// Why the approval began anew.
const CHANGED: &str = "申请人修改了申请内容";

/// A request as it was made.
fn as_asked(row: &Model, named: &[Named]) -> ApiResult<DisclosureInput> {
    let file = |it: &Named| {
        let consent = it.given_by.clone().zip(it.given_on).zip(it.attachment_id);
        let consent = consent.map(|((given_by, given_on), attachment_id)| ConsentInput {
            given_by,
            given_on,
            attachment_id,
        });
        NamedFile { client_id: it.client_id, consent }
    };
    Ok(DisclosureInput {
        recipient_kind: row.recipient_kind,
        recipient: row.recipient.clone(),
        purpose: row.purpose.clone(),
        ground: row.ground,
        legal_basis: row.legal_basis.clone(),
        sections: serde_json::from_str(&row.sections)?,
        form: row.form,
        files: named.iter().map(file).collect(),
    })
}

/// What was sent back goes through the flow again, as it is now.
pub async fn submit(
    app: &App,
    approvals: &Approvals,
    actor: &Actor,
    on: Seen,
) -> ApiResult<Reply<Disclosure>> {
    let mut work = Work::begin(app, actor).await?;
    let row = store::seen(&work, on).await?;
    rules::submit(actor, &row)?;
    let before = named::of(work.db(), row.id).await?;
    let input = as_asked(&row, &before)?;
    let (files, level) = standing::asked(&work, &input, approvals.handbook.date(work.at())).await?;
    let again =
        Model { state: DisclosureState::Requested, version: row.version + 1, ..row.clone() };
    let after = request::asked(again, &input, (&files, level))?;
    let named = request::of(&work, row.id, &input, (&files, &before));
    store::save(work.db(), &after).await?;
    named::replace(work.db(), row.id, named).await?;
    work.record(tell::record("client-disclosure.resubmitted", &after));
    approvals::submit(&mut work, approvals, &Disclosures, after.id.0).await?;
    let answer = show::whole(work.db(), &approvals.handbook, actor, after, work.at()).await?;
    work.commit(answer).await
}
