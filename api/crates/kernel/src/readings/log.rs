//! What a process has noted, and what of it waits to be written.
use super::entity::Model;
use super::{AT_ONCE, Reading, ReadingWay, store};
use crate::access::{Actor, Via};
use crate::app::App;
use crate::error::ApiResult;
use chrono::{DateTime, DurationRound, TimeDelta, Utc};
use std::collections::HashSet;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use uuid::Uuid;

const PERIOD: TimeDelta = TimeDelta::minutes(30);

/// Readings that wait, at the most, before whoever reads waits for them to be written.
pub const FULL: usize = 1_000;

/// Readings remembered as noted; beyond, the database alone tells which stand there already.
const REMEMBERED: usize = 100_000;

/// The log as a process sees it. What it remembers only saves writing: the table decides what is new.
#[derive(Clone, Default)]
pub struct Log {
    state: Arc<Mutex<State>>,
    /// Held while what waited is written, so that whoever asks for it after that finds it.
    writing: Arc<tokio::sync::Mutex<()>>,
}

#[derive(Default)]
struct State {
    period: Option<DateTime<Utc>>,
    noted: HashSet<Key>,
    waiting: Vec<Model>,
}

type Key = (DateTime<Utc>, Uuid, Uuid, Via, ReadingWay, i16);

impl Log {
    /// Note that somebody reads these records, before they are shown; an error shows nothing.
    pub async fn note(&self, app: &App, actor: &Actor, all: &[Reading<'_>]) -> ApiResult<()> {
        // The service itself is no reader.
        if actor.via == Via::System || all.iter().all(|reading| reading.level <= 0) {
            return Ok(());
        }
        let fresh = self.fresh(app, actor, all);
        if fresh.iter().any(|row| row.level >= AT_ONCE) {
            let keys: Vec<_> = fresh.iter().map(|row| key(actor, row)).collect();
            store::write(app, fresh).await?;
            self.state().noted.extend(keys);
            return Ok(());
        }
        // What could not be written for so long is written first, or nothing more is shown.
        if self.state().waiting.len() >= FULL {
            self.flush(app).await?;
        }
        self.wait(actor, fresh);
        Ok(())
    }

    /// Those that are classified and not noted yet in this period.
    fn fresh(&self, app: &App, actor: &Actor, all: &[Reading<'_>]) -> Vec<Model> {
        let classified = |reading: &&Reading<'_>| reading.level > 0;
        let now = app.clock.now();
        let period = now.duration_trunc(PERIOD).unwrap_or(now);
        let mut state = self.state();
        if state.period != Some(period) || state.noted.len() > REMEMBERED {
            state.period = Some(period);
            state.noted.clear();
        }
        let row = |reading: &Reading<'_>| Model {
            id: app.clock.fresh_id(),
            resource_type: reading.resource_type.to_owned(),
            resource_id: reading.id,
            person_id: actor.id.0,
            via: actor.via.as_str().to_owned(),
            way: reading.way,
            level: reading.level,
            period,
            read_at: now,
        };
        let unknown = |reading: &&Reading<'_>| {
            !state.noted.contains(&(
                period,
                reading.id,
                actor.id.0,
                actor.via,
                reading.way,
                reading.level,
            ))
        };
        all.iter().filter(classified).filter(unknown).map(row).collect()
    }

    fn wait(&self, actor: &Actor, rows: Vec<Model>) {
        let mut state = self.state();
        state.noted.extend(rows.iter().map(|row| key(actor, row)));
        state.waiting.extend(rows);
    }

    /// Write what waits; what cannot be written waits on.
    pub async fn flush(&self, app: &App) -> ApiResult<()> {
        let _writing = self.writing.lock().await;
        let rows = self.state().waiting.clone();
        if rows.is_empty() {
            return Ok(());
        }
        // Whoever waits for it may be cut off at this point: until it is written it waits on.
        let count = rows.len();
        store::write(app, rows).await?;
        self.state().waiting.drain(..count);
        Ok(())
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn key(actor: &Actor, row: &Model) -> Key {
    (row.period, row.resource_id, row.person_id, actor.via, row.way, row.level)
}
