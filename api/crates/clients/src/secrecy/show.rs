//! Acknowledgements as they are read.
use super::dto::Acknowledgement;
use super::entity::Model;
use crate::names::{Names, Wanted};
use kernel::error::ApiResult;
use sea_orm::ConnectionTrait;
use sha2::{Digest, Sha256};

pub async fn names(db: &impl ConnectionTrait, rows: &[Model]) -> ApiResult<Names> {
    let mut wanted = Wanted::default();
    rows.iter().for_each(|row| wanted.person(row.person_id));
    wanted.find(db).await
}

pub fn row(row: Model, names: &Names) -> Acknowledgement {
    Acknowledgement {
        id: row.id,
        person: names.person(row.person_id),
        text_version: row.text_version,
        text_sha256: hex::encode(Sha256::digest(row.text.as_bytes())),
        text: row.text,
        confirmation: row.confirmation,
        acknowledged_at: row.acknowledged_at,
        valid_until: row.valid_until,
    }
}

pub async fn one(db: &impl ConnectionTrait, model: Model) -> ApiResult<Acknowledgement> {
    let names = names(db, std::slice::from_ref(&model)).await?;
    Ok(row(model, &names))
}
