//! Table `person`.
use super::kinds::{Locale, PersonStatus, Theme};
use kernel::ids::{DepartmentId, PersonId, SiteId};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "person")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: PersonId,
    /// Lower case.
    pub login: String,
    pub name: String,
    /// Chinese order of the name.
    pub sort_key: String,
    /// Name, login and number as search tokens, a space around each.
    #[sea_orm(column_type = "Text")]
    pub search_text: String,
    pub employee_number: Option<String>,
    pub email: Option<String>,
    pub phone: Option<String>,
    pub department_id: Option<DepartmentId>,
    pub site_id: Option<SiteId>,
    pub superior_id: Option<PersonId>,
    pub status: PersonStatus,
    pub locale: Locale,
    pub theme: Theme,
    /// PHC string; null: nobody can sign in.
    pub password_hash: Option<String>,
    pub must_change_password: bool,
    pub password_changed_at: Option<DateTimeUtc>,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
    pub version: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
