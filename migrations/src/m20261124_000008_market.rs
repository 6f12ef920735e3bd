//! The register of extracts for market analysis (A-CLI-03).
use crate::parts::*;
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

const TABLE: &str = "client_market_extract";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        let extract = vec![
            id(),
            text_null("purpose"),
            bigint("files"),
            bigint("size"),
            text("sha256"),
            small("clearance"),
            time("taken_at"),
            uuid("taken_by"),
            uuid_null("department_id"),
            uuid_null("site_id"),
        ];
        table(m, TABLE, extract, &[]).await?;
        index(m, TABLE, "client_market_extract_by", "taken_by, id", None).await?;
        // A stored file is let go only when nothing names it any more.
        index(m, TABLE, "client_market_extract_content", "sha256", None).await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(m, &[TABLE]).await
    }
}
