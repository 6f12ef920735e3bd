//! What the customer-service manager tells owners to do, and the plan for collecting client
//! information (A-CLI-04, A-CLI-15).
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
        instructions(m).await?;
        plans(m).await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(m, &["client_collection_plan", "client_instruction"]).await
    }
}

async fn instructions(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    let table_name = "client_instruction";
    let instruction = vec![
        id(),
        uuid_null("client_id"),
        text_null("filter"),
        text("instruction"),
        date_null("due_on"),
        text("state"),
        uuid("given_to"),
        uuid("given_by"),
        time("given_at"),
        uuid_null("settled_by"),
        time_null("settled_at"),
        text_null("settlement"),
        uuid_null("department_id"),
        uuid_null("site_id"),
        small("level"),
        bigint("version"),
    ];
    table(m, table_name, instruction, &[]).await?;
    index(m, table_name, "client_instruction_to", "given_to, id", None).await?;
    index(m, table_name, "client_instruction_by", "given_by, id", None).await?;
    index(m, table_name, "client_instruction_client", "client_id, id", None).await?;
    index(m, table_name, "client_instruction_department", "department_id, id", None).await?;
    index(m, table_name, "client_instruction_state", "state, id", None).await
}

async fn plans(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    let table_name = "client_collection_plan";
    let plan = vec![
        id(),
        text("period"),
        text_null("note"),
        text("targets"),
        text("state"),
        uuid("made_by"),
        time("made_at"),
        uuid_null("confirmed_by"),
        time_null("confirmed_at"),
        text_null("withdrawn_reason"),
        time("updated_at"),
        bigint("version"),
    ];
    table(m, table_name, plan, &[]).await?;
    index(m, table_name, "client_collection_plan_state", "state, id", None).await?;
    index(m, table_name, "client_collection_plan_period", "period, id", None).await?;
    // One plan of a period is in force.
    let confirmed = Some("state = 'CONFIRMED'");
    unique(m, table_name, "client_collection_plan_in_force", "period", confirmed).await
}
