//! A table small enough to be held in memory: read once, dropped at once on a change in this
//! process, and read again after a moment for changes made by another one.
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// How long another process's change may stay unseen.
const FRESH: Duration = Duration::from_secs(2);

#[derive(Debug)]
pub struct Snapshot<T> {
    state: Mutex<State<T>>,
    fresh: Duration,
}

#[derive(Debug)]
struct State<T> {
    /// Counts the changes, so that what was read before a change is not kept after it.
    generation: u64,
    held: Option<(Arc<T>, Instant)>,
}

/// The state of affairs when a reading began.
#[derive(Clone, Copy, Debug)]
pub struct Generation(u64);

impl<T> Default for Snapshot<T> {
    fn default() -> Self {
        Self { state: Mutex::new(State { generation: 0, held: None }), fresh: FRESH }
    }
}

impl<T> Snapshot<T> {
    /// What is held, or the generation to read under.
    pub fn look(&self) -> Result<Arc<T>, Generation> {
        let state = self.state();
        match &state.held {
            Some((held, since)) if since.elapsed() < self.fresh => Ok(held.clone()),
            _ => Err(Generation(state.generation)),
        }
    }

    /// Hold what was read, unless something changed meanwhile; the reader may use it all the same.
    pub fn keep(&self, began: Generation, read: T) -> Arc<T> {
        let read = Arc::new(read);
        let mut state = self.state();
        if state.generation == began.0 {
            state.held = Some((read.clone(), Instant::now()));
        }
        read
    }

    /// Something changed and is committed.
    pub fn forget(&self) {
        let mut state = self.state();
        state.generation += 1;
        state.held = None;
    }

    fn state(&self) -> MutexGuard<'_, State<T>> {
        // Nothing panics while the lock is held; were it so, the state would still be whole.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_held_is_given_until_a_change() {
        let snapshot = Snapshot::default();
        let began = snapshot.look().unwrap_err();
        snapshot.keep(began, 1);
        assert_eq!(*snapshot.look().unwrap(), 1);
        snapshot.forget();
        assert!(snapshot.look().is_err());
    }

    #[test]
    fn what_was_read_before_a_change_is_not_kept_after_it() {
        let snapshot = Snapshot::default();
        let began = snapshot.look().unwrap_err();
        snapshot.forget();
        assert_eq!(*snapshot.keep(began, "old"), "old");
        assert!(snapshot.look().is_err());
    }

    #[test]
    fn what_is_no_longer_fresh_is_read_again() {
        let snapshot = Snapshot { fresh: Duration::ZERO, ..Snapshot::default() };
        let began = snapshot.look().unwrap_err();
        snapshot.keep(began, 1);
        assert!(snapshot.look().is_err());
    }
}
