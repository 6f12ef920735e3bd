//! Use cases: see whether there is a link, make a new one, end it.
use super::dto::CalendarFeed;
use super::entity::Model;
use super::store;
use kernel::access::Actor;
use kernel::app::App;
use kernel::audit::{Record, Resource};
use kernel::error::ApiResult;
use kernel::http::reply::{Nothing, Reply};
use kernel::work::Work;

pub async fn get(app: &App, actor: &Actor) -> ApiResult<Reply<CalendarFeed>> {
    Ok(Reply::ok(store::of(app.db.reader(), actor.id).await?.into()))
}

/// A link that was lost or told is replaced: the one before ends.
pub async fn renew(app: &App, actor: &Actor) -> ApiResult<Reply<CalendarFeed>> {
    identity::in_person(actor)?;
    let secret = identity::fresh_secret();
    let mut work = Work::begin(app, actor).await?;
    let row = Model {
        person_id: actor.id,
        hash: identity::hashed(&secret),
        created_at: work.at(),
        last_read_at: None,
    };
    store::put(work.db(), row.clone()).await?;
    work.record(record("calendar-feed.created", actor));
    let mut reply = work.commit(CalendarFeed::from(Some(row))).await?;
    // Filled in after the commit: what is kept with an idempotency key must not hold it.
    let base = app.config.server.base();
    reply.body.url = Some(format!("{base}/api/v1/calendar-feeds/{secret}"));
    Ok(reply)
}

/// Ending one that is not there changes nothing.
pub async fn end(app: &App, actor: &Actor) -> ApiResult<Nothing> {
    identity::in_person(actor)?;
    let mut work = Work::begin(app, actor).await?;
    if store::end(work.db(), actor.id).await? {
        work.record(record("calendar-feed.ended", actor));
    }
    work.commit_nothing().await
}

fn record(act: &'static str, actor: &Actor) -> Record {
    Record::new(act, Resource::new("person", actor.id.0, &actor.name)).at(actor.place())
}
