//! What every handler needs: the databases, the clock, the settings.
use crate::clock::Clock;
use crate::config::Config;
use crate::db::Db;
use crate::files::Files;
use crate::readings::Log;
use std::sync::Arc;
use tokio::sync::Notify;

#[derive(Clone)]
pub struct App {
    pub db: Db,
    pub clock: Arc<dyn Clock>,
    pub config: Arc<Config>,
    pub keys: crate::keys::Keys,
    pub files: Files,
    /// Who reads what is classified.
    pub readings: Log,
    /// Something was committed: wakes the sealing of trail and events in this process.
    pub committed: Arc<Notify>,
    /// New events have their sequence: wakes the live streams of this process.
    pub sealed: Arc<tokio::sync::watch::Sender<i64>>,
    /// The process is stopping: long answers (live streams) end, readiness is withdrawn.
    pub stopping: Arc<tokio::sync::watch::Sender<bool>>,
}

impl App {
    #[must_use]
    pub fn new(
        db: Db,
        clock: Arc<dyn Clock>,
        config: Arc<Config>,
        keys: crate::keys::Keys,
        files: Files,
    ) -> Self {
        Self {
            db,
            clock,
            config,
            keys,
            files,
            readings: Log::default(),
            committed: Arc::default(),
            sealed: Arc::new(tokio::sync::watch::Sender::new(0)),
            stopping: Arc::new(tokio::sync::watch::Sender::new(false)),
        }
    }
}
