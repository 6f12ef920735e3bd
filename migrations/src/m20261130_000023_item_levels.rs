//! Levels of single items of a file above its own (A-SEC-06, A-SEC-07).
use crate::parts::*;
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

const TABLES: [&str; 3] = ["client_attachment", "client_comment", "client_interaction"];
const MARK: [&str; 4] = ["secret_content", "level_ends_at", "level_until", "level"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        for table in TABLES {
            let level = ColumnDef::new("level").small_integer().not_null().default(0).to_owned();
            let mark = [
                level,
                date_null("level_until"),
                time_null("level_ends_at"),
                text_null("secret_content"),
            ];
            // One at a time, which is what SQLite can do.
            for column in mark {
                let add = Table::alter().table(table).add_column(column).to_owned();
                m.alter_table(add).await?;
            }
        }
        Ok(())
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        for (table, column) in TABLES.iter().flat_map(|table| MARK.map(|column| (*table, column))) {
            m.alter_table(Table::alter().table(table).drop_column(column).to_owned()).await?;
        }
        Ok(())
    }
}
