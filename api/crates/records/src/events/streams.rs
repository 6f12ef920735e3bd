//! The live streams of a process: how many somebody may hold, and one look at the head of the events
//! for all of them together.
use super::store;
use kernel::app::App;
use kernel::code;
use kernel::error::ApiResult;
use kernel::ids::PersonId;
use sea_orm::DbErr;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::time::Instant;

/// Streams of one person: some tabs, a telephone, an integration.
const EACH: usize = 8;
/// Streams of a process.
const ALL: usize = 2000;
/// How long the head may go without being looked at; events of other processes wait this long.
const POLL: Duration = Duration::from_secs(1);

/// One per process; clones share everything.
#[derive(Clone, Debug, Default)]
pub struct Streams(Arc<Inner>);

#[derive(Debug, Default)]
struct Inner {
    open: Mutex<HashMap<PersonId, usize>>,
    seen: tokio::sync::Mutex<Option<Seen>>,
}

/// The head, as of the `seals`-th sealing of this process.
#[derive(Clone, Copy, Debug)]
struct Seen {
    seals: i64,
    head: i64,
    at: Instant,
}

impl Streams {
    /// A place for one more stream. 429 when the person holds too many, 503 when the process does.
    pub fn enter(&self, person: PersonId) -> ApiResult<Place> {
        let mut open = self.0.open.lock().unwrap_or_else(PoisonError::into_inner);
        if open.values().sum::<usize>() >= ALL {
            return Err(code::UNAVAILABLE.into());
        }
        let mine = open.entry(person).or_default();
        if *mine >= EACH {
            let seconds = vec![("seconds", "10".to_owned())];
            return Err(code::RATE_LIMITED.with(seconds).into());
        }
        *mine += 1;
        Ok(Place { streams: self.clone(), person })
    }

    /// The sequence of the last sealed event. However many streams ask, the database is asked once
    /// after each sealing, and once a second.
    pub async fn head(&self, app: &App) -> Result<i64, DbErr> {
        let mut seen = self.0.seen.lock().await;
        // Read before the database is: a sealing in between leads to one look too many, not to one
        // too few.
        let seals = *app.sealed.borrow();
        if let Some(known) = *seen
            && known.seals == seals
            && known.at.elapsed() < POLL
        {
            return Ok(known.head);
        }
        let at = Instant::now();
        let head = store::head(app.db.reader()).await?;
        *seen = Some(Seen { seals, head, at });
        Ok(head)
    }

    fn leave(&self, person: PersonId) {
        let mut open = self.0.open.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(mine) = open.get_mut(&person) {
            *mine = mine.saturating_sub(1);
            if *mine == 0 {
                open.remove(&person);
            }
        }
    }
}

/// Held for as long as the stream is.
#[derive(Debug)]
pub struct Place {
    streams: Streams,
    person: PersonId,
}

impl Drop for Place {
    fn drop(&mut self) {
        self.streams.leave(self.person);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn each_person_holds_so_many_streams_and_a_closed_one_makes_room() {
        let streams = Streams::default();
        let (one, other) = (PersonId(Uuid::from_u128(1)), PersonId(Uuid::from_u128(2)));
        let mut places: Vec<_> = (0..EACH).map(|_| streams.enter(one).unwrap()).collect();
        assert_eq!(streams.enter(one).unwrap_err().code(), code::RATE_LIMITED);
        assert!(streams.enter(other).is_ok());
        places.pop();
        assert!(streams.enter(one).is_ok());
    }

    #[test]
    fn nobody_is_remembered_who_has_left() {
        let streams = Streams::default();
        drop(streams.enter(PersonId(Uuid::from_u128(1))).unwrap());
        assert!(streams.0.open.lock().unwrap().is_empty());
    }
}
