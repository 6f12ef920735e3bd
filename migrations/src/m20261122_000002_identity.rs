//! People and what they may do: sites, departments, people, roles, grants, delegations, sessions,
//! keys, throttling.
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
        company(m).await?;
        people(m).await?;
        roles(m).await?;
        grants(m).await?;
        limits(m).await?;
        sessions(m).await?;
        keys(m).await?;
        doors(m).await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(
            m,
            &[
                "rights_guard",
                "setup_token",
                "sign_in_throttle",
                "api_key",
                "refresh_token",
                "session",
                "delegation",
                "duty_conflict",
                "role_grant",
                "role_permission",
                "role",
                "person",
                "department",
                "site",
            ],
        )
        .await
    }
}

/// The stored order of names is compared byte by byte on both databases.
async fn bytewise(m: &SchemaManager<'_>, table: &str) -> Result<(), DbErr> {
    let alter = format!("ALTER TABLE {table} ALTER COLUMN sort_key TYPE text COLLATE \"C\"");
    run_on(m, "", &alter).await
}

async fn company(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    let site = vec![
        id(),
        text("code"),
        text("name"),
        text("sort_key"),
        text_null("address"),
        text_null("telephone"),
        flag("closed"),
        time("created_at"),
        time("updated_at"),
        bigint("version"),
    ];
    table(m, "site", site, &[]).await?;
    bytewise(m, "site").await?;
    unique(m, "site", "site_code", "code", None).await?;
    let department = vec![
        id(),
        text("code"),
        text("name"),
        text("sort_key"),
        uuid_null("parent_id"),
        uuid_null("head_person_id"),
        flag("closed"),
        time("created_at"),
        time("updated_at"),
        bigint("version"),
    ];
    table(m, "department", department, &[]).await?;
    bytewise(m, "department").await?;
    unique(m, "department", "department_code", "code", None).await?;
    index(m, "department", "department_parent", "parent_id", None).await
}

async fn people(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    let person = vec![
        id(),
        text("login"),
        text("name"),
        text("sort_key"),
        text("search_text"),
        text_null("employee_number"),
        text_null("email"),
        text_null("phone"),
        uuid_null("department_id"),
        uuid_null("site_id"),
        uuid_null("superior_id"),
        text("status"),
        text("locale"),
        text("theme"),
        text_null("password_hash"),
        flag("must_change_password"),
        time_null("password_changed_at"),
        time("created_at"),
        time("updated_at"),
        bigint("version"),
    ];
    table(m, "person", person, &[]).await?;
    bytewise(m, "person").await?;
    unique(m, "person", "person_login", "login", None).await?;
    let numbered = Some("employee_number IS NOT NULL");
    unique(m, "person", "person_employee_number", "employee_number", numbered).await?;
    index(m, "person", "person_order", "sort_key, id", None).await?;
    index(m, "person", "person_department", "department_id, sort_key, id", None).await?;
    index(m, "person", "person_site", "site_id, sort_key, id", None).await?;
    index(m, "person", "person_superior", "superior_id", None).await
}

async fn roles(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    let role = vec![
        id(),
        text("code"),
        text("name"),
        text("description"),
        flag("built_in"),
        small("clearance"),
        time("created_at"),
        time("updated_at"),
        bigint("version"),
    ];
    table(m, "role", role, &[]).await?;
    unique(m, "role", "role_code", "code", None).await?;
    let permission = vec![uuid("role_id"), text("permission"), text("scope")];
    table(m, "role_permission", permission, &["role_id", "permission"]).await?;
    index(m, "role_permission", "role_permission_holders", "permission, role_id", None).await
}

async fn grants(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    let grant = vec![
        id(),
        uuid("person_id"),
        uuid("role_id"),
        time("valid_from"),
        time_null("valid_until"),
        text("reason"),
        uuid("granted_by"),
        time("granted_at"),
        time_null("revoked_at"),
        uuid_null("revoked_by"),
        text_null("revoke_reason"),
        bigint("version"),
    ];
    table(m, "role_grant", grant, &[]).await?;
    index(m, "role_grant", "role_grant_person", "person_id, id", None).await?;
    index(m, "role_grant", "role_grant_role", "role_id, id", None).await
}

async fn limits(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    let conflict = vec![
        id(),
        text("permission_a"),
        text("permission_b"),
        text("reason"),
        text("clauses"),
        time("valid_from"),
        time_null("ended_at"),
        text_null("end_reason"),
        bigint("version"),
    ];
    table(m, "duty_conflict", conflict, &[]).await?;
    let live = Some("ended_at IS NULL");
    unique(m, "duty_conflict", "duty_conflict_pair", "permission_a, permission_b", live).await?;
    let delegation = vec![
        id(),
        uuid("from_person_id"),
        uuid("to_person_id"),
        text("permissions"),
        time("valid_from"),
        time("valid_until"),
        text("reason"),
        time("created_at"),
        time_null("revoked_at"),
        uuid_null("revoked_by"),
        text_null("revoke_reason"),
        bigint("version"),
    ];
    table(m, "delegation", delegation, &[]).await?;
    index(m, "delegation", "delegation_from", "from_person_id, id", None).await?;
    index(m, "delegation", "delegation_to", "to_person_id, id", None).await
}

async fn sessions(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    let session = vec![
        id(),
        uuid("person_id"),
        time("created_at"),
        time("last_used_at"),
        time("expires_at"),
        time_null("ended_at"),
        text_null("end_reason"),
        text("user_agent"),
        text("address"),
    ];
    table(m, "session", session, &[]).await?;
    index(m, "session", "session_person", "person_id, id", None).await?;
    index(m, "session", "session_age", "expires_at", None).await?;
    let token = vec![
        ColumnDef::new("hash").text().not_null().primary_key().to_owned(),
        uuid("session_id"),
        time("issued_at"),
        time_null("spent_at"),
        text_null("replaced_by"),
    ];
    table(m, "refresh_token", token, &[]).await?;
    index(m, "refresh_token", "refresh_token_session", "session_id", None).await
}

async fn keys(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    let key = vec![
        id(),
        uuid("person_id"),
        text("name"),
        text("prefix"),
        text("hash"),
        text("permissions"),
        date("expires_on"),
        time("expires_at"),
        time("created_at"),
        time_null("last_used_at"),
        time_null("revoked_at"),
        uuid_null("revoked_by"),
        text_null("revoke_reason"),
        bigint("version"),
    ];
    table(m, "api_key", key, &[]).await?;
    unique(m, "api_key", "api_key_hash", "hash", None).await?;
    index(m, "api_key", "api_key_person", "person_id, id", None).await
}

/// What guards the way in, and the one row that makes changes of rights follow each other.
async fn doors(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    let throttle = vec![
        ColumnDef::new("subject").text().not_null().primary_key().to_owned(),
        int("failures"),
        time("last_failed_at"),
        time_null("blocked_until"),
    ];
    table(m, "sign_in_throttle", throttle, &[]).await?;
    index(m, "sign_in_throttle", "sign_in_throttle_age", "last_failed_at", None).await?;
    let setup = vec![
        ColumnDef::new("hash").text().not_null().primary_key().to_owned(),
        time("created_at"),
        time("expires_at"),
        time_null("used_at"),
    ];
    table(m, "setup_token", setup, &[]).await?;
    let guard = vec![ColumnDef::new("id").integer().not_null().primary_key().to_owned()];
    table(m, "rights_guard", guard, &[]).await?;
    run(m, "INSERT INTO rights_guard (id) VALUES (1)").await
}
