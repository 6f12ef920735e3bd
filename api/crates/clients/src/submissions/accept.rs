//! Key a submission in: the file is begun or changed under the name of whoever accepts, with the
//! collector recorded (A-CLI-09, A-CLI-16, A-CLI-17).
use super::dto::{AcceptSubmission, Submission};
use super::entity::Model;
use super::kinds::{RecordKind, SubmissionState};
use super::record::RecordProposal;
use super::{apply, proposal, record, rules, show, store, tell};
use crate::archive::another::AnotherClient;
use crate::archive::entity::Model as File;
use crate::archive::{act, contents, create, rules as file_rules, store as files, update};
use crate::contacts::rules::change_personal;
use crate::notices;
use crate::obligations;
use crate::{ReadPersonalData, SubmissionId};
use handbook::Handbook;
use kernel::access::{Actor, Permission};
use kernel::app::App;
use kernel::audit::Changes;
use kernel::code;
use kernel::error::ApiResult;
use kernel::http::conditional::IfMatch;
use kernel::http::reply::Reply;
use kernel::work::Work;
use serde_json::{Map, Value};

pub async fn accept(
    app: &App,
    handbook: &Handbook,
    actor: &Actor,
    id: SubmissionId,
    seen: IfMatch,
    input: AcceptSubmission,
) -> ApiResult<Reply<Submission>> {
    let mut work = Work::begin(app, actor).await?;
    let row = store::lock(work.db(), actor, id).await?.ok_or(code::NOT_FOUND)?;
    seen.check(row.version)?;
    let file = match row.client_id {
        Some(id) => Some(files::lock(work.db(), actor, id).await?.ok_or(code::NOT_FOUND)?),
        None => None,
    };
    let payload = match &input.payload {
        Some(keyed_in) => keyed_in.clone(),
        None => serde_json::from_str(&row.payload)?,
    };
    let group_buy = payload.get("group_buy") == Some(&Value::Bool(true));
    rules::settle(actor, &row, file.as_ref(), group_buy)?;
    let records = records(actor, &row, file.as_ref(), &input)?;
    let file = match file {
        // Where records alone are proposed, nothing of the file itself is compared or written.
        Some(file) if payload.is_empty() => file,
        Some(file) => change(&mut work, handbook, &row, file, &payload, &input).await?,
        None => begin(&mut work, handbook, &row, &payload, &input).await?,
    };
    let file = apply::records(&mut work, handbook, file, &records).await?;
    let after = settled(&mut work, row, &file).await?;
    let answer = show::whole(work.db(), actor, after).await?;
    work.commit(answer).await
}

/// What is kept: as it was handed in, or as whoever accepts keys it in. Whoever reads `138****8000`
/// keys in nothing personal (A-CLI-28).
fn records(
    actor: &Actor,
    row: &Model,
    file: Option<&File>,
    input: &AcceptSubmission,
) -> ApiResult<Vec<RecordProposal>> {
    let Some(keyed_in) = &input.records else { return record::of(row.records.as_deref()) };
    let place = file.map_or_else(|| rules::place(row), file_rules::place);
    let in_full = actor.may(<ReadPersonalData as Permission>::NAME, &place);
    for one in keyed_in.iter().filter(|it| it.kind == RecordKind::Contact) {
        change_personal(in_full, |field| one.payload.contains_key(field))?;
    }
    Ok(keyed_in.clone())
}

async fn change(
    work: &mut Work<'_>,
    handbook: &Handbook,
    row: &Model,
    file: File,
    payload: &Map<String, Value>,
    input: &AcceptSubmission,
) -> ApiResult<File> {
    rules::compared(row.client_version, file.version, input.client_version)?;
    let written = proposal::changed(&contents::read(&file)?, payload)?;
    let another = AnotherClient {
        confirm_duplicates: Some(input.confirm_duplicates),
        duplicate_reason: input.duplicate_reason.clone(),
    };
    update::rewrite(work, handbook, &file, &written, &another).await
}

/// The new file is the submitter's client unless they named somebody else.
async fn begin(
    work: &mut Work<'_>,
    handbook: &Handbook,
    row: &Model,
    payload: &Map<String, Value>,
    input: &AcceptSubmission,
) -> ApiResult<File> {
    let mut new = proposal::new_file(payload)?;
    new.owner_id = new.owner_id.or(Some(row.submitted_by));
    // Whether it is another client is for the keeper to say, who sees more files than sales does.
    new.confirm_duplicates = input.confirm_duplicates;
    new.duplicate_reason.clone_from(&input.duplicate_reason);
    create::begin(work, handbook, new).await
}

async fn settled(work: &mut Work<'_>, row: Model, file: &File) -> ApiResult<Model> {
    let after = Model {
        state: SubmissionState::Accepted,
        client_id: Some(file.id),
        decided_at: Some(work.at()),
        decided_by: Some(work.actor().id),
        version: row.version + 1,
        ..row
    };
    store::save(work.db(), &after).await?;
    let collector = Changes::one("collected_by", Value::Null, after.submitted_by);
    work.record(
        act::act("client.submission-accepted", file)
            .changes(collector)
            .data("submission_id", after.id),
    );
    work.record(tell::record("client-submission.accepted", &after));
    tell::submitter(work, &after, notices::CLIENT_SUBMISSION_ACCEPTED).await?;
    obligations::settled(work, &after).await?;
    Ok(after)
}
