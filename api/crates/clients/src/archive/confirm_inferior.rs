//! Confirm and file an inferior client (B-CRM-12).
use super::actions::ConfirmInferior;
use super::entity::Model;
use super::input::tidied;
use super::kinds::Inferior;
use super::step::{self, Target};
use super::{act, dto::Client, rules};
use crate::notices;
use handbook::Handbook;
use kernel::access::Actor;
use kernel::app::App;
use kernel::audit::Changes;
use kernel::error::ApiResult;
use kernel::http::reply::Reply;
use kernel::notify::{self, Notice};
use kernel::work::Work;

pub async fn confirm_inferior(
    app: &App,
    handbook: &Handbook,
    actor: &Actor,
    on: Target,
    input: ConfirmInferior,
) -> ApiResult<Reply<Client>> {
    let apply = async |work: &mut Work<'_>, before: &Model| apply(work, before, input).await;
    step::serve(app, handbook, actor, on, apply).await
}

pub async fn apply(
    work: &mut Work<'_>,
    before: &Model,
    input: ConfirmInferior,
) -> ApiResult<Model> {
    rules::confirm_inferior(work.actor(), before)?;
    let input = tidied(&input)?;
    let mut after = step::next(work, before);
    after.inferior = Inferior::Confirmed;
    after.inferior_confirmed_by = Some(work.actor().id);
    after.inferior_confirmed_at = Some(work.at());
    after.inferior_note = input.note.clone();
    if let Some(reporter) = after.inferior_reported_by {
        let notice = Notice::new(notices::CLIENT_INFERIOR_CONFIRMED, act::resource(&after));
        notify::send(work, &[reporter], &notice).await?;
    }
    let record = act::act("client.inferior-confirmed", &after)
        .changes(Changes::one("inferior", before.inferior, after.inferior))
        .reason(input.note);
    step::keep(work, before, after, record).await
}
