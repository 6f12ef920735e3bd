//! Table `event`: the outbox. Holds ids and names of changed fields, never confidential values.
use sea_orm::entity::prelude::*;

/// The permission of an event that concerns one person: its owner receives it, nobody else.
pub const OWNER_ONLY: &str = "signed-in";

/// The permission of an event about what everybody signed in may read.
pub const EVERYBODY: &str = "everybody";

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "event")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Order of delivery; null until sealed.
    pub sequence: Option<i64>,
    /// `client.updated`.
    pub name: String,
    pub occurred_at: DateTimeUtc,
    pub actor_id: Uuid,
    pub resource_type: String,
    pub resource_id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub data: String,
    /// Needed to receive it.
    pub permission: String,
    pub owner_id: Option<Uuid>,
    pub department_id: Option<Uuid>,
    pub site_id: Option<Uuid>,
    pub level: i16,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
