//! 申辩: a party or a superior states their case, while it is looked into.
use super::dto::{Incident, IncidentStatement};
use super::entity::Model;
use super::kinds::IncidentAct;
use super::rules::Concerned;
use super::store::{self, Seen};
use super::{rules, show, statement_entity as statement, tell};
use crate::notices;
use kernel::access::Actor;
use kernel::app::App;
use kernel::audit::Changes;
use kernel::error::ApiResult;
use kernel::http::reply::Reply;
use kernel::work::Work;

pub async fn state(
    app: &App,
    actor: &Actor,
    on: Seen,
    input: IncidentStatement,
) -> ApiResult<Reply<Incident>> {
    let mut work = Work::begin(app, actor).await?;
    let row = store::seen(&work, on).await?;
    let named = rules::named(&store::parties(work.db(), [row.id]).await?);
    rules::state(actor, &row, &Concerned { people: named.clone(), lent: false })?;
    let before = store::statements(work.db(), row.id).await?;
    let before = before.into_iter().find(|it| it.person_id == actor.id);
    let stated = statement::Model {
        id: work.fresh(),
        incident_id: row.id,
        person_id: actor.id,
        text: input.statement.trim().to_owned(),
        stated_at: work.at(),
    };
    let changes = Changes::one("statement", before.map(|it| it.text), &stated.text);
    store::replace_statement(work.db(), stated).await?;
    let after = Model { version: row.version + 1, ..row };
    store::save(work.db(), &after).await?;
    tell::done(&work, &after, IncidentAct::Stated, None).await?;
    // Nobody else whom it names hears that somebody spoke.
    let nobody = std::collections::BTreeSet::new();
    work.record(tell::record("client-incident.stated", &after, &nobody).changes(changes));
    tell::handlers(&work, &after, &named, notices::CLIENT_INCIDENT_STATED).await?;
    let answer = show::whole(work.db(), actor, after, work.at()).await?;
    work.commit(answer).await
}
