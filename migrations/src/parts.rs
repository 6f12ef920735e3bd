//! Columns and indexes as the entities have them: one spelling for both databases.
use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::DbBackend;

/// A required column of a UUID.
pub fn uuid(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).uuid().not_null().to_owned()
}

pub fn uuid_null(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).uuid().null().to_owned()
}

/// The primary key every table of records has.
pub fn id() -> ColumnDef {
    ColumnDef::new("id").uuid().not_null().primary_key().to_owned()
}

pub fn text(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).text().not_null().to_owned()
}

pub fn text_null(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).text().null().to_owned()
}

/// Time in UTC, microseconds.
pub fn time(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).timestamp_with_time_zone().not_null().to_owned()
}

pub fn time_null(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).timestamp_with_time_zone().null().to_owned()
}

pub fn date(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).date().not_null().to_owned()
}

pub fn date_null(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).date().null().to_owned()
}

pub fn bigint(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).big_integer().not_null().to_owned()
}

pub fn bigint_null(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).big_integer().null().to_owned()
}

pub fn int(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).integer().not_null().to_owned()
}

pub fn int_null(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).integer().null().to_owned()
}

pub fn small(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).small_integer().not_null().to_owned()
}

pub fn small_null(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).small_integer().null().to_owned()
}

pub fn flag(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).boolean().not_null().to_owned()
}

/// Create a table with its columns and composite primary key, if any.
pub async fn table(
    manager: &SchemaManager<'_>,
    name: &'static str,
    columns: Vec<ColumnDef>,
    primary_key: &[&'static str],
) -> Result<(), DbErr> {
    let mut statement = Table::create();
    statement.table(name);
    for mut column in columns {
        statement.col(&mut column);
    }
    if !primary_key.is_empty() {
        let mut key = Index::create();
        for column in primary_key {
            key.col(*column);
        }
        statement.primary_key(&mut key);
    }
    manager.create_table(statement).await
}

/// `columns` as written in SQL, so that order, expressions and a partial condition can stand there.
pub async fn index(
    manager: &SchemaManager<'_>,
    table: &str,
    name: &str,
    columns: &str,
    only: Option<&str>,
) -> Result<(), DbErr> {
    create_index(manager, "INDEX", table, name, columns, only).await
}

pub async fn unique(
    manager: &SchemaManager<'_>,
    table: &str,
    name: &str,
    columns: &str,
    only: Option<&str>,
) -> Result<(), DbErr> {
    create_index(manager, "UNIQUE INDEX", table, name, columns, only).await
}

async fn create_index(
    manager: &SchemaManager<'_>,
    kind: &str,
    table: &str,
    name: &str,
    columns: &str,
    only: Option<&str>,
) -> Result<(), DbErr> {
    let only = only.map(|condition| format!(" WHERE {condition}")).unwrap_or_default();
    run(manager, &format!("CREATE {kind} {name} ON {table} ({columns}){only}")).await
}

pub async fn run(manager: &SchemaManager<'_>, sql: &str) -> Result<(), DbErr> {
    manager.get_connection().execute_unprepared(sql).await.map(|_| ())
}

/// Where the two databases differ.
pub async fn run_on(
    manager: &SchemaManager<'_>,
    sqlite: &str,
    postgres: &str,
) -> Result<(), DbErr> {
    let sql = if manager.get_database_backend() == DbBackend::Sqlite { sqlite } else { postgres };
    if sql.is_empty() { Ok(()) } else { run(manager, sql).await }
}

pub async fn drop_tables(manager: &SchemaManager<'_>, names: &[&'static str]) -> Result<(), DbErr> {
    for name in names {
        manager.drop_table(Table::drop().table(*name).if_exists().to_owned()).await?;
    }
    Ok(())
}

/// The full-text index of one kind of record (see `kernel::search`).
pub async fn search_index(m: &SchemaManager<'_>, table: &str) -> Result<(), DbErr> {
    let sqlite = format!(
        "CREATE VIRTUAL TABLE {table} USING fts5(t, tokenize='unicode61 remove_diacritics 0', \
         content='', contentless_delete=1)"
    );
    let postgres = format!("CREATE TABLE {table} (key BIGINT PRIMARY KEY, v TSVECTOR NOT NULL)");
    run_on(m, &sqlite, &postgres).await?;
    let gin = format!("CREATE INDEX {table}_v ON {table} USING gin (v)");
    run_on(m, "", &gin).await
}
