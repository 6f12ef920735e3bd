//! The handbook's figures and the working calendar. All three tables only grow: the latest version
//! of a row's subject counts, and what counted before can always be told.
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
        parameters(m).await?;
        calendar(m).await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(m, &["calendar_day", "week_pattern", "parameter_value"]).await
    }
}

/// Who decided a row, why and when.
fn decision() -> [ColumnDef; 4] {
    [text("reason"), uuid("set_by"), text("set_by_name"), time("set_at")]
}

async fn parameters(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut value =
        vec![id(), text("key"), bigint("version"), text("value"), date("effective_from")];
    value.extend(decision());
    table(m, "parameter_value", value, &[]).await?;
    unique(m, "parameter_value", "parameter_value_version", "key, version", None).await?;
    // Serves both the whole table in order and the history of one key.
    let order = "key, effective_from, version";
    index(m, "parameter_value", "parameter_value_order", order, None).await
}

async fn calendar(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut pattern = vec![id(), date("effective_from"), bigint("version"), text("days")];
    pattern.extend(decision());
    table(m, "week_pattern", pattern, &[]).await?;
    unique(m, "week_pattern", "week_pattern_version", "effective_from, version", None).await?;
    let mut day = vec![
        id(),
        date("date"),
        text("source"),
        bigint("version"),
        text("kind"),
        text("name"),
        text_null("name_en"),
        text_null("hours"),
    ];
    day.extend(decision());
    table(m, "calendar_day", day, &[]).await?;
    unique(m, "calendar_day", "calendar_day_version", "date, source, version", None).await
}
