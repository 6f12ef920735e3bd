//! Hand in what was collected (A-CLI-06, A-CLI-08, A-CLI-17, B-CRM-10).
use super::dto::{Submission, SubmissionInput};
use super::entity::Model;
use super::kinds::SubmissionState;
use super::{proposal, record, rules, show, standing, store, tell};
use crate::archive::entity::Model as File;
use crate::archive::kinds::Level;
use crate::archive::store as files;
use crate::archive::{contents, rules as file_rules};
use crate::obligations::handed_in;
use handbook::Handbook;
use kernel::access::{Actor, Place};
use kernel::app::App;
use kernel::code::field;
use kernel::error::{ApiError, ApiResult};
use kernel::http::reply::Reply;
use kernel::work::Work;

pub async fn create(
    app: &App,
    handbook: &Handbook,
    actor: &Actor,
    input: SubmissionInput,
) -> ApiResult<Reply<Submission>> {
    let mut work = Work::begin(app, actor).await?;
    let unknown = || ApiError::field("/client_id", field::UNKNOWN_REFERENCE);
    let file = match input.client_id {
        Some(id) => Some(files::find(work.db(), actor, id).await?.ok_or_else(unknown)?),
        None => None,
    };
    let at = file.as_ref().map_or_else(|| own(actor), file_rules::place);
    rules::submit(actor, &at, file.as_ref())?;
    let client_name = checked(file.as_ref(), &input)?;
    standing::checked(work.db(), file.as_ref(), &input.records, handbook.date(work.at())).await?;
    let row = Model {
        id: work.fresh(),
        client_id: input.client_id,
        client_name,
        payload: serde_json::to_string(&input.payload)?,
        records: record::stored(&input.records)?,
        note: input.note.map(|it| it.trim().to_owned()).filter(|it| !it.is_empty()),
        state: SubmissionState::Pending,
        client_version: input.client_version.filter(|_| file.is_some()),
        submitted_at: work.at(),
        submitted_by: actor.id,
        decided_at: None,
        decided_by: None,
        decision_reason: None,
        owner_id: at.owner_id.unwrap_or(actor.id),
        department_id: at.department_id,
        site_id: at.site_id,
        level: file.as_ref().map_or(Level::Secret, |file| file.level),
        version: 1,
    };
    store::insert(work.db(), row.clone()).await?;
    work.record(tell::record("client-submission.submitted", &row));
    tell::keepers(&work, &row, &at).await?;
    handed_in(&mut work, handbook, &row).await?;
    let answer = show::whole(work.db(), actor, row).await?;
    work.commit_created(answer).await
}

/// Where something of the caller's stands.
fn own(actor: &Actor) -> Place {
    Place { level: Level::Secret.rank(), ..actor.place() }
}

/// It would be a valid file, and something new; answers the client's name.
fn checked(file: Option<&File>, input: &SubmissionInput) -> ApiResult<String> {
    let Some(file) = file else {
        return Ok(proposal::new_file(&input.payload)?.contents().tidied()?.name);
    };
    if input.client_version.is_none() {
        return Err(ApiError::field("/client_version", field::REQUIRED));
    }
    if input.payload.is_empty() && !input.records.is_empty() {
        return Ok(file.name.clone());
    }
    let current = contents::read(file)?;
    let after = proposal::changed(&current, &input.payload)?;
    proposal::some_change(&current, &after)?;
    Ok(file.name.clone())
}
