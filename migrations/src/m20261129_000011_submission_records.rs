//! What sales collects beside the fields of a file: people, papers, purchases (A-CLI-06, B-CRM-10).
use crate::parts::*;
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

const TABLE: &str = "client_submission";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        let mut records = text_null("records");
        m.alter_table(Table::alter().table(TABLE).add_column(&mut records).to_owned()).await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        m.alter_table(Table::alter().table(TABLE).drop_column("records").to_owned()).await
    }
}
