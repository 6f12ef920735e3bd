//! External provision of client information (B-SEC-07, B-SEC-08): the request with what is provided to
//! whom, and the consent of each client that it rests on.
use crate::parts::*;
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

const TABLE: &str = "client_disclosure";
const FILES: &str = "client_disclosure_file";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        let disclosure = vec![
            id(),
            text("number"),
            text("recipient_kind"),
            text_null("recipient"),
            text("purpose"),
            text("ground"),
            text_null("legal_basis"),
            text("sections"),
            text("form"),
            text("state"),
            uuid("requested_by"),
            time("requested_at"),
            uuid_null("department_id"),
            uuid_null("site_id"),
            small("level"),
            small("file_count"),
            small("destroyed_files"),
            text("search_text"),
            time_null("approved_at"),
            uuid_null("provided_by"),
            time_null("provided_at"),
            date_null("provided_on"),
            text_null("means"),
            text_null("received_by"),
            text_null("handed_over"),
            uuid_null("settled_by"),
            time_null("settled_at"),
            text_null("settled_note"),
            bigint("version"),
        ];
        table(m, TABLE, disclosure, &[]).await?;
        unique(m, TABLE, "client_disclosure_number", "number", None).await?;
        index(m, TABLE, "client_disclosure_requested", "requested_by, id", None).await?;
        index(m, TABLE, "client_disclosure_department", "department_id, id", None).await?;
        index(m, TABLE, "client_disclosure_site", "site_id, id", None).await?;
        index(m, TABLE, "client_disclosure_state", "state, id", None).await?;
        index(m, TABLE, "client_disclosure_ground", "ground, id", None).await?;
        index(m, TABLE, "client_disclosure_recipient", "recipient_kind, id", None).await?;
        index(m, TABLE, "client_disclosure_moment", "requested_at, id", None).await?;
        let file = vec![
            id(),
            uuid("disclosure_id"),
            small("position"),
            uuid("client_id"),
            text("client_number"),
            text_null("given_by"),
            date_null("given_on"),
            uuid_null("attachment_id"),
            uuid("salt"),
            date_null("revoked_on"),
            time_null("revoked_at"),
            uuid_null("revoked_by"),
            text_null("revoke_note"),
        ];
        table(m, FILES, file, &[]).await?;
        index(m, FILES, "client_disclosure_file_of", "disclosure_id, position", None).await?;
        index(m, FILES, "client_disclosure_file_client", "client_id, disclosure_id", None).await?;
        let rests = Some("attachment_id IS NOT NULL");
        index(m, FILES, "client_disclosure_file_paper", "attachment_id", rests).await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(m, &[FILES, TABLE]).await
    }
}
