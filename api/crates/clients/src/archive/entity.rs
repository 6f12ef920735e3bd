//! Table `client`.
use super::kinds::{ClientKind, ClientState, FileStatus, Inferior, Level, Tier};
use crate::ClientId;
use kernel::ids::{DepartmentId, PersonId, SiteId};
use kernel::money::Amount;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "client")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ClientId,
    /// Key in the search index, which knows integers only.
    pub search_key: i64,
    pub number: String,
    pub name: String,
    /// Chinese order of the name.
    pub sort_key: String,
    /// The name as duplicates are compared.
    pub name_folded: String,
    pub short_name: Option<String>,
    pub english_name: Option<String>,
    pub kind: ClientKind,
    pub group_buy: bool,
    pub state: ClientState,
    pub tier: Tier,
    /// On what the tier rests, as JSON (B-CRM-04).
    #[sea_orm(column_type = "Text", nullable)]
    pub tier_basis: Option<String>,
    pub level: Level,
    /// The last day of the level's term (A-SEC-07).
    pub level_until: Date,
    pub status: FileStatus,
    pub merged_into_id: Option<ClientId>,
    pub credit_code: Option<String>,
    pub industry: Option<String>,
    pub region: Option<String>,
    pub address: Option<String>,
    pub postcode: Option<String>,
    pub telephone: Option<String>,
    pub telephone_normalised: Option<String>,
    pub website: Option<String>,
    pub owner_id: PersonId,
    pub department_id: Option<DepartmentId>,
    pub site_id: Option<SiteId>,
    pub founded_on: Option<Date>,
    pub trading_since: Option<Date>,
    pub employees: Option<i32>,
    pub assets: Option<Amount>,
    pub registered_capital: Option<Amount>,
    pub annual_sales: Option<Amount>,
    /// JSON list.
    #[sea_orm(column_type = "Text")]
    pub tags: String,
    /// The sections, each a JSON object.
    #[sea_orm(column_type = "Text")]
    pub basic: String,
    #[sea_orm(column_type = "Text")]
    pub traits: String,
    #[sea_orm(column_type = "Text")]
    pub business: String,
    #[sea_orm(column_type = "Text")]
    pub trading: String,
    #[sea_orm(column_type = "Text")]
    pub demand: String,
    #[sea_orm(column_type = "Text", nullable)]
    pub purchase_procedure: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub analysis: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub service_plan: Option<String>,
    /// How many hang on the file, so that completeness needs no other table.
    pub contacts: i32,
    pub key_persons: i32,
    pub qualifications: i32,
    /// Percent.
    pub completeness: i16,
    pub compliant: bool,
    pub inferior: Inferior,
    #[sea_orm(column_type = "Text", nullable)]
    pub inferior_reason: Option<String>,
    pub inferior_reported_by: Option<PersonId>,
    pub inferior_reported_at: Option<DateTimeUtc>,
    pub inferior_confirmed_by: Option<PersonId>,
    pub inferior_confirmed_at: Option<DateTimeUtc>,
    #[sea_orm(column_type = "Text", nullable)]
    pub inferior_note: Option<String>,
    pub last_verified_at: Option<DateTimeUtc>,
    /// The latest talk, visit or message with the client.
    pub last_contact_at: Option<DateTimeUtc>,
    pub verification_due_on: Date,
    pub created_at: DateTimeUtc,
    pub created_by: PersonId,
    pub updated_at: DateTimeUtc,
    /// The latest supplement or adjustment (A-CLI-11): not a level, a hand-over or a comment.
    pub supplemented_at: DateTimeUtc,
    pub version: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
