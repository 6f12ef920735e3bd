//! What the trail, the events and the people concerned hear of an incident.
use super::act_entity as act;
use super::entity::Model;
use super::kinds::IncidentAct;
use super::party_entity::Model as Party;
use super::{KIND, rules, store};
use crate::{ClientId, HandleIncidents, ReadIncidents};
use kernel::access::Permission;
use kernel::audit::{Changes, Record, Resource};
use kernel::error::ApiResult;
use kernel::ids::PersonId;
use kernel::notify::{self, Notice, NoticeKind};
use kernel::work::Work;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// An incident with what belongs to it.
#[derive(Clone, Copy)]
pub struct Whole<'a> {
    pub row: &'a Model,
    pub parties: &'a [Party],
    pub files: &'a [ClientId],
}

impl Whole<'_> {
    fn said(&self) -> Value {
        let party = |party: &Party| {
            json!({
                "person_id": party.person_id, "deed": party.deed, "superior_id": party.superior_id,
                "measure": party.measure, "fine": party.fine, "measure_note": party.measure_note,
                "leadership": party.leadership, "leadership_fine": party.leadership_fine,
                "leadership_note": party.leadership_note,
            })
        };
        json!({
            "kind": self.row.kind, "occurred_on": self.row.occurred_on,
            "what_happened": self.row.what_happened, "loan_id": self.row.loan_id,
            "files": self.files, "parties": self.parties.iter().map(party).collect::<Vec<_>>(),
            "remedy": self.row.remedy,
        })
    }
}

fn resource(row: &Model) -> Resource {
    Resource::new(KIND, row.id.0, &row.number)
}

#[must_use]
pub fn record(action: &'static str, row: &Model, named: &BTreeSet<PersonId>) -> Record {
    let record = Record::new(action, resource(row))
        .at(rules::place(row))
        .tell(ReadIncidents::NAME)
        .concerned_under(ReadIncidents::NAME)
        .data("state", row.state)
        .data("kind", row.kind);
    named.iter().fold(record, |record, person| record.tell_person(*person))
}

#[must_use]
pub fn reported(whole: &Whole<'_>) -> Record {
    record("client-incident.reported", whole.row, &rules::named(whole.parties))
        .changes(Changes::created(&whole.said()))
}

/// An act with what it changed.
#[must_use]
pub fn changed(action: &'static str, before: &Whole<'_>, after: &Whole<'_>) -> Record {
    record(action, after.row, &rules::named(after.parties))
        .changes(Changes::between(&before.said(), &after.said()))
}

/// The act, as the incident's page tells it.
pub async fn done(
    work: &Work<'_>,
    row: &Model,
    act: IncidentAct,
    reason: Option<&str>,
) -> ApiResult<()> {
    let reason = reason.map(|reason| reason.trim().to_owned());
    let (id, by_id) = (work.fresh(), work.actor().id);
    let done = act::Model { id, incident_id: row.id, act, at: work.at(), by_id, reason };
    Ok(store::insert_act(work.db(), done).await?)
}

/// Those who handle it; nobody whom it names, whatever they hold.
pub async fn handlers(
    work: &Work<'_>,
    row: &Model,
    named: &BTreeSet<PersonId>,
    kind: &'static NoticeKind,
) -> ApiResult<()> {
    let right = HandleIncidents::NAME;
    let holders = identity::people::holders_of(work.db(), [right], work.at()).await?;
    let place = rules::place(row);
    let may = identity::people::who_may(work.db(), &holders, right, &place, work.at()).await?;
    let others = may.into_iter().filter(|id| *id != work.actor().id && !named.contains(id));
    let others: Vec<_> = others.collect();
    notify::send(work, &others, &Notice::new(kind, resource(row))).await
}

/// Those of some people whom it names who may read it: the others learn of it from no notice.
pub async fn people(
    work: &Work<'_>,
    row: &Model,
    people: impl IntoIterator<Item = PersonId>,
    kind: &'static NoticeKind,
) -> ApiResult<()> {
    let people: BTreeSet<PersonId> =
        people.into_iter().filter(|id| *id != work.actor().id).collect();
    let right = [ReadIncidents::NAME];
    let read = identity::people::who_hold(work.db(), &people, &right, row.level, work.at()).await?;
    let read: Vec<_> = read.into_iter().collect();
    notify::send(work, &read, &Notice::new(kind, resource(row))).await
}
