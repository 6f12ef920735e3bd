//! What people keep for themselves (views, drafts, notifications), and which job undid which.
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
        views(m).await?;
        notifications(m).await?;
        drafts(m).await?;
        let undo = vec![
            ColumnDef::new("job_id").uuid().not_null().primary_key().to_owned(),
            uuid("undo_job_id"),
        ];
        table(m, "job_undo", undo, &[]).await?;
        labels(m).await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        run(m, "DROP INDEX audit_entry_label").await?;
        let tables = ["job_undo", "draft", "notification", "saved_view_default", "saved_view"];
        drop_tables(m, &tables).await
    }
}

async fn views(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    let view = vec![
        id(),
        uuid("owner_id"),
        uuid_null("department_id"),
        text("list"),
        text("name"),
        text("visibility"),
        text("query"),
        text("columns"),
        time("created_at"),
        time("updated_at"),
        bigint("version"),
    ];
    table(m, "saved_view", view, &[]).await?;
    unique(m, "saved_view", "saved_view_name", "owner_id, list, name", None).await?;
    index(m, "saved_view", "saved_view_team", "department_id, list", Some("visibility = 'TEAM'"))
        .await?;
    // A view of the team's may be one person's default and not another's.
    let default = vec![uuid("person_id"), text("list"), uuid("view_id")];
    table(m, "saved_view_default", default, &["person_id", "list"]).await?;
    index(m, "saved_view_default", "saved_view_default_view", "view_id", None).await
}

async fn notifications(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    let notification = vec![
        id(),
        uuid("person_id"),
        text("kind"),
        text("resource_type"),
        uuid("resource_id"),
        text("params"),
        time("created_at"),
        time_null("read_at"),
    ];
    table(m, "notification", notification, &[]).await?;
    index(m, "notification", "notification_person", "person_id, id", None).await?;
    let unread = Some("read_at IS NULL");
    index(m, "notification", "notification_unread", "person_id, id", unread).await?;
    index(m, "notification", "notification_read", "read_at", Some("read_at IS NOT NULL")).await
}

async fn drafts(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    let draft = vec![
        uuid("person_id"),
        text("kind"),
        text("key"),
        text("content"),
        bigint_null("base_version"),
        time("updated_at"),
        time("expires_at"),
        bigint("version"),
    ];
    table(m, "draft", draft, &["person_id", "kind", "key"]).await?;
    index(m, "draft", "draft_expiry", "expires_at", None).await
}

/// Labels are looked up by their beginning, compared byte by byte whatever the database's collation.
async fn labels(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    run_on(
        m,
        "CREATE INDEX audit_entry_label ON audit_entry (resource_label)",
        "CREATE INDEX audit_entry_label ON audit_entry (resource_label text_pattern_ops)",
    )
    .await
}
