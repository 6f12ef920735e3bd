//! What people signed before client information is shown to them (A-CLI-18).
use crate::parts::*;
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

const TABLE: &str = "client_secrecy_acknowledgement";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        let acknowledgement = vec![
            id(),
            uuid("person_id"),
            bigint("text_version"),
            text("text"),
            text("confirmation"),
            time("acknowledged_at"),
            date("valid_until"),
            uuid_null("department_id"),
            uuid_null("site_id"),
        ];
        table(m, TABLE, acknowledgement, &[]).await?;
        // Asked with every credential: the latest of one person.
        index(m, TABLE, "client_secrecy_person", "person_id, id", None).await?;
        index(m, TABLE, "client_secrecy_department", "department_id, id", None).await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(m, &[TABLE]).await
    }
}
