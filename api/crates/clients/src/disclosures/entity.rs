//! Table `client_disclosure`: a request, and the record of what was provided (B-SEC-07). It outlives the
//! files that it is about and holds nothing that stands in them.
use super::kinds::{
    DisclosureForm, DisclosureGround, DisclosureMeans, DisclosureState, RecipientKind,
};
use crate::DisclosureId;
use kernel::ids::{DepartmentId, PersonId, SiteId};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "client_disclosure")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: DisclosureId,
    pub number: String,
    pub recipient_kind: RecipientKind,
    /// None where it is the client: the file says who that is.
    pub recipient: Option<String>,
    #[sea_orm(column_type = "Text")]
    pub purpose: String,
    pub ground: DisclosureGround,
    /// Article and the number of the authority's letter.
    #[sea_orm(column_type = "Text", nullable)]
    pub legal_basis: Option<String>,
    /// What is provided, as a JSON list.
    #[sea_orm(column_type = "Text")]
    pub sections: String,
    pub form: DisclosureForm,
    pub state: DisclosureState,
    pub requested_by: PersonId,
    pub requested_at: DateTimeUtc,
    pub department_id: Option<DepartmentId>,
    pub site_id: Option<SiteId>,
    /// The highest of the files, as they were when it was asked for: what was reviewed.
    pub level: i16,
    pub file_count: i16,
    /// Of these, how many have been destroyed since (A-BOR-06).
    pub destroyed_files: i16,
    /// What `q` looks through.
    #[sea_orm(column_type = "Text")]
    pub search_text: String,
    /// From then on the days count for which an approval may be used.
    pub approved_at: Option<DateTimeUtc>,
    pub provided_by: Option<PersonId>,
    pub provided_at: Option<DateTimeUtc>,
    pub provided_on: Option<Date>,
    pub means: Option<DisclosureMeans>,
    /// By name, at the recipient.
    pub received_by: Option<String>,
    /// What was actually handed over.
    #[sea_orm(column_type = "Text", nullable)]
    pub handed_over: Option<String>,
    /// Who gave it up, or recorded the revocation by which it lapsed.
    pub settled_by: Option<PersonId>,
    pub settled_at: Option<DateTimeUtc>,
    #[sea_orm(column_type = "Text", nullable)]
    pub settled_note: Option<String>,
    pub version: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
