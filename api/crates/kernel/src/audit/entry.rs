//! Table `audit_entry`: append-only. A row is touched again by `seal`, once, to number and hash it, and by
//! `severed`, where what it tells of was destroyed lawfully.
use crate::access::Place;
use crate::ids::{DepartmentId, PersonId, SiteId};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "audit_entry")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Place in the chain; null until sealed.
    pub sequence: Option<i64>,
    pub occurred_at: DateTimeUtc,
    pub actor_id: Uuid,
    pub actor_name: String,
    pub via: String,
    pub action: String,
    pub outcome: String,
    /// Code of the refusal.
    pub code: Option<String>,
    pub resource_type: String,
    pub resource_id: Option<Uuid>,
    pub resource_label: String,
    /// Field → [before, after].
    #[sea_orm(column_type = "Text")]
    pub changes: String,
    /// The same for personal data, shown only to those with the right.
    #[sea_orm(column_type = "Text")]
    pub personal_changes: String,
    /// SHA-256 of both; the chain covers this.
    pub digest: String,
    #[sea_orm(column_type = "Text", nullable)]
    pub reason: Option<String>,
    pub request_id: String,
    pub owner_id: Option<Uuid>,
    pub department_id: Option<Uuid>,
    pub site_id: Option<Uuid>,
    pub level: i16,
    pub previous_hash: Option<String>,
    pub hash: Option<String>,
    /// The certificate for which its contents were taken out (`severed`).
    pub severed_by: Option<Uuid>,
}

impl Model {
    /// Where the record stood.
    #[must_use]
    pub fn place(&self) -> Place {
        Place {
            owner_id: self.owner_id.map(PersonId),
            department_id: self.department_id.map(DepartmentId),
            site_id: self.site_id.map(SiteId),
            level: self.level,
        }
    }
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
