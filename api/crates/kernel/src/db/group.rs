//! Group commit for SQLite (`synchronous=FULL` makes the fsync the price of a commit): works of
//! several requests follow each other as savepoints in one transaction, and each is answered after
//! the one commit that makes them all durable. The queue is fair (tokio's mutex is FIFO).
//!
//! A caller that goes away (a cut connection cancels its request) must not take the works of others
//! with it: what begins to end a turn ends it, if need be without the caller. A full disk may make
//! SQLite roll the whole transaction back in the middle of one work: then everybody in it is told.
use super::unstoppable::Unstoppable;
use crate::search;
use sea_orm::{
    DatabaseConnection, DatabaseTransaction, DbErr, RuntimeErr, SqliteTransactionMode,
    TransactionOptions, TransactionTrait,
};
use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};
use tokio::{
    runtime::Handle,
    sync::{Mutex, OwnedMutexGuard, oneshot},
};

/// Works in one transaction at the most; bounds how long the first waits for its answer.
const MOST: usize = 64;

type Outcome = Result<(), Arc<DbErr>>;

#[derive(Clone, Debug)]
pub struct GroupWriter {
    connection: DatabaseConnection,
    batch: Arc<Mutex<Batch>>,
    waiting: Arc<AtomicUsize>,
    /// The process's own runtime; those of the HTTP workers end before it.
    runtime: Handle,
}

#[derive(Default)]
struct Batch {
    tx: Option<DatabaseTransaction>,
    finished: Vec<oneshot::Sender<Outcome>>,
    /// What the finished works change in search indexes.
    found_by: Vec<search::Change>,
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
    /// Belongs to the runtime it is made in.
    pub fn new(connection: DatabaseConnection) -> Self {
        let runtime = Handle::current();
        Self { connection, batch: Arc::default(), waiting: Arc::default(), runtime }
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

    pub async fn begin(&self) -> Result<Turn, DbErr> {
        self.waiting.fetch_add(1, Ordering::SeqCst);
        let mut place = Place { writer: self.clone(), arrived: false };
        let batch = self.batch.clone().lock_owned().await;
        // From here on dropping the turn cleans up, whatever fails or is cancelled below.
        let mut turn = Turn { savepoint: None, batch: Some(batch), writer: self.clone() };
        place.arrived = true;
        drop(place);
        turn.open().await?;
        Ok(turn)
    }

    /// What may stand in no transaction: after the commit of what is finished, before anything else.
    pub async fn alone<T>(
        &self,
        act: impl AsyncFnOnce(&DatabaseConnection) -> Result<T, DbErr>,
    ) -> Result<T, DbErr> {
        let mut batch = self.batch.lock().await;
        finish(&mut batch).await;
        act(&self.connection).await
    }

    fn flush_soon(&self) {
        let batch = self.batch.clone();
        self.runtime.spawn(async move { finish(&mut *batch.lock().await).await });
    }

    fn nobody_waits(&self) -> bool {
        self.waiting.load(Ordering::SeqCst) == 0
    }
}

/// Commit what is finished and tell everybody who waits for it.
async fn finish(batch: &mut Batch) {
    let Some(tx) = batch.tx.take() else { return };
    let waiting = std::mem::take(&mut batch.finished);
    let found_by = std::mem::take(&mut batch.found_by);
    let outcome =
        if waiting.is_empty() { tx.rollback().await } else { keep_all(tx, found_by).await };
    tell(waiting, &outcome.map_err(Arc::new));
}

async fn keep_all(tx: DatabaseTransaction, found_by: Vec<search::Change>) -> Result<(), DbErr> {
    search::apply(&tx, found_by).await?;
    tx.commit().await
}

/// The transaction is gone, and with it what was finished in it. The connection still believes in
/// it; the pool throws such a one away (see `super::sqlite`).
fn lose(batch: &mut Batch, error: DbErr) {
    drop(batch.tx.take());
    batch.found_by.clear();
    tell(std::mem::take(&mut batch.finished), &Err(Arc::new(error)));
}

fn tell(waiting: Vec<oneshot::Sender<Outcome>>, outcome: &Outcome) {
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

    #[expect(clippy::disallowed_methods, reason = "the one place where a savepoint may start")]
    async fn open(&mut self) -> Result<(), DbErr> {
        let Some(batch) = self.batch.as_mut() else { return Err(over()) };
        if batch.tx.is_none() {
            let options = TransactionOptions {
                sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
                ..TransactionOptions::default()
            };
            batch.tx = Some(self.writer.connection.begin_with_options(options).await?);
        }
        if let Some(outer) = &batch.tx {
            self.savepoint = Some(outer.begin().await?);
        }
        Ok(())
    }

    pub async fn commit(mut self, found_by: Vec<search::Change>) -> Result<(), DbErr> {
        let (Some(savepoint), Some(batch)) = (self.savepoint.take(), self.batch.take()) else {
            return Err(over());
        };
        let writer = self.writer.clone();
        let runtime = writer.runtime.clone();
        Unstoppable::new(runtime, keep(writer, savepoint, batch, found_by)).await
    }
}

fn over() -> DbErr {
    DbErr::Custom("the turn is over".to_owned())
}

async fn keep(
    writer: GroupWriter,
    savepoint: DatabaseTransaction,
    mut batch: OwnedMutexGuard<Batch>,
    found_by: Vec<search::Change>,
) -> Result<(), DbErr> {
    let (sender, receiver) = oneshot::channel();
    if let Err(error) = savepoint.commit().await {
        lose(&mut batch, shared(&error));
        return Err(error);
    }
    batch.finished.push(sender);
    batch.found_by.extend(found_by);
    if writer.nobody_waits() || batch.finished.len() >= MOST {
        finish(&mut batch).await;
    }
    drop(batch);
    match receiver.await {
        Ok(Ok(())) => Ok(()),
        Ok(Err(error)) => Err(shared(&error)),
        Err(_) => Err(super::fault::away()),
    }
}

/// The work of a turn is not wanted. A savepoint that cannot be found again means that SQLite has
/// rolled everything back under it (a full disk, a failed write). Without a savepoint the turn was
/// given up before it began, and what is finished gets its commit.
async fn give_up(
    writer: GroupWriter,
    savepoint: Option<DatabaseTransaction>,
    mut batch: OwnedMutexGuard<Batch>,
) {
    match savepoint {
        None => finish(&mut batch).await,
        Some(savepoint) => match savepoint.rollback().await {
            Err(error) => {
                tracing::warn!(%error, "the database has taken a transaction back");
                lose(&mut batch, super::fault::away());
            }
            Ok(()) if writer.nobody_waits() => finish(&mut batch).await,
            Ok(()) => {}
        },
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
        if let Some(batch) = self.batch.take() {
            let giving_up = give_up(self.writer.clone(), self.savepoint.take(), batch);
            self.writer.runtime.spawn(giving_up);
        }
    }
}
