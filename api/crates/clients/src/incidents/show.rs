//! Incidents as their readers may see them.
use super::dto::{
    Done, Incident, IncidentAbout, IncidentConsequence, IncidentRow, IncidentStated, Named, Party,
};
use super::entity::Model;
use super::kinds::{IncidentAct, Measure};
use super::party_entity::Model as PartyRow;
use super::rules::Concerned;
use super::{act_entity as act, rules, statement_entity as statement, store};
use crate::archive::rules as file_rules;
use crate::names::{Names, Wanted};
use crate::{HandleIncidents, ReadClients, loans};
use chrono::{DateTime, Utc};
use kernel::access::{Actor, Permission};
use kernel::error::ApiResult;
use kernel::http::shown::{AllowedAction, allowed};
use kernel::ids::PersonId;
use kernel::money::{Amount, Money};
use sea_orm::ConnectionTrait;

/// What a page of rows names: two look-ups, however many rows.
pub struct Around {
    names: Names,
    parties: Vec<PartyRow>,
}

impl Around {
    pub async fn of(db: &impl ConnectionTrait, rows: &[Model]) -> ApiResult<Self> {
        let parties = store::parties(db, rows.iter().map(|row| row.id)).await?;
        Self::with(db, rows, parties, []).await
    }

    async fn with(
        db: &impl ConnectionTrait,
        rows: &[Model],
        parties: Vec<PartyRow>,
        more: impl IntoIterator<Item = PersonId>,
    ) -> ApiResult<Self> {
        let mut wanted = Wanted::default();
        for row in rows {
            wanted.person(row.reported_by);
            wanted.person(row.concluded_by);
            wanted.department(row.department_id);
        }
        let named = parties.iter().flat_map(|party| [party.person_id, party.superior_id]);
        named.chain(more).for_each(|person| wanted.person(person));
        Ok(Self { names: wanted.find(db).await?, parties })
    }

    #[must_use]
    pub fn row(&self, row: &Model) -> IncidentRow {
        let named = |party: &PartyRow| Named {
            person: self.names.person(party.person_id),
            superior: self.names.person(party.superior_id),
        };
        IncidentRow {
            id: row.id,
            number: row.number.clone(),
            kind: row.kind,
            state: row.state,
            occurred_on: row.occurred_on,
            named: self.parties.iter().filter(|it| it.incident_id == row.id).map(named).collect(),
            department: row.department_id.map(|id| self.names.department(id)),
            reported_by: self.names.person(row.reported_by),
            reported_at: row.reported_at,
            concluded_at: row.concluded_at,
            version: row.version,
        }
    }
}

/// Whom it names, and whether the caller handles incidents by the leave of one of them alone: whoever is
/// named chooses nobody to judge it. A right of one's own stays one's own, whatever one is lent besides.
pub async fn concerned(
    db: &impl ConnectionTrait,
    actor: &Actor,
    parties: &[PartyRow],
    at: DateTime<Utc>,
) -> ApiResult<Concerned> {
    let (people, right) = (rules::named(parties), HandleIncidents::NAME);
    if !actor.holds(right) {
        return Ok(Concerned { people, lent: false });
    }
    let lenders = identity::delegations::who_lent(db, actor.id, right, at).await?;
    let by_them = !lenders.is_empty() && lenders.iter().all(|lender| people.contains(lender));
    let lent = by_them && !identity::people::holders_of(db, [right], at).await?.contains(&actor.id);
    Ok(Concerned { people, lent })
}

/// What the reader may know of the cases.
struct Reader<'a> {
    id: PersonId,
    all: bool,
    names: &'a Names,
    statements: Vec<statement::Model>,
}

impl Reader<'_> {
    fn statement(&self, of: PersonId) -> Option<IncidentStated> {
        let own = self.all || self.id == of;
        let stated = self.statements.iter().find(|it| own && it.person_id == of)?;
        Some(IncidentStated { text: stated.text.clone(), at: stated.stated_at })
    }

    fn party(&self, row: &PartyRow) -> Party {
        let theirs = self.all || [row.person_id, row.superior_id].contains(&self.id);
        let led = self.all || row.superior_id == self.id;
        let measure = row.measure.filter(|_| theirs);
        let leadership = row.leadership.filter(|_| led);
        Party {
            person: self.names.person(row.person_id),
            deed: row.deed.clone(),
            superior: self.names.person(row.superior_id),
            statement: self.statement(row.person_id),
            superior_statement: self.statement(row.superior_id),
            consequence: consequence(measure, row.fine, row.measure_note.as_ref()),
            leadership: consequence(leadership, row.leadership_fine, row.leadership_note.as_ref()),
        }
    }

    /// Whoever reads not all of it hears of what somebody else stated no more than of why it was amended.
    fn done(&self, row: &act::Model) -> Option<Done> {
        let own = self.all || row.by_id == self.id;
        if !own && row.act == IncidentAct::Stated {
            return None;
        }
        let reason = row.reason.clone().filter(|_| own);
        Some(Done { act: row.act, at: row.at, by: self.names.person(row.by_id), reason })
    }
}

fn consequence(
    measure: Option<Measure>,
    fine: Option<Amount>,
    note: Option<&String>,
) -> Option<IncidentConsequence> {
    let fine = fine.map(Money::cny);
    Some(IncidentConsequence { measure: measure?, fine, note: note.cloned() })
}

/// One incident with what the reader may know of it.
pub async fn whole(
    db: &impl ConnectionTrait,
    actor: &Actor,
    model: Model,
    at: DateTime<Utc>,
) -> ApiResult<Incident> {
    let parties = store::parties(db, [model.id]).await?;
    let concerned = concerned(db, actor, &parties, at).await?;
    let history = store::history(db, model.id).await?;
    let by = history.iter().map(|act| act.by_id);
    let around = Around::with(db, std::slice::from_ref(&model), parties, by).await?;
    let reader = Reader {
        id: actor.id,
        // Whom it names knows their own case there and no other, whatever they read elsewhere.
        all: rules::reads_all(actor, &model) && !concerned.people.contains(&actor.id),
        names: &around.names,
        statements: store::statements(db, model.id).await?,
    };
    let files = store::files(db, model.id).await?;
    let highest = files.iter().map(|file| file.level.rank()).max().unwrap_or_default();
    let sees = |file: &&crate::archive::entity::Model| {
        actor.may(ReadClients::NAME, &file_rules::place(file))
    };
    let about = |file: &crate::archive::entity::Model| IncidentAbout {
        id: file.id.0,
        number: file.number.clone(),
        name: Some(file.name.clone()),
    };
    let loan = match model.loan_id {
        Some(id) => loans::number(db, actor, id, at).await?,
        None => None,
    };
    let loan = model.loan_id.zip(loan);
    Ok(Incident {
        row: around.row(&model),
        level: model.level.max(highest),
        loan: loan.map(|(id, number)| IncidentAbout { id: id.0, number, name: None }),
        files: files.iter().filter(sees).map(about).collect(),
        parties: around.parties.iter().map(|party| reader.party(party)).collect(),
        history: history.iter().filter_map(|act| reader.done(act)).collect(),
        concluded_by: model.concluded_by.map(|id| around.names.person(id)),
        allowed_actions: actions(actor, &model, &concerned),
        what_happened: model.what_happened,
        remedy: model.remedy,
    })
}

fn actions(actor: &Actor, row: &Model, concerned: &Concerned) -> Vec<AllowedAction> {
    let lang = actor.request.lang;
    vec![
        allowed("amend", rules::amend(actor, row, concerned), lang),
        allowed("state", rules::state(actor, row, concerned), lang),
        allowed("conclude", rules::conclude(actor, row, concerned), lang),
        allowed("take-up", rules::take_up(actor, row, concerned), lang),
    ]
}
