//! What exceptions are called that exist for somebody; for notifications.
use super::entity::{Column, Entity};
use super::show::called;
use super::store;
use crate::obligations::Obligations;
use kernel::access::Actor;
use kernel::app::App;
use kernel::error::ApiResult;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use std::collections::HashMap;
use uuid::Uuid;

pub async fn labels(
    app: &App,
    obligations: &Obligations,
    actor: &Actor,
    ids: &[Uuid],
) -> ApiResult<HashMap<Uuid, String>> {
    let rows = Entity::find()
        .filter(Column::Id.is_in(ids.iter().copied()))
        .filter(store::visible_to(obligations, actor, app.clock.now()))
        .all(app.db.reader())
        .await?;
    let records = rows.iter().map(|row| (row.subject_kind.as_str(), row.subject_id));
    let records = obligations.labels(app, actor, records).await?;
    let lang = actor.request.lang;
    let called = |row: super::entity::Model| {
        let name = called(obligations, &row).in_lang(lang);
        let label = records.get(&row.subject_id).map(String::as_str).unwrap_or_default();
        (row.id.0, format!("{name} {label}").trim().to_owned())
    };
    Ok(rows.into_iter().map(called).collect())
}
