//! One live stream, from its opening to its end.
use super::credential::Credential;
use super::dto::Event;
use super::frame::{self, Ending};
use super::store;
use super::streams::Place;
use crate::Wiring;
use actix_web::web::{Bytes, Data};
use futures_util::Stream;
use kernel::access::Actor;
use kernel::app::App;
use kernel::error::ApiResult;
use std::convert::Infallible;
use std::time::Duration;
use tokio::sync::watch;
use tokio::time::{Instant, sleep, sleep_until};

/// Between two signs of life.
const BEAT: Duration = Duration::from_secs(15);
/// Between two looks at who the caller still is; nothing is delivered on an older one.
const RIGHTS: Duration = Duration::from_secs(3);
/// Between two looks for events when nobody says that there are any.
const POLL: Duration = Duration::from_secs(1);
/// Between two looks when everybody says so: many small batches become a few larger ones.
const GATHER: Duration = Duration::from_millis(100);
/// Events of one look.
const BATCH: usize = 100;

pub struct Live {
    app: Data<App>,
    wiring: Data<Wiring>,
    actor: Actor,
    credential: Credential,
    _place: Place,
    /// Everything up to here was delivered or was not the caller's to see.
    position: i64,
    opened: bool,
    ended: bool,
    asked: Instant,
    checked: Instant,
    spoke: Instant,
    sealed: watch::Receiver<i64>,
    stopping: watch::Receiver<bool>,
}

impl Live {
    pub fn new(
        app: Data<App>,
        wiring: Data<Wiring>,
        actor: Actor,
        credential: Credential,
        place: Place,
        position: i64,
    ) -> Self {
        let now = Instant::now();
        let (sealed, stopping) = (app.sealed.subscribe(), app.stopping.subscribe());
        Self {
            app,
            wiring,
            actor,
            credential,
            _place: place,
            position,
            opened: false,
            ended: false,
            asked: now,
            checked: now,
            spoke: now,
            sealed,
            stopping,
        }
    }

    pub fn bytes(self) -> impl Stream<Item = Result<Bytes, Infallible>> {
        futures_util::stream::unfold(self, |mut live| async move {
            let said = live.next().await?;
            live.spoke = Instant::now();
            Some((Ok(said), live))
        })
    }

    /// The next words; none once it has ended.
    async fn next(&mut self) -> Option<Bytes> {
        if self.ended {
            return None;
        }
        if !self.opened {
            self.opened = true;
            return Some(frame::opening(self.position));
        }
        loop {
            match self.look().await {
                Ok(Some(said)) => return Some(said),
                Ok(None) => {}
                // The database is away: the line stays, and goes on when it is back.
                Err(error) => tracing::warn!(%error, "a live stream cannot read"),
            }
            if self.spoke.elapsed() >= BEAT {
                return Some(frame::beat(self.position));
            }
            self.wait().await;
        }
    }

    async fn look(&mut self) -> ApiResult<Option<Bytes>> {
        if *self.stopping.borrow() {
            return Ok(Some(self.end(Ending::Stopping)));
        }
        if self.checked.elapsed() >= RIGHTS {
            match self.credential.holder(&self.actor.request).await? {
                Some(actor) => self.actor = actor,
                None => return Ok(Some(self.end(Ending::SignedOut))),
            }
            self.checked = Instant::now();
        }
        self.fresh().await
    }

    /// Events since the last look.
    async fn fresh(&mut self) -> ApiResult<Option<Bytes>> {
        self.sealed.mark_unchanged();
        let head = self.wiring.streams.head(&self.app).await?;
        if head <= self.position {
            return Ok(None);
        }
        self.asked = Instant::now();
        let most = u64::try_from(BATCH).unwrap_or(u64::MAX);
        let events = store::between(&self.actor, self.position, head);
        let rows = store::first(self.app.db.reader(), events, most).await?;
        let events: Vec<Event> = rows.into_iter().map(Event::from).collect();
        let said = frame::events(&events)?;
        self.position = match events.last() {
            Some(event) if events.len() == BATCH => event.sequence,
            _ => head,
        };
        Ok((!events.is_empty()).then_some(said))
    }

    fn end(&mut self, why: Ending) -> Bytes {
        self.ended = true;
        frame::ending(why)
    }

    async fn wait(&mut self) {
        tokio::select! {
            // The senders live as long as the process: these fail only when it is going down.
            _ = self.sealed.changed() => sleep_until(self.asked + GATHER).await,
            _ = self.stopping.changed() => {}
            () = sleep(POLL) => {}
        }
    }
}
