//! Take an inferior mark off (B-CRM-12). Who reported and confirmed stays in the trail.
use super::actions::ClearInferior;
use super::entity::Model;
use super::input::tidied;
use super::kinds::Inferior;
use super::step::{self, Target};
use super::{act, dto::Client, rules};
use handbook::Handbook;
use kernel::access::Actor;
use kernel::app::App;
use kernel::audit::Changes;
use kernel::error::ApiResult;
use kernel::http::reply::Reply;
use kernel::work::Work;

pub async fn clear_inferior(
    app: &App,
    handbook: &Handbook,
    actor: &Actor,
    on: Target,
    input: ClearInferior,
) -> ApiResult<Reply<Client>> {
    let apply = async |work: &mut Work<'_>, before: &Model| apply(work, before, input).await;
    step::serve(app, handbook, actor, on, apply).await
}

pub async fn apply(work: &mut Work<'_>, before: &Model, input: ClearInferior) -> ApiResult<Model> {
    rules::clear_inferior(work.actor(), before)?;
    let input = tidied(&input)?;
    let mut after = step::next(work, before);
    after.inferior = Inferior::None;
    after.inferior_reason = None;
    after.inferior_reported_by = None;
    after.inferior_reported_at = None;
    after.inferior_confirmed_by = None;
    after.inferior_confirmed_at = None;
    after.inferior_note = None;
    let record = act::act("client.inferior-cleared", &after)
        .changes(Changes::one("inferior", before.inferior, after.inferior))
        .reason(input.reason);
    step::keep(work, before, after, record).await
}
