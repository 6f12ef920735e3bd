//! Table `client_destruction`: a proposal, and the certificate that it becomes (A-BOR-06, A-BOR-07). It
//! outlives the file and holds nothing that stood in it but its number.
use super::kinds::{DestructionState, Ground};
use crate::archive::kinds::FileStatus;
use crate::{ClientId, DestructionId};
use kernel::ids::{DepartmentId, PersonId, SiteId};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "client_destruction")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: DestructionId,
    pub number: String,
    pub client_id: ClientId,
    pub client_number: String,
    pub ground: Ground,
    #[sea_orm(column_type = "Text")]
    pub reason: String,
    pub state: DestructionState,
    /// What the file becomes again where it is kept.
    pub prior_status: FileStatus,
    /// The last day on which anything came into the file, as the company counts days.
    pub idle_since: Date,
    /// The file and those that went into it, as a JSON list of ids and numbers.
    #[sea_orm(column_type = "Text")]
    pub files: String,
    /// How many records of each table, as a JSON object.
    #[sea_orm(column_type = "Text")]
    pub counts: String,
    /// SHA-256 over the contents, in hex.
    pub content_sha256: String,
    pub requested_by: PersonId,
    pub requested_at: DateTimeUtc,
    /// Where the file stood.
    pub owner_id: Option<PersonId>,
    pub department_id: Option<DepartmentId>,
    pub site_id: Option<SiteId>,
    pub level: i16,
    /// Who carried it out, or gave it up.
    pub settled_by: Option<PersonId>,
    pub settled_at: Option<DateTimeUtc>,
    #[sea_orm(column_type = "Text", nullable)]
    pub settled_note: Option<String>,
    /// Entries of the trail that lost their contents.
    pub severed_entries: Option<i64>,
    /// Bytes still to be removed, as a JSON list of hashes; null once they are.
    #[sea_orm(column_type = "Text", nullable)]
    pub leftovers: Option<String>,
    /// Since when nothing is left in the file store and in the database's own files.
    pub cleared_at: Option<DateTimeUtc>,
    pub version: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
