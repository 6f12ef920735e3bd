//! A line of the list as it is read: without the long texts, which a list never shows.
use super::dto::ClientRow;
use super::entity::Column;
use super::kinds::{ClientKind, ClientState, FileStatus, Inferior, Level, Tier};
use super::privacy;
use crate::ClientId;
use crate::names::{Names, Wanted};
use chrono::{DateTime, NaiveDate, Utc};
use kernel::access::{Actor, Place};
use kernel::ids::{DepartmentId, PersonId, SiteId};
use kernel::text::mask;
use sea_orm::FromQueryResult;

#[derive(Clone, Debug, FromQueryResult)]
pub struct Brief {
    pub id: ClientId,
    pub search_key: i64,
    pub number: String,
    pub name: String,
    pub sort_key: String,
    pub short_name: Option<String>,
    pub kind: ClientKind,
    pub group_buy: bool,
    pub state: ClientState,
    pub tier: Tier,
    pub level: Level,
    pub level_until: NaiveDate,
    pub status: FileStatus,
    pub credit_code: Option<String>,
    pub industry: Option<String>,
    pub region: Option<String>,
    pub telephone: Option<String>,
    pub owner_id: PersonId,
    pub department_id: Option<DepartmentId>,
    pub site_id: Option<SiteId>,
    pub tags: String,
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

impl Brief {
    pub const COLUMNS: [Column; 30] = [
        Column::Id,
        Column::SearchKey,
        Column::Number,
        Column::Name,
        Column::SortKey,
        Column::ShortName,
        Column::Kind,
        Column::GroupBuy,
        Column::State,
        Column::Tier,
        Column::Level,
        Column::LevelUntil,
        Column::Status,
        Column::CreditCode,
        Column::Industry,
        Column::Region,
        Column::Telephone,
        Column::OwnerId,
        Column::DepartmentId,
        Column::SiteId,
        Column::Tags,
        Column::Completeness,
        Column::Compliant,
        Column::Inferior,
        Column::LastVerifiedAt,
        Column::LastContactAt,
        Column::VerificationDueOn,
        Column::CreatedAt,
        Column::UpdatedAt,
        Column::Version,
    ];

    /// Ids whose names the line shows.
    pub fn want(&self, wanted: &mut Wanted) {
        wanted.person(self.owner_id);
        wanted.department(self.department_id);
        wanted.site(self.site_id);
    }

    #[must_use]
    pub fn place(&self) -> Place {
        Place {
            owner_id: Some(self.owner_id),
            department_id: self.department_id,
            site_id: self.site_id,
            level: self.level.rank(),
        }
    }

    /// The line as its reader may see it.
    #[must_use]
    pub fn shown(self, actor: &Actor, names: &Names) -> ClientRow {
        let hidden = privacy::hidden(actor, self.kind, &self.place());
        let telephone = match self.telephone {
            Some(number) if hidden => Some(mask::mobile(&number)),
            telephone => telephone,
        };
        ClientRow {
            telephone,
            id: self.id,
            number: self.number,
            name: self.name,
            short_name: self.short_name,
            kind: self.kind,
            group_buy: self.group_buy,
            state: self.state,
            tier: self.tier,
            level: self.level,
            level_until: self.level_until,
            status: self.status,
            credit_code: self.credit_code,
            industry: self.industry,
            region: self.region,
            owner: names.person(self.owner_id),
            department: self.department_id.map(|id| names.department(id)),
            site: self.site_id.map(|id| names.site(id)),
            // Written by this area alone; what cannot be read is shown as no tags.
            tags: serde_json::from_str(&self.tags).unwrap_or_default(),
            completeness: self.completeness,
            compliant: self.compliant,
            inferior: self.inferior,
            last_verified_at: self.last_verified_at,
            last_contact_at: self.last_contact_at,
            verification_due_on: self.verification_due_on,
            created_at: self.created_at,
            updated_at: self.updated_at,
            version: self.version,
        }
    }
}
