//! Obligations: what is due of whom, the ticks that opened them, to whom the late ones were escalated;
//! exceptions; and the leases under which processes take turns.
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
        turns(m).await?;
        obligations(m).await?;
        escalations(m).await?;
        exceptions(m).await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        let all = ["exception", "obligation_escalation", "obligation", "obligation_tick", "lease"];
        drop_tables(m, &all).await
    }
}

async fn turns(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    let lease = vec![text("name"), text("holder"), bigint("token"), time("held_until")];
    table(m, "lease", lease, &["name"]).await?;
    let tick = vec![
        text("kind"),
        text("occasion"),
        date("on_day"),
        bigint("token"),
        int("opened"),
        time("ticked_at"),
    ];
    table(m, "obligation_tick", tick, &["kind", "occasion"]).await?;
    index(m, "obligation_tick", "obligation_tick_day", "kind, on_day", None).await
}

async fn obligations(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    const TABLE: &str = "obligation";
    let obligation = vec![
        id(),
        text("kind"),
        text("subject_kind"),
        uuid("subject_id"),
        text("occasion"),
        flag("standing"),
        uuid_null("person_id"),
        text_null("pool"),
        uuid_null("department_id"),
        uuid_null("site_id"),
        small("level"),
        time("opened_at"),
        time("due_at"),
        date("due_on"),
        text("state"),
        text("stage"),
        small("escalations"),
        time_null("next_at"),
        time_null("settled_at"),
        uuid_null("settled_by"),
        flag("late"),
        text_null("reason"),
        uuid_null("exception_id"),
        bigint("version"),
    ];
    table(m, TABLE, obligation, &[]).await?;
    unique(m, TABLE, "obligation_occasion", "subject_id, kind, occasion", None).await?;
    // What stands until its act is asked for once at a time.
    let waiting = Some("standing AND state IN ('OPEN', 'EXCUSED')");
    unique(m, TABLE, "obligation_standing", "subject_id, kind", waiting).await?;
    index(m, TABLE, "obligation_person", "person_id, state, due_at, id", None).await?;
    index(m, TABLE, "obligation_pool", "pool, state, due_at, id", Some("pool IS NOT NULL")).await?;
    index(m, TABLE, "obligation_department", "department_id, state, due_at, id", None).await?;
    index(m, TABLE, "obligation_state", "state, due_at, id", None).await?;
    index(m, TABLE, "obligation_kind", "kind, due_on, state", None).await?;
    index(m, TABLE, "obligation_period", "kind, occasion", Some("NOT standing")).await?;
    index(m, TABLE, "obligation_day", "due_on, state", None).await?;
    index(m, TABLE, "obligation_next", "next_at, id", Some("next_at IS NOT NULL")).await
}

async fn escalations(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    const TABLE: &str = "obligation_escalation";
    let escalation =
        vec![id(), uuid("obligation_id"), small("step"), uuid("person_id"), time("escalated_at")];
    table(m, TABLE, escalation, &[]).await?;
    unique(m, TABLE, "obligation_escalation_of", "obligation_id, person_id", None).await?;
    index(m, TABLE, "obligation_escalation_person", "person_id, obligation_id", None).await
}

async fn exceptions(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    const TABLE: &str = "exception";
    let exception = vec![
        id(),
        text("kind"),
        text("clauses"),
        text("subject_kind"),
        uuid("subject_id"),
        uuid_null("obligation_id"),
        text_null("about"),
        uuid_null("person_id"),
        uuid_null("department_id"),
        uuid_null("site_id"),
        small("level"),
        text("reason"),
        text("state"),
        uuid("requested_by"),
        time("requested_at"),
        uuid_null("decided_by"),
        time_null("decided_at"),
        text_null("decision_note"),
        date_null("expires_on"),
        bigint("version"),
    ];
    table(m, TABLE, exception, &[]).await?;
    let asked = Some("state = 'REQUESTED' AND obligation_id IS NOT NULL");
    unique(m, TABLE, "exception_asked", "obligation_id", asked).await?;
    index(m, TABLE, "exception_state", "state, id", None).await?;
    index(m, TABLE, "exception_kind", "kind, requested_at", None).await?;
    index(m, TABLE, "exception_subject", "subject_id, id", None).await?;
    index(m, TABLE, "exception_person", "person_id, id", None).await?;
    index(m, TABLE, "exception_department", "department_id, id", None).await?;
    index(m, TABLE, "exception_requested", "requested_by, id", None).await
}
