//! Ask to provide client information to somebody outside the company (B-SEC-07).
use super::dto::{Disclosure, DisclosureInput};
use super::entity::Model;
use super::kinds::DisclosureState;
use super::named::{self, entity::Model as Named};
use super::subject::Disclosures;
use super::{KIND, said, show, standing, store, tell};
use crate::DisclosureId;
use crate::archive::entity::Model as File;
use approvals::Approvals;
use kernel::access::Actor;
use kernel::app::App;
use kernel::audit::Changes;
use kernel::error::ApiResult;
use kernel::http::reply::Reply;
use kernel::numbers;
use kernel::text::trimmed;
use kernel::work::Work;
use uuid::Uuid;

/// Number series of the disclosures.
const SERIES: &str = "DW";

pub async fn request(
    app: &App,
    approvals: &Approvals,
    actor: &Actor,
    input: DisclosureInput,
) -> ApiResult<Reply<Disclosure>> {
    let mut work = Work::begin(app, actor).await?;
    let input = tidied(input);
    let today = approvals.handbook.date(work.at());
    let (files, level) = standing::asked(&work, &input, today).await?;
    let numbered = numbers::next(work.db(), SERIES, today, KIND).await?;
    let row = asked(blank(&work, numbered.number), &input, (&files, level))?;
    let named = of(&work, row.id, &input, (&files, &[]));
    store::insert(work.db(), row.clone()).await?;
    named::replace(work.db(), row.id, named.clone()).await?;
    let asked = Changes::created(&said::content(&row, &named));
    work.record(tell::record("client-disclosure.requested", &row).changes(asked));
    approvals::submit(&mut work, approvals, &Disclosures, row.id.0).await?;
    let answer = show::whole(work.db(), &approvals.handbook, actor, row, work.at()).await?;
    work.commit_created(answer).await
}

/// Without the blanks around what was written.
pub fn tidied(mut input: DisclosureInput) -> DisclosureInput {
    input.recipient = trimmed(input.recipient.as_deref());
    input.legal_basis = trimmed(input.legal_basis.as_deref());
    input.purpose = input.purpose.trim().to_owned();
    for consent in input.files.iter_mut().filter_map(|file| file.consent.as_mut()) {
        consent.given_by = consent.given_by.trim().to_owned();
    }
    input
}

/// One that says nothing yet.
fn blank(work: &Work<'_>, number: String) -> Model {
    let actor = work.actor();
    Model {
        id: work.fresh(),
        number,
        recipient_kind: super::kinds::RecipientKind::Other,
        recipient: None,
        purpose: String::new(),
        ground: super::kinds::DisclosureGround::Consent,
        legal_basis: None,
        sections: "[]".to_owned(),
        form: super::kinds::DisclosureForm::Paper,
        state: DisclosureState::Requested,
        requested_by: actor.id,
        requested_at: work.at(),
        department_id: actor.department_id,
        site_id: actor.site_id,
        level: 0,
        file_count: 0,
        destroyed_files: 0,
        search_text: String::new(),
        approved_at: None,
        provided_by: None,
        provided_at: None,
        provided_on: None,
        means: None,
        received_by: None,
        handed_over: None,
        settled_by: None,
        settled_at: None,
        settled_note: None,
        version: 1,
    }
}

/// The disclosure as it is asked for.
pub fn asked(
    row: Model,
    input: &DisclosureInput,
    (files, level): (&[File], i16),
) -> ApiResult<Model> {
    let mut sections = input.sections.clone();
    sections.sort_unstable();
    Ok(Model {
        recipient_kind: input.recipient_kind,
        recipient: input.recipient.clone(),
        purpose: input.purpose.clone(),
        ground: input.ground,
        legal_basis: input.legal_basis.clone(),
        sections: serde_json::to_string(&sections)?,
        form: input.form,
        level,
        file_count: i16::try_from(files.len()).unwrap_or(i16::MAX),
        search_text: store::search_text(&row.number, input.recipient.as_deref()),
        ..row
    })
}

/// Its files; a consent that was there before keeps its seal.
pub fn of(
    work: &Work<'_>,
    id: DisclosureId,
    input: &DisclosureInput,
    (files, before): (&[File], &[Named]),
) -> Vec<Named> {
    let named = input.files.iter().zip(files).zip(0_i16..);
    let row = |((asked, file), position): ((&super::dto::NamedFile, &File), i16)| {
        let consent = asked.consent.as_ref();
        let given_by = consent.map(|consent| consent.given_by.clone());
        let known = before.iter().find(|it| it.client_id == file.id && it.given_by == given_by);
        Named {
            id: work.fresh(),
            disclosure_id: id,
            position,
            client_id: file.id,
            client_number: file.number.clone(),
            given_by,
            given_on: consent.map(|consent| consent.given_on),
            attachment_id: consent.map(|consent| consent.attachment_id),
            salt: known.map_or_else(Uuid::new_v4, |it| it.salt),
            revoked_on: None,
            revoked_at: None,
            revoked_by: None,
            revoke_note: None,
        }
    };
    named.map(row).collect()
}
