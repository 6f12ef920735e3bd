//! Secrecy incidents: breach, loss and leak of client information, with the parties and their direct
//! superiors (A-BOR-05).
use crate::parts::*;
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

const INCIDENT: &str = "client_incident";
const PARTY: &str = "client_incident_party";
const FILE: &str = "client_incident_file";
const STATEMENT: &str = "client_incident_statement";
const ACT: &str = "client_incident_act";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        incidents(m).await?;
        parties(m).await?;
        files(m).await?;
        statements(m).await?;
        acts(m).await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(m, &[ACT, STATEMENT, FILE, PARTY, INCIDENT]).await
    }
}

async fn incidents(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    let incident = vec![
        id(),
        text("number"),
        text("kind"),
        date("occurred_on"),
        text("what_happened"),
        uuid_null("loan_id"),
        text("state"),
        uuid("reported_by"),
        time("reported_at"),
        uuid_null("department_id"),
        uuid_null("site_id"),
        small("level"),
        text_null("remedy"),
        uuid_null("concluded_by"),
        time_null("concluded_at"),
        bigint("version"),
    ];
    table(m, INCIDENT, incident, &[]).await?;
    unique(m, INCIDENT, "client_incident_number", "number", None).await?;
    index(m, INCIDENT, "client_incident_reported", "reported_by, id", None).await?;
    index(m, INCIDENT, "client_incident_department", "department_id, id", None).await?;
    index(m, INCIDENT, "client_incident_site", "site_id, id", None).await?;
    index(m, INCIDENT, "client_incident_state", "state, id", None).await?;
    index(m, INCIDENT, "client_incident_kind", "kind, id", None).await?;
    index(m, INCIDENT, "client_incident_occurred", "occurred_on, id", None).await?;
    index(m, INCIDENT, "client_incident_loan", "loan_id, id", Some("loan_id IS NOT NULL")).await
}

async fn parties(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    let party = vec![
        id(),
        uuid("incident_id"),
        int("position"),
        uuid("person_id"),
        text("deed"),
        uuid("superior_id"),
        text_null("measure"),
        bigint_null("fine"),
        text_null("measure_note"),
        text_null("leadership"),
        bigint_null("leadership_fine"),
        text_null("leadership_note"),
    ];
    table(m, PARTY, party, &[]).await?;
    let once = "client_incident_party_once";
    unique(m, PARTY, once, "incident_id, person_id", None).await?;
    index(m, PARTY, "client_incident_party_person", "person_id, incident_id", None).await?;
    index(m, PARTY, "client_incident_party_superior", "superior_id, incident_id", None).await
}

async fn files(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    let file = vec![id(), uuid("incident_id"), int("position"), uuid("client_id")];
    table(m, FILE, file, &[]).await?;
    index(m, FILE, "client_incident_file_incident", "incident_id, position", None).await?;
    index(m, FILE, "client_incident_file_client", "client_id, incident_id", None).await
}

async fn statements(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    let statement =
        vec![id(), uuid("incident_id"), uuid("person_id"), text("text"), time("stated_at")];
    table(m, STATEMENT, statement, &[]).await?;
    unique(m, STATEMENT, "client_incident_statement_once", "incident_id, person_id", None).await
}

async fn acts(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    let act = vec![
        id(),
        uuid("incident_id"),
        text("act"),
        time("at"),
        uuid("by_id"),
        text_null("reason"),
    ];
    table(m, ACT, act, &[]).await?;
    index(m, ACT, "client_incident_act_incident", "incident_id, id", None).await
}
