//! Use case: say that one has a record open, and learn who else has.
use super::dto::{Doing, PresenceInput, PresenceKey, Presences, Present};
use super::entity::Model;
use super::{check, store};
use crate::Wiring;
use crate::names::Names;
use chrono::Duration;
use kernel::access::Actor;
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::http::reply::Reply;
use kernel::work::Work;

const AGAIN_AFTER: Duration = Duration::seconds(15);
/// Two words may be lost before somebody counts as gone.
const SILENCE: Duration = Duration::seconds(45);

pub async fn announce(
    app: &App,
    wiring: &Wiring,
    actor: &Actor,
    key: PresenceKey,
    input: PresenceInput,
) -> ApiResult<Reply<Presences>> {
    check(app, wiring, actor, &key).await?;
    // Read before the writer is taken: whoever comes in between is seen the next time.
    let (db, now) = (app.db.reader(), app.clock.now());
    let (mine, others) = store::present(db, &key, actor.id.0, now - SILENCE).await?;
    let names = Names::of(db, actor, others.iter().map(|row| row.person_id)).await?;
    let items = others.iter().map(|row| Present::new(row, names.shown(row.person_id))).collect();
    let editing = input.doing == Doing::Editing;
    let goes_on = mine.filter(|row| row.editing == editing);
    let row = Model {
        kind: key.kind,
        record_id: key.id,
        person_id: actor.id.0,
        editing,
        since: goes_on.map_or(now, |row| row.since),
        seen_at: now,
    };
    let work = Work::begin(app, actor).await?;
    store::put(work.db(), row).await?;
    work.commit(Presences { items, again_after_s: AGAIN_AFTER.num_seconds() }).await
}
