//! The term of a file's level (A-SEC-07, A-SEC-08).
use crate::parts::*;
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

/// What a file begun by a process of the release before gets, which knows no terms: none that ends.
const NEVER: &str = "9999-12-31";
/// Files that are there get the usual term of their level, from today: nobody has set one yet. None
/// of them can be declassified, which the release before could not read, for ten years.
const SQLITE: &str = "UPDATE client SET level_until = date('now', \
    CASE level WHEN 1 THEN '+10 years' WHEN 2 THEN '+20 years' ELSE '+30 years' END)";
const POSTGRES: &str = "UPDATE client SET level_until = (current_date + \
    CASE level WHEN 1 THEN interval '10 years' WHEN 2 THEN interval '20 years' \
    ELSE interval '30 years' END)::date";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        let mut until = date("level_until");
        until.default(NEVER);
        m.alter_table(Table::alter().table("client").add_column(&mut until).to_owned()).await?;
        run_on(m, SQLITE, POSTGRES).await?;
        // For the end of terms, and for the list of those that end soon.
        index(m, "client", "client_level_until", "level, level_until", None).await
    }

    /// A level that has ended is one that the release before does not know: 秘密 again.
    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        for table in ["client", "client_submission", "client_instruction"] {
            run(m, &format!("UPDATE {table} SET level = 1 WHERE level = 0")).await?;
        }
        run(m, "DROP INDEX client_level_until").await?;
        m.alter_table(Table::alter().table("client").drop_column("level_until").to_owned()).await
    }
}
