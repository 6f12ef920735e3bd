//! What an incident is about: files, a loan and people that the caller may name, and who stands above
//! them.
use super::dto::PartyInput;
use super::files::entity::Model as FileRow;
use super::party_entity::Model as Party;
use super::rules;
use crate::archive::store as files;
use crate::{ClientId, IncidentId, LoanId, loans};
use kernel::code::field;
use kernel::error::{ApiError, ApiResult};
use kernel::ids::PersonId;
use kernel::work::Work;
use std::collections::BTreeSet;

/// The files, and the level of the highest.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Files {
    pub ids: Vec<ClientId>,
    pub level: i16,
}

/// Each a file that the caller sees, or that stood there before; what they do not see they do not take
/// off. Held, so that none of them becomes more secret or is destroyed meanwhile.
pub async fn named_files(
    work: &Work<'_>,
    named: &[ClientId],
    before: &BTreeSet<ClientId>,
) -> ApiResult<Files> {
    let wrong = |at: usize, code| ApiError::field(&format!("/files/{at}"), code);
    let mut ids: Vec<ClientId> = vec![];
    for (at, id) in named.iter().enumerate() {
        if ids.contains(id) {
            return Err(wrong(at, field::DUPLICATE));
        }
        ids.push(*id);
    }
    let asked: BTreeSet<ClientId> = ids.iter().chain(before).copied().collect();
    let held = files::lock_all(work.db(), work.actor(), asked).await?;
    let seen: BTreeSet<ClientId> = held.iter().map(|file| file.id).collect();
    if let Some(at) = ids.iter().position(|id| !seen.contains(id) && !before.contains(id)) {
        return Err(wrong(at, field::UNKNOWN_REFERENCE));
    }
    let hidden = before.iter().filter(|id| !seen.contains(*id) && !named.contains(*id));
    ids.extend(hidden.copied());
    let stays = held.iter().filter(|file| ids.contains(&file.id));
    let level = stays.map(|file| file.level.rank()).max().unwrap_or_default();
    Ok(Files { ids, level })
}

/// A loan that the caller sees; the level of its card.
pub async fn named_loan(work: &Work<'_>, id: Option<LoanId>) -> ApiResult<i16> {
    let Some(id) = id else { return Ok(0) };
    let unknown = || ApiError::field("/loan_id", field::UNKNOWN_REFERENCE);
    let level = loans::level(work.db(), work.actor(), id, work.at()).await?;
    level.ok_or_else(unknown)
}

/// Somebody concerned, with the superior who is named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Involved {
    pub person: PersonId,
    pub deed: String,
    pub superior: PersonId,
}

/// Each once, and each somebody whom the caller may name, or who was named before. Whoever stays keeps
/// the superior whom they had when they were named, where the caller names no other.
pub async fn involved(
    work: &Work<'_>,
    parties: &[PartyInput],
    before: &[Party],
) -> ApiResult<Vec<Involved>> {
    if let Some(at) = rules::repeated(parties) {
        return Err(wrong(at, "person_id", field::DUPLICATE));
    }
    nameable(work, parties, before).await?;
    let mut found = vec![];
    for (at, party) in parties.iter().enumerate() {
        let stood = before.iter().find(|it| it.person_id == party.person_id);
        let known = match (stood, party.superior_id) {
            (_, Some(_)) => None,
            (Some(stood), None) => Some(stood.superior_id),
            (None, None) => above(work, party.person_id).await?,
        };
        let superior = rules::responsible(party.person_id, known, party.superior_id);
        found.push(Involved {
            person: party.person_id,
            deed: party.deed.trim().to_owned(),
            superior: superior.ok_or_else(|| wrong(at, "superior_id", field::REQUIRED))?,
        });
    }
    Ok(found)
}

fn wrong(at: usize, name: &str, code: kernel::code::Code) -> ApiError {
    ApiError::field(&format!("/parties/{at}/{name}"), code)
}

async fn above(work: &Work<'_>, person: PersonId) -> ApiResult<Option<PersonId>> {
    let Some(known) = identity::people::find(work.db(), person).await? else { return Ok(None) };
    Ok(identity::people::direct_superior(work.db(), &known).await?)
}

async fn nameable(work: &Work<'_>, parties: &[PartyInput], before: &[Party]) -> ApiResult<()> {
    let stood = rules::named(before);
    let new = |id: &PersonId| !stood.contains(id);
    let wanted: BTreeSet<PersonId> = parties
        .iter()
        .flat_map(|party| [Some(party.person_id), party.superior_id])
        .flatten()
        .filter(new)
        .collect();
    let may = identity::people::nameable_among(work.db(), work.actor(), wanted).await?;
    let unknown = |id: &PersonId| new(id) && !may.contains(id);
    for (at, party) in parties.iter().enumerate() {
        if unknown(&party.person_id) {
            return Err(wrong(at, "person_id", field::UNKNOWN_REFERENCE));
        }
        if party.superior_id.as_ref().is_some_and(unknown) {
            return Err(wrong(at, "superior_id", field::UNKNOWN_REFERENCE));
        }
    }
    Ok(())
}

/// As they are kept; what followed for whoever stays stands until it is concluded anew.
pub fn party_rows(
    work: &Work<'_>,
    id: IncidentId,
    involved: Vec<Involved>,
    before: &[Party],
) -> Vec<Party> {
    let row = |(one, position): (Involved, i32)| {
        let stood = before.iter().find(|party| party.person_id == one.person);
        let led = stood.filter(|party| party.superior_id == one.superior);
        Party {
            id: stood.map_or_else(|| work.fresh(), |party| party.id),
            incident_id: id,
            position,
            person_id: one.person,
            deed: one.deed,
            superior_id: one.superior,
            measure: stood.and_then(|party| party.measure),
            fine: stood.and_then(|party| party.fine),
            measure_note: stood.and_then(|party| party.measure_note.clone()),
            leadership: led.and_then(|party| party.leadership),
            leadership_fine: led.and_then(|party| party.leadership_fine),
            leadership_note: led.and_then(|party| party.leadership_note.clone()),
        }
    };
    involved.into_iter().zip(0..).map(row).collect()
}

pub fn file_rows(work: &Work<'_>, id: IncidentId, files: &[ClientId]) -> Vec<FileRow> {
    let row = |(client, position): (&ClientId, i32)| FileRow {
        id: work.fresh(),
        incident_id: id,
        position,
        client_id: *client,
    };
    files.iter().zip(0..).map(row).collect()
}
