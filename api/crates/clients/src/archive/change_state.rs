//! Move a client one state up or down (A-CLI-29).
use super::actions::ChangeState;
use super::entity::Model;
use super::input::tidied;
use super::kinds::ClientState;
use super::step::{self, Target};
use super::{act, contents, dto::Client, rules};
use handbook::Handbook;
use kernel::access::Actor;
use kernel::app::App;
use kernel::audit::Changes;
use kernel::error::ApiResult;
use kernel::http::reply::Reply;
use kernel::work::Work;
use serde_json::json;

pub async fn change_state(
    app: &App,
    handbook: &Handbook,
    actor: &Actor,
    on: Target,
    input: ChangeState,
) -> ApiResult<Reply<Client>> {
    let apply =
        async |work: &mut Work<'_>, before: &Model| apply(work, handbook, before, input).await;
    step::serve(app, handbook, actor, on, apply).await
}

/// A client that becomes an existing one has traded with us since today, unless the file says since
/// when. What completeness asks for depends on the state, so it is judged again.
pub async fn apply(
    work: &mut Work<'_>,
    handbook: &Handbook,
    before: &Model,
    input: ChangeState,
) -> ApiResult<Model> {
    rules::change_state(work.actor(), before)?;
    rules::state_move(before.state, input.state)?;
    let input = tidied(&input)?;
    let mut after = step::next(work, before);
    after.state = input.state;
    if after.state == ClientState::Existing && after.trading_since.is_none() {
        after.trading_since = Some(handbook.date(work.at()));
    }
    let written = contents::read(&after)?;
    contents::judge(&mut after, &written);
    let record = act::act("client.state-changed", &after)
        .changes(Changes::between(&standing(before), &standing(&after)))
        .reason(input.reason);
    step::keep(work, before, after, record).await
}

fn standing(row: &Model) -> serde_json::Value {
    json!({"state": row.state, "trading_since": row.trading_since})
}
