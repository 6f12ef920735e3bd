//! Destruction of client files (A-BOR-06, A-BOR-07): the request that becomes the certificate, and the
//! marks on what lost its contents for it.
use crate::parts::*;
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

const TABLE: &str = "client_destruction";
const REPORT: &str = "client_information_report";
/// What lost its contents names the certificate.
const MARKED: [(&str, &str); 2] =
    [("audit_entry", "severed_by"), ("client_market_extract", "destroyed_by")];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        for (table, mark) in MARKED {
            let add = Table::alter().table(table).add_column(uuid_null(mark)).to_owned();
            m.alter_table(add).await?;
        }
        let floor = ColumnDef::new("level_floor").small_integer().not_null().default(0).to_owned();
        m.alter_table(Table::alter().table(REPORT).add_column(floor).to_owned()).await?;
        let severed = Some("severed_by IS NOT NULL");
        index(m, "audit_entry", "audit_entry_severed", "severed_by, sequence", severed).await?;
        let destruction = vec![
            id(),
            text("number"),
            uuid("client_id"),
            text("client_number"),
            text("ground"),
            text("reason"),
            text("state"),
            text("prior_status"),
            date("idle_since"),
            text("files"),
            text("counts"),
            text("content_sha256"),
            uuid("requested_by"),
            time("requested_at"),
            uuid_null("owner_id"),
            uuid_null("department_id"),
            uuid_null("site_id"),
            small("level"),
            uuid_null("settled_by"),
            time_null("settled_at"),
            text_null("settled_note"),
            bigint_null("severed_entries"),
            text_null("leftovers"),
            time_null("cleared_at"),
            bigint("version"),
        ];
        table(m, TABLE, destruction, &[]).await?;
        unique(m, TABLE, "client_destruction_number", "number", None).await?;
        let open = Some("state IN ('REQUESTED', 'SENT_BACK', 'APPROVED')");
        unique(m, TABLE, "client_destruction_open", "client_id", open).await?;
        index(m, TABLE, "client_destruction_client", "client_id, id", None).await?;
        index(m, TABLE, "client_destruction_state", "state, id", None).await?;
        index(m, TABLE, "client_destruction_requested", "requested_by, id", None).await?;
        index(m, TABLE, "client_destruction_owner", "owner_id, id", None).await?;
        index(m, TABLE, "client_destruction_department", "department_id, id", None).await?;
        index(m, TABLE, "client_destruction_site", "site_id, id", None).await?;
        let left = Some("leftovers IS NOT NULL");
        index(m, TABLE, "client_destruction_leftovers", "id", left).await?;
        // What is to be destroyed may be kept after all, and then has its code.
        codes(m, "status IN ('ACTIVE', 'OBSOLETE')").await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        // A release before knows no such status: what waits to be destroyed is in force to it.
        run(m, "UPDATE client SET status = 'ACTIVE' WHERE status = 'OBSOLETE'").await?;
        codes(m, "status = 'ACTIVE'").await?;
        drop_tables(m, &[TABLE]).await?;
        run(m, "DROP INDEX audit_entry_severed").await?;
        m.alter_table(Table::alter().table(REPORT).drop_column("level_floor").to_owned()).await?;
        for (table, mark) in MARKED {
            m.alter_table(Table::alter().table(table).drop_column(mark).to_owned()).await?;
        }
        Ok(())
    }
}

/// A-CLI-14: one file of a credit code, among those of a status.
async fn codes(m: &SchemaManager<'_>, of: &str) -> Result<(), DbErr> {
    run(m, "DROP INDEX client_credit_code").await?;
    let coded = format!("credit_code IS NOT NULL AND {of}");
    unique(m, "client", "client_credit_code", "credit_code", Some(&coded)).await
}
