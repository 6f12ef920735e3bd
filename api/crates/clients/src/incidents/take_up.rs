//! 重新调查: what was concluded is looked into once more.
use super::dto::{Incident, TakeUpIncident};
use super::entity::Model;
use super::kinds::{IncidentAct, IncidentState};
use super::store::{self, Seen};
use super::{rules, show, tell};
use crate::notices;
use kernel::access::Actor;
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::http::reply::Reply;
use kernel::work::Work;

pub async fn take_up(
    app: &App,
    actor: &Actor,
    on: Seen,
    input: TakeUpIncident,
) -> ApiResult<Reply<Incident>> {
    let mut work = Work::begin(app, actor).await?;
    let row = store::seen(&work, on).await?;
    let parties = store::parties(work.db(), [row.id]).await?;
    rules::take_up(actor, &row, &show::concerned(work.db(), actor, &parties, work.at()).await?)?;
    let after = Model { state: IncidentState::TakenUp, version: row.version + 1, ..row };
    store::save(work.db(), &after).await?;
    tell::done(&work, &after, IncidentAct::TakenUp, Some(&input.reason)).await?;
    let named = rules::named(&parties);
    let record = tell::record("client-incident.taken-up", &after, &named);
    work.record(record.reason(input.reason.trim().to_owned()));
    tell::people(&work, &after, named, notices::CLIENT_INCIDENT_TAKEN_UP).await?;
    let answer = show::whole(work.db(), actor, after, work.at()).await?;
    work.commit(answer).await
}
