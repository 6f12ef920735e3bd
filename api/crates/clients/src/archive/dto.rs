//! Answers about files.
use super::completeness::Completeness;
use super::input::ClientInput;
use super::kinds::{ClientKind, ClientState, FileStatus, Inferior, Level, Tier};
use crate::ClientId;
use crate::names::Ref;
use chrono::{DateTime, NaiveDate, Utc};
use kernel::http::reply::Answer;
use kernel::http::shown::AllowedAction;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A client's file.
#[derive(Debug, Serialize, ToSchema)]
pub struct Client {
    pub id: ClientId,
    #[schema(example = "KH-20261122-0001")]
    pub number: String,
    #[serde(flatten)]
    pub contents: ClientInput,
    pub state: ClientState,
    pub tier: Tier,
    /// On what the tier rests; null while it was never decided.
    pub tier_basis: Option<TierBasis>,
    pub level: Level,
    /// The last day of the level's term; of a declassified file, the day on which it ended (A-SEC-07).
    pub level_until: NaiveDate,
    /// What the business relation calls for (A-SEC-03, A-SEC-04, A-SEC-05); customer service decides.
    pub proposed_level: Level,
    pub status: FileStatus,
    /// The file that this one went into.
    pub merged_into_id: Option<ClientId>,
    pub owner: Ref,
    pub department: Option<Ref>,
    pub site: Option<Ref>,
    /// Fields of a private person that the caller may see only in part (A-CLI-28).
    #[schema(example = json!(["telephone", "address"]))]
    pub masked_fields: Vec<&'static str>,
    pub completeness: Completeness,
    /// The basic archive is complete (A-CLI-02).
    pub compliant: bool,
    pub inferior: Inferior,
    /// Null while nothing was reported.
    pub inferior_report: Option<InferiorReport>,
    pub last_verified_at: Option<DateTime<Utc>>,
    /// The latest talk, visit or message; `GET /client-tiers` says how often there should be one.
    pub last_contact_at: Option<DateTime<Utc>>,
    /// Verified again by this day (A-CLI-10).
    pub verification_due_on: NaiveDate,
    pub created_at: DateTime<Utc>,
    pub created_by: Ref,
    pub updated_at: DateTime<Utc>,
    pub version: i64,
    pub allowed_actions: Vec<AllowedAction>,
}

impl Answer for Client {
    fn version(&self) -> Option<i64> {
        Some(self.version)
    }
    fn location(&self) -> Option<String> {
        Some(format!("/clients/{}", self.id))
    }
}

/// On what a tier rests (B-CRM-04).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TierBasis {
    /// 采购规模
    pub purchase_scale: String,
    /// 合作频次
    pub cooperation_frequency: String,
    /// 潜在价值
    pub potential_value: String,
    pub reason: String,
    pub decided_at: DateTime<Utc>,
}

/// 劣质客户备案 (B-CRM-12).
#[derive(Debug, Serialize, ToSchema)]
pub struct InferiorReport {
    pub reason: String,
    pub reported_by: Ref,
    pub reported_at: DateTime<Utc>,
    pub confirmed_by: Option<Ref>,
    pub confirmed_at: Option<DateTime<Utc>>,
    pub note: Option<String>,
}

/// A line of the list.
#[derive(Debug, Serialize, ToSchema)]
pub struct ClientRow {
    pub id: ClientId,
    #[schema(example = "KH-20261122-0001")]
    pub number: String,
    pub name: String,
    pub short_name: Option<String>,
    pub kind: ClientKind,
    pub group_buy: bool,
    pub state: ClientState,
    pub tier: Tier,
    pub level: Level,
    /// The last day of its term (A-SEC-07).
    pub level_until: NaiveDate,
    pub status: FileStatus,
    pub credit_code: Option<String>,
    pub industry: Option<String>,
    pub region: Option<String>,
    /// Of a private person masked for those without the right (A-CLI-28).
    pub telephone: Option<String>,
    pub owner: Ref,
    pub department: Option<Ref>,
    pub site: Option<Ref>,
    pub tags: Vec<String>,
    /// Percent.
    pub completeness: i16,
    pub compliant: bool,
    pub inferior: Inferior,
    pub last_verified_at: Option<DateTime<Utc>>,
    pub last_contact_at: Option<DateTime<Utc>>,
    pub verification_due_on: NaiveDate,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    pub version: i64,
}
