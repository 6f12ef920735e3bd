//! Counting statements, so that a test can hold each endpoint to its number.
use sea_orm::DatabaseConnection;
use std::sync::{
    Arc, Mutex,
    atomic::{AtomicUsize, Ordering},
};

/// A counter to hang on connections.
#[derive(Clone, Debug, Default)]
pub struct Statements {
    count: Arc<AtomicUsize>,
    seen: Arc<Mutex<Vec<String>>>,
}

impl Statements {
    pub(super) fn watch(&self, connection: &mut DatabaseConnection) {
        let this = self.clone();
        connection.set_metric_callback(move |info| {
            this.count.fetch_add(1, Ordering::SeqCst);
            if let Ok(mut seen) = this.seen.lock() {
                seen.push(info.statement.sql.clone());
            }
        });
    }

    /// Statements since the last call.
    #[must_use]
    pub fn take(&self) -> usize {
        if let Ok(mut seen) = self.seen.lock() {
            seen.clear();
        }
        self.count.swap(0, Ordering::SeqCst)
    }

    /// Their texts, for the message of a failing test.
    #[must_use]
    pub fn texts(&self) -> Vec<String> {
        self.seen.lock().map(|seen| seen.clone()).unwrap_or_default()
    }
}
