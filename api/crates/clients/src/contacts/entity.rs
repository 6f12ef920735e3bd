//! Table `client_contact`.
use super::kinds::Influence;
use crate::{ClientId, ContactId};
use kernel::ids::PersonId;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "client_contact")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ContactId,
    pub client_id: ClientId,
    pub name: String,
    /// Chinese order of the name.
    pub sort_key: String,
    pub position: Option<String>,
    pub department: Option<String>,
    pub mobile: Option<String>,
    pub mobile_normalised: Option<String>,
    pub telephone: Option<String>,
    pub email: Option<String>,
    pub wechat: Option<String>,
    pub is_key_person: bool,
    pub influence: Option<Influence>,
    #[sea_orm(column_type = "Text", nullable)]
    pub influence_note: Option<String>,
    pub birthday: Option<Date>,
    pub native_place: Option<String>,
    pub education: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub hobbies: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub family_note: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub preferences: Option<String>,
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
