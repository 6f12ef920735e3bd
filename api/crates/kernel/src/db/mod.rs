//! One code path to both databases: a read side, and a write side that is fair and durable.
pub mod count;
pub mod fault;
mod group;
pub mod like;
mod scrub;
mod statements;
mod unstoppable;

pub use group::Turn;
pub use statements::Statements;

use crate::config::Database as Settings;
use crate::search;
use sea_orm::{
    ConnectOptions, Database, DatabaseConnection, DatabaseTransaction, DbBackend, DbErr,
};
use sqlx::{
    Connection,
    sqlite::{SqliteJournalMode, SqliteSynchronous},
};
use std::time::Duration;

/// Connections of one process.
#[derive(Clone, Debug)]
pub struct Db {
    reader: DatabaseConnection,
    writer: Writer,
}

#[derive(Clone, Debug)]
enum Writer {
    /// One connection, `BEGIN IMMEDIATE`, group commit.
    Sqlite(group::GroupWriter),
    Postgres(DatabaseConnection),
}

/// An open write transaction.
pub enum Tx {
    Grouped(Turn),
    Own(DatabaseTransaction),
}

impl Tx {
    #[must_use]
    pub fn db(&self) -> &DatabaseTransaction {
        match self {
            Self::Grouped(turn) => turn.db(),
            Self::Own(tx) => tx,
        }
    }

    /// Returns once the work is durable.
    pub async fn commit(self) -> Result<(), DbErr> {
        self.commit_with(vec![]).await
    }

    /// The same, with what the work changes in search indexes.
    pub async fn commit_with(self, changes: Vec<search::Change>) -> Result<(), DbErr> {
        match self {
            Self::Grouped(turn) => turn.commit(changes).await,
            Self::Own(tx) => {
                search::apply(&tx, changes).await?;
                tx.commit().await
            }
        }
    }
}

impl Db {
    pub async fn connect(settings: &Settings) -> Result<Self, DbErr> {
        if settings.is_sqlite() { sqlite(settings).await } else { postgres(settings).await }
    }

    /// For reading. On SQLite these connections cannot write at all (`query_only`).
    #[must_use]
    pub const fn reader(&self) -> &DatabaseConnection {
        &self.reader
    }

    #[must_use]
    pub fn backend(&self) -> DbBackend {
        self.reader.get_database_backend()
    }

    /// Start a write transaction; on SQLite wait for the turn.
    #[expect(clippy::disallowed_methods, reason = "the one place where a transaction may start")]
    pub async fn begin(&self) -> Result<Tx, DbErr> {
        use sea_orm::TransactionTrait;
        match &self.writer {
            Writer::Sqlite(group) => group.begin().await.map(Tx::Grouped),
            Writer::Postgres(pool) => pool.begin().await.map(Tx::Own),
        }
    }

    /// The connection for migrations and other statements that manage their own transactions.
    /// Nothing else may be writing.
    #[must_use]
    pub const fn exclusive(&self) -> &DatabaseConnection {
        match &self.writer {
            Writer::Sqlite(group) => group.connection(),
            Writer::Postgres(pool) => pool,
        }
    }

    /// Count the statements sent through this handle from now on.
    pub fn count_statements(&mut self, counter: &Statements) {
        counter.watch(&mut self.reader);
        match &mut self.writer {
            Writer::Sqlite(group) => counter.watch(group.connection_mut()),
            Writer::Postgres(pool) => counter.watch(pool),
        }
    }

    pub async fn close(self) -> Result<(), DbErr> {
        match self.writer {
            Writer::Sqlite(group) => group.close().await?,
            Writer::Postgres(_) => {}
        }
        self.reader.close().await
    }
}

async fn sqlite(settings: &Settings) -> Result<Db, DbErr> {
    let options = |size: u32, read_only: bool| {
        let full = settings.synchronous_full;
        let mut options = ConnectOptions::new(settings.url.clone());
        options
            .max_connections(size)
            .min_connections(1)
            .test_before_acquire(false)
            .acquire_timeout(Duration::from_secs(settings.acquire_timeout_seconds))
            .sqlx_logging(false)
            .map_sqlx_sqlite_opts(move |o| {
                let o = o
                    .create_if_missing(!read_only)
                    .journal_mode(SqliteJournalMode::Wal)
                    .synchronous(if full {
                        SqliteSynchronous::Full
                    } else {
                        SqliteSynchronous::Normal
                    })
                    .busy_timeout(Duration::from_secs(10))
                    .pragma("cache_size", "-16384")
                    .pragma("mmap_size", "268435456")
                    .pragma("temp_store", "MEMORY")
                    // What is deleted is overwritten, not merely let go (A-BOR-06).
                    .pragma("secure_delete", "ON");
                if read_only { o.pragma("query_only", "ON") } else { o }
            });
        options
    };
    // The writer first: it creates the file and sets WAL.
    let mut writing = options(1, false);
    // SQLite rolls a transaction back by itself on a full disk. The connection would go on counting
    // it as open and refuse every later one: such a connection is thrown away.
    writing.map_sqlx_sqlite_pool_opts(|pool| {
        pool.after_release(|connection, _| {
            Box::pin(async move {
                connection.ping().await?;
                Ok(!connection.is_in_transaction())
            })
        })
    });
    let writer = Database::connect(writing).await?;
    let reader = Database::connect(options(settings.read_connections, true)).await?;
    Ok(Db { reader, writer: Writer::Sqlite(group::GroupWriter::new(writer)) })
}

async fn postgres(settings: &Settings) -> Result<Db, DbErr> {
    let mut options = ConnectOptions::new(settings.url.clone());
    options
        .max_connections(settings.read_connections)
        .min_connections(1)
        .test_before_acquire(false)
        // After a restart of the database the connections at rest are dead: found here, they cost
        // nobody an answer. Under load none is at rest for so long, and nothing is asked.
        .test_before_acquire_if_idle_for(Duration::from_secs(1))
        .acquire_timeout(Duration::from_secs(settings.acquire_timeout_seconds))
        .connect_timeout(Duration::from_secs(5))
        .sqlx_logging(false)
        .map_sqlx_postgres_opts(|o| {
            // A lost client must not hold its locks for ever, nor a waiter wait for ever.
            o.application_name("zhidu").options([
                ("lock_timeout", "10s"),
                ("idle_in_transaction_session_timeout", "30s"),
                ("statement_timeout", "60s"),
                // Every statement here is short. Compiling one, or starting workers for it, which the
                // planner begins to do where a table has grown, takes longer than any of them.
                ("jit", "off"),
                ("max_parallel_workers_per_gather", "0"),
            ])
        });
    let pool = Database::connect(options).await?;
    Ok(Db { reader: pool.clone(), writer: Writer::Postgres(pool) })
}
