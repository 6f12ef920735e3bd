//! Requests for client archives and the loan cards (A-BOR-01 to A-BOR-05).
use crate::parts::*;
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

const TABLE: &str = "client_loan";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        let loan = vec![
            id(),
            text("number"),
            text("kind"),
            text("wanted"),
            text("purpose"),
            date_null("due_on"),
            text("state"),
            uuid("requested_by"),
            time("requested_at"),
            uuid_null("superior_id"),
            uuid_null("department_id"),
            uuid_null("site_id"),
            small("level"),
            text("files"),
            uuid_null("handed_out_by"),
            time_null("handed_out_at"),
            text_null("handed_out_note"),
            uuid_null("settled_by"),
            time_null("settled_at"),
            text_null("settled_note"),
            bigint("version"),
        ];
        table(m, TABLE, loan, &[]).await?;
        unique(m, TABLE, "client_loan_number", "number", None).await?;
        index(m, TABLE, "client_loan_requested", "requested_by, id", None).await?;
        index(m, TABLE, "client_loan_department", "department_id, id", None).await?;
        index(m, TABLE, "client_loan_site", "site_id, id", None).await?;
        let named = Some("superior_id IS NOT NULL");
        index(m, TABLE, "client_loan_superior", "superior_id, id", named).await?;
        index(m, TABLE, "client_loan_state", "state, id", None).await?;
        index(m, TABLE, "client_loan_due", "state, due_on, id", None).await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(m, &[TABLE]).await
    }
}
