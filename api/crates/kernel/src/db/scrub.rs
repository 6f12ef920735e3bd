//! Deleted is not gone: a database keeps what was in a row until something else is written in its place, in
//! its own file, in its log, in the segments of a search index. Where the law or the handbook asks for
//! destruction (A-BOR-06), this makes it so for what was deleted before.
use super::{Db, Writer};
use crate::search::Index;
use sea_orm::{ConnectionTrait, DbBackend, DbErr, Statement};
use sqlx::{Executor, PgPool};

impl Db {
    /// Leave nothing of what was deleted from some tables in the database's own files. `false`: a reader
    /// still looks at a state from before; to be tried again.
    ///
    /// SQLite overwrites deleted content itself (`secure_delete`); what is left is in the segments of the
    /// search index and in the log. PostgreSQL takes dead rows out of its pages when it vacuums; what of its
    /// log is archived, and what a disk keeps of a page that was written over, is the operator's
    /// (`docs/operations.md`).
    pub async fn scrub(&self, index: Index, tables: &[String]) -> Result<bool, DbErr> {
        match &self.writer {
            Writer::Sqlite(group) => {
                group
                    .alone(async |db| {
                        let merge =
                            format!("INSERT INTO {0} ({0}) VALUES ('optimize')", index.table);
                        db.execute_unprepared(&merge).await?;
                        let truncate = "PRAGMA wal_checkpoint(TRUNCATE)";
                        let statement = Statement::from_string(DbBackend::Sqlite, truncate);
                        let row = db.query_one_raw(statement).await?;
                        let busy = row.map_or(Ok(0), |row| row.try_get_by_index::<i32>(0))?;
                        Ok(busy == 0)
                    })
                    .await
            }
            Writer::Postgres(pool) => {
                vacuum(pool.get_postgres_connection_pool(), tables).await?;
                Ok(true)
            }
        }
    }
}

/// On a connection of its own: it may take longer than a statement usually may.
async fn vacuum(pool: &PgPool, tables: &[String]) -> Result<(), DbErr> {
    let failed = |error: sqlx::Error| DbErr::Custom(format!("vacuum: {error}"));
    let mut connection = pool.acquire().await.map_err(failed)?.detach();
    connection.execute("SET statement_timeout = 0").await.map_err(failed)?;
    for table in tables {
        let sql = format!("VACUUM (INDEX_CLEANUP ON) \"{table}\"");
        connection.execute(sqlx::AssertSqlSafe(sql)).await.map_err(failed)?;
    }
    Ok(())
}
