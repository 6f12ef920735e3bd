//! Use cases: see and end one's own sessions.
use super::dto::Session;
use crate::ids::SessionId;
use crate::sessions::{entity, rules::EndReason, store};
use kernel::access::Actor;
use kernel::app::App;
use kernel::audit::{Record, Resource};
use kernel::code;
use kernel::error::ApiResult;
use kernel::http::reply::{Items, Nothing, Reply};
use kernel::work::Work;

pub async fn list(app: &App, actor: &Actor) -> ApiResult<Reply<Items<Session>>> {
    let rows = store::of_person(app.db.reader(), actor.id, app.clock.now()).await?;
    let items = rows.into_iter().map(|row| shown(row, actor)).collect();
    Ok(Reply::ok(Items { items }))
}

fn shown(row: entity::Model, actor: &Actor) -> Session {
    Session {
        current: actor.credential == Some(row.id.0),
        id: row.id,
        created_at: row.created_at,
        last_used_at: row.last_used_at,
        expires_at: row.expires_at,
        user_agent: row.user_agent,
        address: row.address,
    }
}

/// Another's session, and one that is over, do not exist.
pub async fn end(app: &App, actor: &Actor, id: SessionId) -> ApiResult<Nothing> {
    let mut work = Work::begin(app, actor).await?;
    let mine = store::all_of(actor.id).add(store::one(id));
    if store::end(work.db(), mine, EndReason::EndedByPerson, work.at()).await? == 0 {
        return Err(code::NOT_FOUND.into());
    }
    work.record(Record::new("session.ended", Resource::new("session", id.0, &actor.name)));
    work.commit_nothing().await
}

/// All but the one this request comes from.
pub async fn end_others(app: &App, actor: &Actor) -> ApiResult<Nothing> {
    let mut work = Work::begin(app, actor).await?;
    let others = store::others_of(actor.id, actor.credential);
    let count = store::end(work.db(), others, EndReason::EndedByPerson, work.at()).await?;
    let resource = Resource::new("person", actor.id.0, &actor.name);
    work.record(Record::new("person.sessions-ended", resource).data("sessions", count));
    work.commit_nothing().await
}
