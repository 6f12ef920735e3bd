//! Use case: send an event of its own to a webhook, whatever it asks for.
use super::dto::Webhook;
use super::{rules, show, store};
use crate::names::Names;
use kernel::access::Actor;
use kernel::app::App;
use kernel::audit::{Record, Resource};
use kernel::code;
use kernel::error::ApiResult;
use kernel::http::conditional::IfMatch;
use kernel::http::reply::Reply;
use kernel::work::Work;
use uuid::Uuid;

pub async fn test(app: &App, actor: &Actor, id: Uuid, seen: IfMatch) -> ApiResult<Reply<Webhook>> {
    let mut work = Work::begin(app, actor).await?;
    let row = store::lock(work.db(), actor, id).await?.ok_or(code::NOT_FOUND)?;
    seen.check(row.version)?;
    rules::test(actor, &row)?;
    // The act's own event is what is sent.
    let act = Record::new(rules::TESTED, Resource::new("webhook", row.id, &row.name));
    work.record(act.at(actor.place()).tell_person(actor.id));
    let shown = show::webhook(&row, &Names::of_caller(actor), actor, work.at());
    work.commit(shown).await
}
