//! Put the facts, the files or the parties right, while it is looked into.
use super::about;
use super::dto::{AmendIncident, Incident};
use super::entity::Model;
use super::kinds::IncidentAct;
use super::party_entity::Model as Party;
use super::store::{self, Seen};
use super::tell::{self, Whole};
use super::{rules, show, statement_entity as statement};
use crate::{ClientId, notices};
use handbook::Handbook;
use kernel::access::Actor;
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::http::reply::Reply;
use kernel::ids::PersonId;
use kernel::work::Work;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use std::collections::BTreeSet;

pub async fn amend(
    app: &App,
    handbook: &Handbook,
    actor: &Actor,
    on: Seen,
    input: AmendIncident,
) -> ApiResult<Reply<Incident>> {
    let mut work = Work::begin(app, actor).await?;
    let row = store::seen(&work, on).await?;
    let stood = store::parties(work.db(), [row.id]).await?;
    rules::amend(actor, &row, &show::concerned(work.db(), actor, &stood, work.at()).await?)?;
    rules::occurred(input.occurred_on, handbook.date(work.at()))?;
    let before: Vec<ClientId> =
        store::files(work.db(), row.id).await?.iter().map(|file| file.id).collect();
    let had: BTreeSet<ClientId> = before.iter().copied().collect();
    let files = about::named_files(&work, &input.files, &had).await?;
    let involved = about::involved(&work, &input.parties, &stood).await?;
    let parties = about::party_rows(&work, row.id, involved, &stood);
    let after = amended(&row, &input, files.level);
    keep(&work, &after, &parties, &files.ids).await?;
    tell::done(&work, &after, IncidentAct::Amended, Some(&input.reason)).await?;
    let was = Whole { row: &row, parties: &stood, files: &before };
    let is = Whole { row: &after, parties: &parties, files: &files.ids };
    let record = tell::changed("client-incident.amended", &was, &is);
    work.record(record.reason(input.reason.trim().to_owned()));
    newly_named(&work, &after, &stood, &parties).await?;
    let answer = show::whole(work.db(), actor, after, work.at()).await?;
    work.commit(answer).await
}

/// Never less secret than it was: what was told of it before stays told.
fn amended(row: &Model, input: &AmendIncident, level: i16) -> Model {
    Model {
        kind: input.kind,
        occurred_on: input.occurred_on,
        what_happened: input.what_happened.trim().to_owned(),
        level: row.level.max(level),
        version: row.version + 1,
        ..row.clone()
    }
}

/// Whoever is not named any more has no case; what they stated stands in the trail.
async fn only_of(work: &Work<'_>, row: &Model, named: &BTreeSet<PersonId>) -> ApiResult<()> {
    statement::Entity::delete_many()
        .filter(statement::Column::IncidentId.eq(row.id))
        .filter(statement::Column::PersonId.is_not_in(named.iter().copied()))
        .exec(work.db())
        .await?;
    Ok(())
}

/// The incident as it is now. Whoever is not named any more has no case.
async fn keep(
    work: &Work<'_>,
    after: &Model,
    parties: &[Party],
    files: &[ClientId],
) -> ApiResult<()> {
    store::save(work.db(), after).await?;
    store::replace_parties(work.db(), after.id, parties.to_vec()).await?;
    let rows = about::file_rows(work, after.id, files);
    store::replace_files(work.db(), after.id, rows).await?;
    only_of(work, after, &rules::named(parties)).await
}

/// Whoever was not named before is told.
async fn newly_named(
    work: &Work<'_>,
    after: &Model,
    before: &[Party],
    parties: &[Party],
) -> ApiResult<()> {
    let known = rules::named(before);
    let new = |id: &PersonId| !known.contains(id);
    let people = parties.iter().map(|party| party.person_id).filter(new);
    tell::people(work, after, people, notices::CLIENT_INCIDENT_NAMED).await?;
    let superiors = parties.iter().map(|party| party.superior_id).filter(new);
    tell::people(work, after, superiors, notices::CLIENT_INCIDENT_BELOW).await
}
