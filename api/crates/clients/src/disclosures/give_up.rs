//! Give a disclosure up: nothing is provided.
use super::dto::{Disclosure, GiveUp};
use super::entity::Model;
use super::kinds::DisclosureState;
use super::store::Seen;
use super::{named, rules, show, standing, store, tell};
use crate::notices;
use handbook::Handbook;
use kernel::access::Actor;
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::http::reply::Reply;
use kernel::work::Work;

pub async fn give_up(
    app: &App,
    handbook: &Handbook,
    actor: &Actor,
    on: Seen,
    input: GiveUp,
) -> ApiResult<Reply<Disclosure>> {
    let mut work = Work::begin(app, actor).await?;
    let row = store::seen(&work, on).await?;
    rules::give_up(actor, &row)?;
    let reason = input.reason.trim().to_owned();
    let named = named::of(work.db(), row.id).await?;
    let files: Vec<_> = named::visible(work.db(), actor, &named).await?.into_values().collect();
    standing::says_nothing("/reason", &reason, &files)?;
    let after = Model {
        state: DisclosureState::GivenUp,
        settled_by: Some(actor.id),
        settled_at: Some(work.at()),
        settled_note: Some(reason.clone()),
        version: row.version + 1,
        ..row
    };
    store::save(work.db(), &after).await?;
    work.record(tell::record("client-disclosure.given-up", &after).reason(reason));
    tell::concerned(&work, &after, notices::CLIENT_DISCLOSURE_GIVEN_UP).await?;
    let answer = show::whole(work.db(), handbook, actor, after, work.at()).await?;
    work.commit(answer).await
}
