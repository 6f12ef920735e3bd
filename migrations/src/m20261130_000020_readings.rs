//! Who read what is classified (A-SEC-10).
use crate::parts::*;
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

const TABLE: &str = "reading";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        let reading = vec![
            id(),
            text("resource_type"),
            uuid("resource_id"),
            uuid("person_id"),
            text("via"),
            text("way"),
            small("level"),
            time("period"),
            time("read_at"),
        ];
        table(m, TABLE, reading, &[]).await?;
        let once = "resource_id, period, person_id, way, via, level";
        unique(m, TABLE, "reading_once", once, None).await?;
        index(m, TABLE, "reading_type", "resource_type, id", None).await?;
        index(m, TABLE, "reading_resource", "resource_id, id", None).await?;
        index(m, TABLE, "reading_person", "person_id, id", None).await?;
        index(m, TABLE, "reading_way", "way, id", None).await?;
        index(m, TABLE, "reading_level", "level, id", None).await?;
        index(m, TABLE, "reading_read_at", "read_at", None).await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(m, &[TABLE]).await
    }
}
