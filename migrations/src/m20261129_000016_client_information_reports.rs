//! The monthly reports of salespeople to customer service, client by client, and the calls back about
//! them (A-CIR-01 to A-CIR-03).
use crate::parts::*;
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

const REPORT: &str = "client_information_report";
const ENTRY: &str = "client_information_report_entry";
const CALL: &str = "client_information_report_call_back";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        reports(m).await?;
        entries(m).await?;
        calls(m).await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(m, &[CALL, ENTRY, REPORT]).await
    }
}

async fn reports(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    let report = vec![
        id(),
        text("number"),
        text("period"),
        uuid("person_id"),
        uuid_null("department_id"),
        uuid_null("site_id"),
        text("summary"),
        text_null("discoveries"),
        text("state"),
        time("submitted_at"),
        time_null("resubmitted_at"),
        time("due_at"),
        flag("late"),
        uuid_null("received_by"),
        time_null("received_at"),
        text_null("receive_note"),
        uuid_null("sent_back_by"),
        time_null("sent_back_at"),
        text_null("sent_back_reason"),
        small("level"),
        bigint("version"),
    ];
    table(m, REPORT, report, &[]).await?;
    unique(m, REPORT, "client_information_report_number", "number", None).await?;
    // One of a person and month, whoever submits at the same moment.
    let (name, columns) = ("client_information_report_person_period", "person_id, period");
    unique(m, REPORT, name, columns, None).await?;
    index(m, REPORT, "client_information_report_person", "person_id, id", None).await?;
    index(m, REPORT, "client_information_report_department", "department_id, id", None).await?;
    index(m, REPORT, "client_information_report_site", "site_id, id", None).await?;
    index(m, REPORT, "client_information_report_month", "period, id", None).await?;
    index(m, REPORT, "client_information_report_state", "state, id", None).await?;
    index(m, REPORT, "client_information_report_late", "late, id", None).await
}

async fn entries(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    let entry = vec![
        id(),
        uuid("report_id"),
        int("position"),
        uuid("client_id"),
        text("client_name"),
        text("competition"),
        text_null("changes"),
        text_null("plan"),
    ];
    table(m, ENTRY, entry, &[]).await?;
    let place = "client_information_report_entry_place";
    unique(m, ENTRY, place, "report_id, position", None).await?;
    index(m, ENTRY, "client_information_report_entry_client", "client_id", None).await
}

async fn calls(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    let call = vec![
        id(),
        uuid("person_id"),
        uuid_null("department_id"),
        uuid_null("site_id"),
        text("period"),
        text("note"),
        time("called_at"),
        uuid("called_by"),
        time("recorded_at"),
        small("level"),
    ];
    table(m, CALL, call, &[]).await?;
    let prefix = "client_information_report_call_back";
    index(m, CALL, &format!("{prefix}_person"), "person_id, id", None).await?;
    index(m, CALL, &format!("{prefix}_department"), "department_id, id", None).await?;
    index(m, CALL, &format!("{prefix}_site"), "site_id, id", None).await?;
    index(m, CALL, &format!("{prefix}_month"), "period, id", None).await
}
