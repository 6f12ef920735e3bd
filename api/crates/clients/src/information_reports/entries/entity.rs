//! Table `client_information_report_entry`.
use crate::{ClientId, InformationReportEntryId, InformationReportId};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "client_information_report_entry")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: InformationReportEntryId,
    pub report_id: InformationReportId,
    /// In the order of its author.
    pub position: i32,
    pub client_id: ClientId,
    /// As it was called when it was written.
    pub client_name: String,
    #[sea_orm(column_type = "Text")]
    pub competition: String,
    #[sea_orm(column_type = "Text", nullable)]
    pub changes: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub plan: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
