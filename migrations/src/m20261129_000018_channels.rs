//! Channels: what goes out by mail and to webhooks, what each person chose, and the secret links of
//! calendars.
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
        mailing(m).await?;
        choices(m).await?;
        webhooks(m).await?;
        let feed = vec![
            uuid("person_id").primary_key().to_owned(),
            text("hash"),
            time("created_at"),
            time_null("last_read_at"),
        ];
        table(m, "calendar_feed", feed, &[]).await?;
        unique(m, "calendar_feed", "calendar_feed_hash", "hash", None).await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        let all = [
            "calendar_feed",
            "webhook_delivery",
            "webhook",
            "mail",
            "notification_channel",
            "notification_setting",
        ];
        drop_tables(m, &all).await?;
        for index in ["notification_mail_after", "notification_mail"] {
            run(m, &format!("DROP INDEX {index}")).await?;
        }
        for column in ["mail_after", "mail_id"] {
            let drop = Table::alter().table("notification").drop_column(column).to_owned();
            m.alter_table(drop).await?;
        }
        Ok(())
    }
}

/// Notices of before are not mailed: their columns are null.
async fn mailing(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    for mut column in [time_null("mail_after"), uuid_null("mail_id")] {
        let add = Table::alter().table("notification").add_column(&mut column).to_owned();
        m.alter_table(add).await?;
    }
    let waiting = Some("mail_after IS NOT NULL");
    index(m, "notification", "notification_mail_after", "mail_after, id", waiting).await?;
    let mailed = Some("mail_id IS NOT NULL");
    index(m, "notification", "notification_mail", "mail_id", mailed).await?;
    let mail = vec![
        id(),
        uuid("person_id"),
        text("state"),
        int("attempts"),
        time_null("next_attempt_at"),
        text_null("last_error"),
        time("created_at"),
        time_null("settled_at"),
    ];
    table(m, "mail", mail, &[]).await?;
    let due = Some("next_attempt_at IS NOT NULL");
    index(m, "mail", "mail_next", "next_attempt_at, id", due).await?;
    index(m, "mail", "mail_person", "person_id, id", None).await?;
    index(m, "mail", "mail_settled", "settled_at", None).await
}

async fn choices(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    let setting = vec![
        uuid("person_id").primary_key().to_owned(),
        small("digest_minute"),
        small_null("quiet_from_minute"),
        small_null("quiet_to_minute"),
        time("updated_at"),
        bigint("version"),
    ];
    table(m, "notification_setting", setting, &[]).await?;
    let channel = vec![uuid("person_id"), text("kind"), text("mail"), flag("webhook")];
    table(m, "notification_channel", channel, &["person_id", "kind"]).await
}

async fn webhooks(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    let webhook = vec![
        id(),
        uuid("owner_id"),
        text("name"),
        text("url"),
        text("types"),
        text("state"),
        text_null("state_reason"),
        int("generation"),
        time_null("rotated_at"),
        bigint("position"),
        time("created_at"),
        time("updated_at"),
        bigint("version"),
    ];
    table(m, "webhook", webhook, &[]).await?;
    index(m, "webhook", "webhook_owner", "owner_id, id", None).await?;
    index(m, "webhook", "webhook_state", "state, id", None).await?;
    let delivery = vec![
        id(),
        uuid("webhook_id"),
        bigint("sequence"),
        uuid("event_id"),
        text("event_type"),
        text("resource_type"),
        uuid("resource_id"),
        text("state"),
        int("attempts"),
        int("failures"),
        time_null("next_attempt_at"),
        time_null("last_attempt_at"),
        small_null("last_status"),
        text_null("last_error"),
        time("created_at"),
        time_null("settled_at"),
    ];
    table(m, "webhook_delivery", delivery, &[]).await?;
    let due = Some("next_attempt_at IS NOT NULL");
    let columns = "webhook_id, next_attempt_at, sequence";
    index(m, "webhook_delivery", "webhook_delivery_next", columns, due).await?;
    // What waits before it about the same record: order per resource.
    let columns = "webhook_id, resource_id, sequence";
    index(m, "webhook_delivery", "webhook_delivery_order", columns, due).await?;
    index(m, "webhook_delivery", "webhook_delivery_webhook", "webhook_id, id", None).await?;
    // An event goes to a webhook once.
    let once = "webhook_id, sequence";
    unique(m, "webhook_delivery", "webhook_delivery_once", once, None).await?;
    index(m, "webhook_delivery", "webhook_delivery_settled", "settled_at", None).await
}
