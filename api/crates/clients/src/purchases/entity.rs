//! Table `client_purchase`.
use crate::{ClientId, PurchaseId};
use kernel::ids::PersonId;
use kernel::money::Amount;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "client_purchase")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: PurchaseId,
    pub client_id: ClientId,
    pub product: String,
    pub occurred_on: Date,
    pub amount: Amount,
    pub order_number: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub note: Option<String>,
    pub created_at: DateTimeUtc,
    pub created_by: PersonId,
    pub updated_at: DateTimeUtc,
    /// Taken out; nothing is deleted.
    pub removed_at: Option<DateTimeUtc>,
    pub removed_by: Option<PersonId>,
    #[sea_orm(column_type = "Text", nullable)]
    pub remove_reason: Option<String>,
    pub version: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
