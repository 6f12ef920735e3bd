//! Table `approval_act`: what happened, in its order; never changed.
use super::kinds::ActKind;
use crate::ids::{ActId, ApprovalId};
use kernel::ids::PersonId;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "approval_act")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ActId,
    pub run_id: ApprovalId,
    pub kind: ActKind,
    pub step: Option<String>,
    pub by_id: PersonId,
    pub on_behalf_of: Option<PersonId>,
    /// Whom it concerned: the addressee, or who agreed by telephone.
    pub person_id: Option<PersonId>,
    #[sea_orm(column_type = "Text", nullable)]
    pub comment: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub evidence: Option<String>,
    pub at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
