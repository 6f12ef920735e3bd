//! Instruct an owner (A-CLI-04). They must be able to see what they are told to see to.
use super::dto::{InstructionInput, InstructionRow};
use super::entity::Model;
use super::kinds::InstructionState;
use super::{rules, show, store, tell};
use crate::archive::kinds::Level;
use crate::archive::{rules as file_rules, store as files};
use crate::bulk::filter;
use crate::notices;
use crate::{INSTRUCTION_ADDRESSEE, ReadClients};
use handbook::Handbook;
use kernel::access::{Actor, Permission, Place};
use kernel::app::App;
use kernel::code::field;
use kernel::error::{ApiError, ApiResult};
use kernel::http::reply::Reply;
use kernel::work::Work;

pub async fn give(
    app: &App,
    handbook: &Handbook,
    actor: &Actor,
    input: InstructionInput,
) -> ApiResult<Reply<InstructionRow>> {
    let mut work = Work::begin(app, actor).await?;
    if input.due_on.is_some_and(|day| day < handbook.date(work.at())) {
        return Err(ApiError::field("/due_on", field::RANGE));
    }
    let group = group(&input)?;
    let subject = subject(&work, &input).await?;
    let addressee = addressee(&work, &input, subject.as_ref()).await?;
    rules::give(actor, &Place { level: 0, ..addressee })?;
    let row = Model {
        id: work.fresh(),
        client_id: input.client_id,
        filter: group,
        instruction: input.instruction.trim().to_owned(),
        due_on: input.due_on,
        state: InstructionState::Open,
        given_to: input.given_to,
        given_by: actor.id,
        given_at: work.at(),
        settled_by: None,
        settled_at: None,
        settlement: None,
        department_id: addressee.department_id,
        site_id: addressee.site_id,
        level: subject.map_or(Level::Secret, |(level, _)| level),
        version: 1,
    };
    store::insert(work.db(), row.clone()).await?;
    work.record(tell::given(&row));
    tell::notify(&work, &row, row.given_to, notices::CLIENT_INSTRUCTION_GIVEN).await?;
    let answer = show::one(work.db(), actor, row).await?;
    work.commit_created(answer).await
}

/// One file or a group of them, not both and not neither.
fn group(input: &InstructionInput) -> ApiResult<Option<String>> {
    let query = input.filter.as_deref().map(str::trim).filter(|query| !query.is_empty());
    match (input.client_id, query) {
        (Some(_), None) => Ok(None),
        (None, Some(query)) => {
            filter(query).map_err(|_| ApiError::field("/filter", field::FORMAT))?;
            Ok(Some(query.to_owned()))
        }
        _ => Err(ApiError::field("/filter", field::REQUIRED)),
    }
}

/// The file that it is about: how secret it is and where it stands.
async fn subject(work: &Work<'_>, input: &InstructionInput) -> ApiResult<Option<(Level, Place)>> {
    let Some(id) = input.client_id else { return Ok(None) };
    // Held: what is to be destroyed is not spoken of any more (A-BOR-06).
    let file = files::lock(work.db(), work.actor(), id).await?;
    let unknown = || ApiError::field("/client_id", field::UNKNOWN_REFERENCE);
    let file = file.ok_or_else(unknown)?;
    file_rules::in_force(&file)?;
    Ok(Some((file.level, file_rules::place(&file))))
}

/// Where the addressee stands; refused where they may not see what it is about. Whom the caller may not
/// name looks like somebody who is not there.
async fn addressee(
    work: &Work<'_>,
    input: &InstructionInput,
    subject: Option<&(Level, Place)>,
) -> ApiResult<Place> {
    let unknown = || ApiError::field("/given_to", field::UNKNOWN_REFERENCE);
    let (db, at, right) = (work.db(), work.at(), ReadClients::NAME);
    let person = identity::people::nameable(db, work.actor(), input.given_to).await?;
    let person = person.ok_or_else(unknown)?;
    let sees = match subject {
        Some((_, place)) => {
            let may = identity::people::who_may(db, &[person.id], right, place, at).await?;
            may.contains(&person.id)
        }
        None => identity::holds(db, person.id, right, at).await?,
    };
    if !sees {
        return Err(ApiError::field("/given_to", INSTRUCTION_ADDRESSEE));
    }
    Ok(Place {
        owner_id: Some(person.id),
        department_id: person.department_id,
        site_id: person.site_id,
        level: Level::Secret.rank(),
    })
}
