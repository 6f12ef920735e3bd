//! What incidents say about whether a file may be destroyed (A-BOR-07).
use super::entity::{Column, Entity};
use super::files::entity::{Column as FileColumn, Entity as File};
use super::kinds::IncidentState;
use crate::ClientId;
use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Query, SelectStatement};
use sea_orm::{
    ColumnTrait, DatabaseTransaction, DbErr, EntityTrait, PaginatorTrait, QueryFilter, QuerySelect,
};

fn about(files: &[ClientId]) -> SelectStatement {
    Query::select()
        .column(FileColumn::IncidentId)
        .from(File)
        .and_where(FileColumn::ClientId.is_in(files.iter().copied()))
        .to_owned()
}

/// Whether one about some files is looked into.
pub async fn is_open(tx: &DatabaseTransaction, files: &[ClientId]) -> Result<bool, DbErr> {
    let open = Entity::find()
        .filter(Column::Id.in_subquery(about(files)))
        .filter(Column::State.ne(IncidentState::Concluded));
    Ok(open.count(tx).await? > 0)
}

/// When one about some files was last reported or concluded.
pub async fn latest(
    tx: &DatabaseTransaction,
    files: &[ClientId],
) -> Result<Option<DateTime<Utc>>, DbErr> {
    type Moment = Option<DateTime<Utc>>;
    let moments: Option<(Moment, Moment)> = Entity::find()
        .select_only()
        .column_as(Column::ReportedAt.max(), "reported")
        .column_as(Column::ConcludedAt.max(), "concluded")
        .filter(Column::Id.in_subquery(about(files)))
        .into_tuple()
        .one(tx)
        .await?;
    Ok(moments.and_then(|(reported, concluded)| reported.max(concluded)))
}
