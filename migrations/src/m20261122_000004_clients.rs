//! The client archive: files, what hangs on them, what salespeople submit, what reports were kept.
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
        table(m, "client", client_columns(), &[]).await?;
        client_indexes(m).await?;
        search_index(m, "client_search").await?;
        decisions(m).await?;
        people_and_papers(m).await?;
        dealings(m).await?;
        talk(m).await?;
        submissions(m).await?;
        reports(m).await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(
            m,
            &[
                "client_report",
                "client_submission",
                "client_attachment",
                "client_comment",
                "client_purchase",
                "client_interaction",
                "client_qualification",
                "client_contact",
                "client_tier_decision",
                "client_hand_over",
                "client_verification",
                "client_search",
                "client",
            ],
        )
        .await
    }
}

fn client_columns() -> Vec<ColumnDef> {
    let mut columns = vec![
        id(),
        bigint("search_key"),
        text("number"),
        text("name"),
        text("sort_key"),
        text("name_folded"),
        text_null("short_name"),
        text_null("english_name"),
        text("kind"),
        flag("group_buy"),
        text("state"),
        text("tier"),
        text_null("tier_basis"),
        small("level"),
        text("status"),
        uuid_null("merged_into_id"),
        text_null("credit_code"),
        text_null("industry"),
        text_null("region"),
        text_null("address"),
        text_null("postcode"),
        text_null("telephone"),
        text_null("telephone_normalised"),
        text_null("website"),
        uuid("owner_id"),
        uuid_null("department_id"),
        uuid_null("site_id"),
        date_null("founded_on"),
        date_null("trading_since"),
        int_null("employees"),
        bigint_null("assets"),
        bigint_null("registered_capital"),
        bigint_null("annual_sales"),
        text("tags"),
    ];
    columns.extend(client_sections());
    columns.extend(client_state());
    columns
}

/// JSON objects and long texts.
fn client_sections() -> Vec<ColumnDef> {
    vec![
        text("basic"),
        text("traits"),
        text("business"),
        text("trading"),
        text("demand"),
        text_null("purchase_procedure"),
        text_null("analysis"),
        text_null("service_plan"),
    ]
}

fn client_state() -> Vec<ColumnDef> {
    vec![
        int("contacts"),
        int("key_persons"),
        int("qualifications"),
        small("completeness"),
        flag("compliant"),
        text("inferior"),
        text_null("inferior_reason"),
        uuid_null("inferior_reported_by"),
        time_null("inferior_reported_at"),
        uuid_null("inferior_confirmed_by"),
        time_null("inferior_confirmed_at"),
        text_null("inferior_note"),
        time_null("last_verified_at"),
        time_null("last_contact_at"),
        date("verification_due_on"),
        time("created_at"),
        uuid("created_by"),
        time("updated_at"),
        bigint("version"),
    ]
}

/// One index for each order of the list, alone and behind the two columns that scopes filter by;
/// then one for each filter that finds few.
async fn client_indexes(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    // Numbers and stored orders are compared byte by byte on both databases.
    for column in ["number", "sort_key"] {
        let alter = format!("ALTER TABLE client ALTER COLUMN {column} TYPE text COLLATE \"C\"");
        run_on(m, "", &alter).await?;
    }
    unique(m, "client", "client_number", "number", None).await?;
    unique(m, "client", "client_search_key", "search_key", None).await?;
    let coded = Some("credit_code IS NOT NULL AND status = 'ACTIVE'");
    unique(m, "client", "client_credit_code", "credit_code", coded).await?;
    for (name, columns) in CLIENT_INDEXES {
        index(m, "client", name, columns, None).await?;
    }
    let merged = Some("merged_into_id IS NOT NULL");
    index(m, "client", "client_merged_into", "merged_into_id", merged).await
}

const CLIENT_INDEXES: &[(&str, &str)] = &[
    ("client_by_number", "number, id"),
    ("client_by_name", "sort_key, id"),
    ("client_by_update", "updated_at, id"),
    ("client_by_creation", "created_at, id"),
    ("client_by_completeness", "completeness, id"),
    ("client_by_due", "verification_due_on, id"),
    ("client_owner_by_name", "owner_id, sort_key, id"),
    ("client_owner_by_update", "owner_id, updated_at, id"),
    ("client_owner_by_due", "owner_id, verification_due_on, id"),
    ("client_department_by_name", "department_id, sort_key, id"),
    ("client_department_by_update", "department_id, updated_at, id"),
    ("client_department_by_due", "department_id, verification_due_on, id"),
    ("client_site_by_update", "site_id, updated_at, id"),
    ("client_tier_by_update", "tier, updated_at, id"),
    ("client_industry_by_update", "industry, updated_at, id"),
    ("client_inferior_by_update", "inferior, updated_at, id"),
    ("client_folded_name", "name_folded"),
    ("client_telephone", "telephone_normalised"),
    ("client_any_credit_code", "credit_code"),
];

/// What was decided about a file and can be counted; each row is written once.
async fn decisions(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    let verification = vec![
        id(),
        uuid("client_id"),
        text("result"),
        text_null("note"),
        date("due_on"),
        time("verified_at"),
        uuid("verified_by"),
    ];
    table(m, "client_verification", verification, &[]).await?;
    index(m, "client_verification", "client_verification_client", "client_id, id", None).await?;
    index(m, "client_verification", "client_verification_time", "verified_at, id", None).await?;
    let hand_over = vec![
        id(),
        uuid("client_id"),
        uuid("from_owner_id"),
        uuid("to_owner_id"),
        text("reason"),
        time("handed_over_at"),
        uuid("handed_over_by"),
    ];
    table(m, "client_hand_over", hand_over, &[]).await?;
    index(m, "client_hand_over", "client_hand_over_client", "client_id, id", None).await?;
    let tier = vec![
        id(),
        uuid("client_id"),
        text("from_tier"),
        text("to_tier"),
        text("purchase_scale"),
        text("cooperation_frequency"),
        text("potential_value"),
        text("reason"),
        time("decided_at"),
        uuid("decided_by"),
    ];
    table(m, "client_tier_decision", tier, &[]).await?;
    index(m, "client_tier_decision", "client_tier_decision_client", "client_id, id", None).await
}

/// The columns that end every record hanging on a file: who wrote it, when, and, where it was taken
/// out (nothing is deleted), when and why.
fn written() -> Vec<ColumnDef> {
    vec![
        time("created_at"),
        uuid("created_by"),
        time("updated_at"),
        time_null("removed_at"),
        uuid_null("removed_by"),
        text_null("remove_reason"),
        bigint("version"),
    ]
}

async fn hanging(
    m: &SchemaManager<'_>,
    name: &'static str,
    mut columns: Vec<ColumnDef>,
    order: &str,
) -> Result<(), DbErr> {
    columns.extend(written());
    table(m, name, columns, &[]).await?;
    index(m, name, &format!("{name}_client"), &format!("client_id, {order}"), None).await
}

async fn people_and_papers(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    let contact = vec![
        id(),
        uuid("client_id"),
        text("name"),
        text("sort_key"),
        text_null("position"),
        text_null("department"),
        text_null("mobile"),
        text_null("mobile_normalised"),
        text_null("telephone"),
        text_null("email"),
        text_null("wechat"),
        flag("is_key_person"),
        text_null("influence"),
        text_null("influence_note"),
        date_null("birthday"),
        text_null("native_place"),
        text_null("education"),
        text_null("hobbies"),
        text_null("family_note"),
        text_null("preferences"),
    ];
    hanging(m, "client_contact", contact, "id").await?;
    let qualification = vec![
        id(),
        uuid("client_id"),
        text("kind"),
        text("name"),
        text_null("number"),
        text_null("issued_by"),
        date_null("valid_from"),
        date_null("valid_until"),
    ];
    hanging(m, "client_qualification", qualification, "id").await?;
    let ending = Some("removed_at IS NULL AND valid_until IS NOT NULL");
    index(m, "client_qualification", "client_qualification_end", "valid_until, id", ending).await
}

async fn dealings(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    let interaction = vec![
        id(),
        uuid("client_id"),
        time("occurred_at"),
        text("channel"),
        uuid_null("with_contact_id"),
        text("summary"),
        text_null("needs"),
        text_null("preferences"),
        text_null("next_step"),
        date_null("next_on"),
        // What was written is not written over: a correction names the one that it replaces.
        uuid_null("corrects_id"),
    ];
    hanging(m, "client_interaction", interaction, "occurred_at, id").await?;
    let corrected = Some("corrects_id IS NOT NULL");
    unique(m, "client_interaction", "client_interaction_corrects", "corrects_id", corrected)
        .await?;
    let purchase = vec![
        id(),
        uuid("client_id"),
        text("product"),
        date("occurred_on"),
        bigint("amount"),
        text_null("order_number"),
        text_null("note"),
    ];
    hanging(m, "client_purchase", purchase, "occurred_on, id").await
}

async fn talk(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    // `mentions` is a JSON list of people's ids.
    let comment = vec![id(), uuid("client_id"), text("body"), text("mentions")];
    hanging(m, "client_comment", comment, "id").await?;
    let attachment = vec![
        id(),
        uuid("client_id"),
        text("kind"),
        text("file_name"),
        text("media_type"),
        bigint("size"),
        text("sha256"),
        text_null("note"),
    ];
    hanging(m, "client_attachment", attachment, "id").await?;
    // A stored file is let go only when no attachment names it any more.
    index(m, "client_attachment", "client_attachment_content", "sha256", None).await
}

/// What salespeople collected and the information administrator has yet to key in. The place is
/// the client's, or the submitter's while there is no client yet.
async fn submissions(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    let submission = vec![
        id(),
        uuid_null("client_id"),
        text("client_name"),
        text("payload"),
        text_null("note"),
        text("state"),
        bigint_null("client_version"),
        time("submitted_at"),
        uuid("submitted_by"),
        time_null("decided_at"),
        uuid_null("decided_by"),
        text_null("decision_reason"),
        uuid("owner_id"),
        uuid_null("department_id"),
        uuid_null("site_id"),
        small("level"),
        bigint("version"),
    ];
    table(m, "client_submission", submission, &[]).await?;
    index(m, "client_submission", "client_submission_state", "state, id", None).await?;
    index(m, "client_submission", "client_submission_client", "client_id, id", None).await?;
    index(m, "client_submission", "client_submission_submitter", "submitted_by, id", None).await?;
    index(m, "client_submission", "client_submission_owner", "owner_id, id", None).await?;
    index(m, "client_submission", "client_submission_department", "department_id, id", None).await
}

/// Kept reports: a snapshot that nothing overwrites. `scope` is what its maker could see.
async fn reports(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    let report = vec![
        id(),
        text("period"),
        text("period_kind"),
        date("period_from"),
        date("period_to"),
        text("scope"),
        small("clearance"),
        text("snapshot"),
        text("sha256"),
        text_null("note"),
        time("made_at"),
        uuid("made_by"),
        uuid_null("department_id"),
        uuid_null("site_id"),
    ];
    table(m, "client_report", report, &[]).await?;
    index(m, "client_report", "client_report_period", "period, id", None).await
}
