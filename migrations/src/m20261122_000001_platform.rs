//! Audit trail, outbox, idempotency, number series, jobs: what every area stands on.
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
        trail(m).await?;
        outbox(m).await?;
        keys_and_numbers(m).await?;
        jobs(m).await?;
        run(
            m,
            "INSERT INTO chain_head (id, audit_sequence, audit_hash, event_sequence) VALUES (1, 0, \
             '0000000000000000000000000000000000000000000000000000000000000000', 0)",
        )
        .await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(
            m,
            &[
                "installation",
                "job_row",
                "job",
                "number_series",
                "idempotency_record",
                "event",
                "audit_entry",
                "chain_head",
            ],
        )
        .await
    }
}

async fn trail(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    let head = vec![
        ColumnDef::new("id").integer().not_null().primary_key().to_owned(),
        bigint("audit_sequence"),
        text("audit_hash"),
        bigint("event_sequence"),
    ];
    table(m, "chain_head", head, &[]).await?;
    let entry = vec![
        id(),
        bigint_null("sequence"),
        time("occurred_at"),
        uuid("actor_id"),
        text("actor_name"),
        text("via"),
        text("action"),
        text("outcome"),
        text_null("code"),
        text("resource_type"),
        uuid_null("resource_id"),
        text("resource_label"),
        text("changes"),
        text("personal_changes"),
        text("digest"),
        text_null("reason"),
        text("request_id"),
        uuid_null("owner_id"),
        uuid_null("department_id"),
        uuid_null("site_id"),
        small("level"),
        text_null("previous_hash"),
        text_null("hash"),
    ];
    table(m, "audit_entry", entry, &[]).await?;
    unique(m, "audit_entry", "audit_entry_sequence", "sequence", Some("sequence IS NOT NULL"))
        .await?;
    index(m, "audit_entry", "audit_entry_unsealed", "id", Some("sequence IS NULL")).await?;
    index(m, "audit_entry", "audit_entry_resource", "resource_id, id", None).await?;
    index(m, "audit_entry", "audit_entry_actor", "actor_id, id", None).await?;
    index(m, "audit_entry", "audit_entry_action", "action, id", None).await?;
    index(m, "audit_entry", "audit_entry_refused", "id", Some("outcome = 'REFUSED'")).await
}

async fn outbox(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    let event = vec![
        id(),
        bigint_null("sequence"),
        text("name"),
        time("occurred_at"),
        uuid("actor_id"),
        text("resource_type"),
        uuid("resource_id"),
        text("data"),
        text("permission"),
        uuid_null("owner_id"),
        uuid_null("department_id"),
        uuid_null("site_id"),
        small("level"),
    ];
    table(m, "event", event, &[]).await?;
    unique(m, "event", "event_sequence", "sequence", Some("sequence IS NOT NULL")).await?;
    index(m, "event", "event_unsealed", "id", Some("sequence IS NULL")).await
}

async fn keys_and_numbers(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    let record = vec![
        uuid("principal_id"),
        text("key"),
        text("fingerprint"),
        time("created_at"),
        small_null("status"),
        text_null("body"),
        bigint_null("version"),
        text_null("location"),
    ];
    table(m, "idempotency_record", record, &["principal_id", "key"]).await?;
    index(m, "idempotency_record", "idempotency_record_age", "created_at", None).await?;
    let facts =
        vec![ColumnDef::new("name").text().not_null().primary_key().to_owned(), text("value")];
    table(m, "installation", facts, &[]).await?;
    let series = vec![text("series"), date("day"), int("latest")];
    table(m, "number_series", series, &["series", "day"]).await
}

async fn jobs(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    let job = vec![
        id(),
        text("kind"),
        text("state"),
        uuid("owner_id"),
        text("input"),
        text_null("result"),
        text_null("problem"),
        int("progress_done"),
        int("progress_total"),
        time("created_at"),
        time_null("started_at"),
        time_null("finished_at"),
        time_null("lease_until"),
        int("attempts"),
        bigint("version"),
    ];
    table(m, "job", job, &[]).await?;
    index(m, "job", "job_owner", "owner_id, id", None).await?;
    index(m, "job", "job_open", "id", Some("state IN ('QUEUED', 'RUNNING')")).await?;
    let row = vec![
        uuid("job_id"),
        int("position"),
        text("outcome"),
        text_null("resource_id"),
        text("label"),
        text("errors"),
    ];
    table(m, "job_row", row, &["job_id", "position"]).await
}
