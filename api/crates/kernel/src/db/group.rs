//! Group commit for SQLite (`synchronous=FULL` makes the fsync the price of a commit): works of
//! several requests follow each other as savepoints in one transaction, and each is answered after
//! the one commit that makes them all durable. The queue is fair (tokio's mutex is FIFO).
use sea_orm::{
    DatabaseConnection, DatabaseTransaction, DbErr, RuntimeErr, SqliteTransactionMode,
    TransactionOptions, TransactionTrait,
};
use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};
use tokio::sync::{Mutex, OwnedMutexGuard, oneshot};

/// Works in one transaction at the most; bounds how long the first waits for its answer.
const MOST: usize = 64;

type Outcome = Result<(), Arc<DbErr>>;

#[derive(Clone, Debug)]
pub struct GroupWriter {
    connection: DatabaseConnection,
    batch: Arc<Mutex<Batch>>,
    waiting: Arc<AtomicUsize>,
}

#[derive(Default)]
struct Batch {
    tx: Option<DatabaseTransaction>,
    finished: Vec<oneshot::Sender<Outcome>>,
}

impl std::fmt::Debug for Batch {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Batch({} finished)", self.finished.len())
    }
}

/// The right to write: held from `begin` to `commit` or drop.
pub struct Turn {
    savepoint: Option<DatabaseTransaction>,
    batch: Option<OwnedMutexGuard<Batch>>,
    writer: GroupWriter,
}

/// A place in the queue. Given up (the request was cancelled while waiting), it must not leave
/// finished works of others without the commit they wait for.
struct Place {
    writer: GroupWriter,
    arrived: bool,
}

impl Drop for Place {
    fn drop(&mut self) {
        let left = self.writer.waiting.fetch_sub(1, Ordering::SeqCst);
        if !self.arrived && left == 1 {
            self.writer.flush_soon();
        }
    }
}

impl GroupWriter {
    pub fn new(connection: DatabaseConnection) -> Self {
        Self { connection, batch: Arc::default(), waiting: Arc::default() }
    }

    pub const fn connection(&self) -> &DatabaseConnection {
        &self.connection
    }

    pub const fn connection_mut(&mut self) -> &mut DatabaseConnection {
        &mut self.connection
    }

    pub async fn close(self) -> Result<(), DbErr> {
        let mut batch = self.batch.lock().await;
        finish(&mut batch).await;
        drop(batch);
        self.connection.close().await
    }

    #[expect(clippy::disallowed_methods, reason = "the one place where a savepoint may start")]
    pub async fn begin(&self) -> Result<Turn, DbErr> {
        self.waiting.fetch_add(1, Ordering::SeqCst);
        let mut place = Place { writer: self.clone(), arrived: false };
        let mut batch = self.batch.clone().lock_owned().await;
        place.arrived = true;
        drop(place);
        // From here on dropping the turn cleans up, whatever fails below.
        let savepoint = match open(&self.connection, &mut batch).await {
            Ok(outer) => outer.begin().await,
            Err(error) => Err(error),
        };
        let mut turn = Turn { savepoint: None, batch: Some(batch), writer: self.clone() };
        turn.savepoint = Some(savepoint?);
        Ok(turn)
    }

    fn flush_soon(&self) {
        let batch = self.batch.clone();
        if let Ok(runtime) = tokio::runtime::Handle::try_current() {
            runtime.spawn(async move { finish(&mut *batch.lock().await).await });
        }
    }
}

async fn open<'a>(
    connection: &DatabaseConnection,
    batch: &'a mut Batch,
) -> Result<&'a DatabaseTransaction, DbErr> {
    let opened = match batch.tx.take() {
        Some(tx) => tx,
        None => {
            connection
                .begin_with_options(TransactionOptions {
                    sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
                    ..TransactionOptions::default()
                })
                .await?
        }
    };
    Ok(batch.tx.insert(opened))
}

/// Commit what is finished and tell everybody who waits for it.
async fn finish(batch: &mut Batch) {
    let Some(tx) = batch.tx.take() else { return };
    let waiting = std::mem::take(&mut batch.finished);
    let outcome = if waiting.is_empty() { tx.rollback().await } else { tx.commit().await };
    let outcome = outcome.map_err(Arc::new);
    for waiter in waiting {
        // A waiter that went away does not need the answer.
        let _ = waiter.send(outcome.clone());
    }
}

impl Turn {
    #[expect(clippy::expect_used, reason = "taken only by commit, which consumes the turn")]
    pub fn db(&self) -> &DatabaseTransaction {
        self.savepoint.as_ref().expect("an open turn has its savepoint")
    }

    pub async fn commit(mut self) -> Result<(), DbErr> {
        let (Some(savepoint), Some(mut batch)) = (self.savepoint.take(), self.batch.take()) else {
            return Err(DbErr::Custom("the turn is over".to_owned()));
        };
        let (sender, receiver) = oneshot::channel();
        if let Err(error) = savepoint.commit().await {
            // SQLite may have rolled the whole transaction back (full disk): say so to all.
            finish(&mut batch).await;
            return Err(error);
        }
        batch.finished.push(sender);
        if self.writer.waiting.load(Ordering::SeqCst) == 0 || batch.finished.len() >= MOST {
            finish(&mut batch).await;
        }
        drop(batch);
        match receiver.await {
            Ok(Ok(())) => Ok(()),
            Ok(Err(error)) => Err(shared(&error)),
            Err(_) => Err(DbErr::Custom("the writer stopped".to_owned())),
        }
    }
}

/// The same failure for every work of the batch; `DbErr` cannot be cloned.
fn shared(error: &DbErr) -> DbErr {
    super::fault::again(error)
        .unwrap_or_else(|| DbErr::Exec(RuntimeErr::Internal(error.to_string())))
}

impl Drop for Turn {
    /// Not committed: the savepoint goes back; finished works of others get their commit.
    fn drop(&mut self) {
        drop(self.savepoint.take());
        if let Some(batch) = self.batch.take() {
            let alone = self.writer.waiting.load(Ordering::SeqCst) == 0;
            drop(batch);
            if alone {
                self.writer.flush_soon();
            }
        }
    }
}
