//! Writing readings down, and letting go of old ones.
use super::entity::{Column, Entity, Model};
use crate::access::Actor;
use crate::app::App;
use crate::error::ApiResult;
use crate::work::Work;
use chrono::{DateTime, Utc};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, DatabaseTransaction, DbErr, EntityTrait, IntoActiveModel, QueryFilter};

/// Rows of one statement; SQLite binds at most 32,766 values.
const CHUNK: usize = 500;

/// What somebody (also through another process) read in the same period stands there already.
pub async fn write(app: &App, rows: Vec<Model>) -> ApiResult<()> {
    let service = Actor::system([], "readings");
    let work = Work::begin(app, &service).await?;
    for some in rows.chunks(CHUNK) {
        let once = [
            Column::ResourceId,
            Column::Period,
            Column::PersonId,
            Column::Way,
            Column::Via,
            Column::Level,
        ];
        Entity::insert_many(some.iter().cloned().map(IntoActiveModel::into_active_model))
            .on_conflict(OnConflict::columns(once).do_nothing().to_owned())
            .exec_without_returning(work.db())
            .await?;
    }
    work.commit_nothing().await?;
    Ok(())
}

/// Readings before a moment.
pub async fn forget(tx: &DatabaseTransaction, before: DateTime<Utc>) -> Result<u64, DbErr> {
    let gone = Entity::delete_many().filter(Column::ReadAt.lt(before)).exec(tx).await?;
    Ok(gone.rows_affected)
}
