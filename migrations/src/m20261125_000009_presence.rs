//! Who has which record open.
use crate::parts::*;
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        let presence = vec![
            text("kind"),
            uuid("record_id"),
            uuid("person_id"),
            flag("editing"),
            time("since"),
            time("seen_at"),
        ];
        table(m, "presence", presence, &["kind", "record_id", "person_id"]).await?;
        index(m, "presence", "presence_seen", "seen_at", None).await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(m, &["presence"]).await
    }
}
