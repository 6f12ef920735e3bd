//! Approvals: flows as effective-dated data, their runs, what each approver has to decide, and what
//! happened.
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
        flows(m).await?;
        runs(m).await?;
        tasks(m).await?;
        acts(m).await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(m, &["approval_act", "approval_task", "approval_run", "approval_flow"]).await
    }
}

async fn flows(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    let flow = vec![
        id(),
        text("code"),
        bigint("version"),
        text("subject"),
        text("definition"),
        date("effective_from"),
        text("reason"),
        uuid("set_by"),
        time("set_at"),
    ];
    table(m, "approval_flow", flow, &[]).await?;
    unique(m, "approval_flow", "approval_flow_version", "code, version", None).await
}

async fn runs(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    const TABLE: &str = "approval_run";
    let run = vec![
        id(),
        text("subject_kind"),
        uuid("subject_id"),
        text("label"),
        text("flow_code"),
        bigint("flow_version"),
        text("flow_name"),
        text("steps"),
        text("facts"),
        text("involved"),
        text("content"),
        text("content_hash"),
        text("state"),
        uuid("requested_by"),
        uuid_null("department_id"),
        uuid_null("site_id"),
        small("level"),
        uuid_null("previous_id"),
        text_null("reason"),
        time("started_at"),
        time_null("ended_at"),
        bigint("version"),
    ];
    table(m, TABLE, run, &[]).await?;
    // One at a time of each record.
    let running = Some("state = 'RUNNING'");
    unique(m, TABLE, "approval_run_running", "subject_kind, subject_id", running).await?;
    index(m, TABLE, "approval_run_subject", "subject_kind, subject_id, id", None).await?;
    index(m, TABLE, "approval_run_requested", "requested_by, id", None).await?;
    index(m, TABLE, "approval_run_state", "state, id", None).await
}

async fn tasks(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    const TABLE: &str = "approval_task";
    let task = vec![
        id(),
        uuid("run_id"),
        uuid("subject_id"),
        text("step"),
        uuid("person_id"),
        text("state"),
        text("origin"),
        flag("counts"),
        uuid_null("given_by"),
        time("opened_at"),
        time_null("due_at"),
        time_null("overdue_told_at"),
        time_null("decided_at"),
        uuid_null("decided_by"),
        text_null("comment"),
        text_null("evidence"),
        uuid_null("confirmed_by"),
        time_null("confirmed_at"),
        bigint("version"),
    ];
    table(m, TABLE, task, &[]).await?;
    index(m, TABLE, "approval_task_run", "run_id, id", None).await?;
    index(m, TABLE, "approval_task_person", "person_id, state, id", None).await?;
    // In whose approval somebody had a part: what they are shown of other people's records.
    index(m, TABLE, "approval_task_part", "person_id, subject_id", None).await?;
    let decided = Some("decided_by IS NOT NULL");
    index(m, TABLE, "approval_task_decided_by", "decided_by, subject_id", decided).await?;
    let open = Some("state = 'OPEN' AND overdue_told_at IS NULL");
    index(m, TABLE, "approval_task_due", "due_at", open).await
}

async fn acts(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    let act = vec![
        id(),
        uuid("run_id"),
        text("kind"),
        text_null("step"),
        uuid("by_id"),
        uuid_null("on_behalf_of"),
        uuid_null("person_id"),
        text_null("comment"),
        text_null("evidence"),
        time("at"),
    ];
    table(m, "approval_act", act, &[]).await?;
    index(m, "approval_act", "approval_act_run", "run_id, id", None).await
}
