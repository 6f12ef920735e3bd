//! Report an inferior client to the superior (B-CRM-12).
use super::actions::ReportInferior;
use super::entity::Model;
use super::input::tidied;
use super::kinds::Inferior;
use super::step::{self, Target};
use super::{act, dto::Client, rules};
use crate::notices;
use handbook::Handbook;
use identity::people::{self, who_may};
use kernel::access::{Actor, Permission};
use kernel::app::App;
use kernel::audit::Changes;
use kernel::error::ApiResult;
use kernel::http::reply::Reply;
use kernel::ids::PersonId;
use kernel::notify::{self, Notice};
use kernel::work::Work;

pub async fn report_inferior(
    app: &App,
    handbook: &Handbook,
    actor: &Actor,
    on: Target,
    input: ReportInferior,
) -> ApiResult<Reply<Client>> {
    let apply = async |work: &mut Work<'_>, before: &Model| apply(work, before, input).await;
    step::serve(app, handbook, actor, on, apply).await
}

pub async fn apply(work: &mut Work<'_>, before: &Model, input: ReportInferior) -> ApiResult<Model> {
    rules::report_inferior(work.actor(), before)?;
    let input = tidied(&input)?;
    let mut after = step::next(work, before);
    after.inferior = Inferior::Reported;
    after.inferior_reason = Some(input.reason.clone());
    after.inferior_reported_by = Some(work.actor().id);
    after.inferior_reported_at = Some(work.at());
    let notice = Notice::new(notices::CLIENT_INFERIOR_REPORTED, act::resource(&after));
    notify::send(work, &listeners(work, &after).await?, &notice).await?;
    let record = act::act("client.inferior-reported", &after)
        .changes(Changes::one("inferior", before.inferior, after.inferior))
        .reason(input.reason);
    step::keep(work, before, after, record).await
}

/// The reporter's superior, where they may see the file, and those who may confirm.
async fn listeners(work: &Work<'_>, row: &Model) -> ApiResult<Vec<PersonId>> {
    let (me, at, place) = (work.actor().id, work.at(), rules::place(row));
    let confirm = <crate::ConfirmInferiorClients as Permission>::NAME;
    let holders = people::holders_of(work.db(), [confirm], at).await?;
    let mut listeners = who_may(work.db(), &holders, confirm, &place, at).await?;
    let superior = people::find(work.db(), me).await?.and_then(|person| person.superior_id);
    let superior: Vec<_> = superior.into_iter().collect();
    let read = <crate::ReadClients as Permission>::NAME;
    listeners.extend(who_may(work.db(), &superior, read, &place, at).await?);
    listeners.remove(&me);
    Ok(listeners.into_iter().collect())
}
