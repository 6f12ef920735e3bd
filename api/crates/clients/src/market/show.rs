//! The register as it is read.
use super::dto::Extract;
use super::entity::Model;
use crate::names::{Names, Wanted};
use kernel::error::ApiResult;
use sea_orm::ConnectionTrait;

pub async fn names(db: &impl ConnectionTrait, rows: &[Model]) -> ApiResult<Names> {
    let mut wanted = Wanted::default();
    rows.iter().for_each(|row| wanted.person(row.taken_by));
    wanted.find(db).await
}

pub fn row(row: Model, names: &Names) -> Extract {
    Extract {
        id: row.id,
        purpose: row.purpose,
        files: row.files,
        size: row.size,
        sha256: row.sha256,
        clearance: row.clearance,
        taken_at: row.taken_at,
        taken_by: names.person(row.taken_by),
        destroyed_by: row.destroyed_by,
    }
}

pub async fn one(db: &impl ConnectionTrait, model: Model) -> ApiResult<Extract> {
    let names = names(db, std::slice::from_ref(&model)).await?;
    Ok(row(model, &names))
}
