//! 结案: what follows for each party, the responsibility of leadership of each superior, and what is done
//! about it (A-BOR-05).
use super::dto::{ConcludeIncident, Incident, PartyConclusion};
use super::entity::Model;
use super::kinds::{IncidentAct, IncidentState};
use super::party_entity::Model as Party;
use super::store::{self, Seen};
use super::tell::{self, Whole};
use super::{rules, show};
use crate::{ClientId, notices};
use kernel::access::Actor;
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::http::reply::Reply;
use kernel::text::trimmed;
use kernel::work::Work;

pub async fn conclude(
    app: &App,
    actor: &Actor,
    on: Seen,
    input: ConcludeIncident,
) -> ApiResult<Reply<Incident>> {
    let mut work = Work::begin(app, actor).await?;
    let row = store::seen(&work, on).await?;
    let stood = store::parties(work.db(), [row.id]).await?;
    rules::conclude(actor, &row, &show::concerned(work.db(), actor, &stood, work.at()).await?)?;
    rules::conclusion(&stood, &input)?;
    let parties: Vec<Party> = stood.iter().map(|party| settled(party, &input)).collect();
    let files = store::files(work.db(), row.id).await?;
    let highest = files.iter().map(|file| file.level.rank()).max().unwrap_or_default();
    let after = Model {
        state: IncidentState::Concluded,
        level: row.level.max(highest),
        remedy: Some(input.remedy.trim().to_owned()),
        concluded_by: Some(actor.id),
        concluded_at: Some(work.at()),
        version: row.version + 1,
        ..row.clone()
    };
    store::save(work.db(), &after).await?;
    store::replace_parties(work.db(), row.id, parties.clone()).await?;
    tell::done(&work, &after, IncidentAct::Concluded, None).await?;
    let ids: Vec<ClientId> = files.iter().map(|file| file.id).collect();
    let was = Whole { row: &row, parties: &stood, files: &ids };
    let is = Whole { row: &after, parties: &parties, files: &ids };
    work.record(tell::changed("client-incident.concluded", &was, &is));
    let named = rules::named(&parties).into_iter().chain([row.reported_by]);
    tell::people(&work, &after, named, notices::CLIENT_INCIDENT_CONCLUDED).await?;
    let answer = show::whole(work.db(), actor, after, work.at()).await?;
    work.commit(answer).await
}

fn settled(party: &Party, input: &ConcludeIncident) -> Party {
    let of = |one: &&PartyConclusion| one.person_id == party.person_id;
    // There is one for each: `rules::conclusion`.
    let Some(one) = input.parties.iter().find(of) else { return party.clone() };
    Party {
        measure: Some(one.measure),
        fine: one.fine.map(|fine| fine.amount),
        measure_note: trimmed(one.measure_note.as_deref()),
        leadership: Some(one.leadership),
        leadership_fine: one.leadership_fine.map(|fine| fine.amount),
        leadership_note: trimmed(Some(&one.leadership_note)),
        ..party.clone()
    }
}
