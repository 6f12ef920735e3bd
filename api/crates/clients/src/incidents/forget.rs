//! What incidents tell of a file that is destroyed (A-BOR-06): the record of who did what and what followed
//! stays, as secret as the file was; what the file was called goes.
use super::entity::{Column, Entity, Model};
use super::files::entity::{Column as FileColumn, Entity as File};
use super::party_entity as party;
use super::{act_entity as act, statement_entity as statement};
use crate::archive::entity::Model as ClientFile;
use crate::{ClientId, IncidentId};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, DatabaseTransaction, DbErr, EntityTrait, IntoActiveModel,
    QueryFilter, QueryOrder, QuerySelect,
};
use std::collections::BTreeSet;
use uuid::Uuid;

/// In place of a name.
const GONE: &str = "［已销毁的档案］";

/// What files were called: their trail is found by it.
pub fn names(files: &[ClientFile]) -> Vec<String> {
    let called = files.iter().flat_map(|file| {
        let more = [&file.short_name, &file.english_name, &file.credit_code, &file.telephone];
        std::iter::once(file.name.clone()).chain(more.into_iter().flatten().cloned())
    });
    let known: BTreeSet<String> =
        called.map(|name| name.trim().to_owned()).filter(|name| name.chars().count() > 1).collect();
    let mut known: Vec<String> = known.into_iter().collect();
    // A short name may stand in the long one.
    known.sort_by_key(|name| std::cmp::Reverse(name.len()));
    known
}

/// Take the names out of the incidents about some files; which incidents those are. The rows that name the
/// files go with the files.
pub async fn forget(
    tx: &DatabaseTransaction,
    files: &[ClientFile],
    level: i16,
) -> Result<Vec<Uuid>, DbErr> {
    let of = files.iter().map(|file| file.id);
    let found: BTreeSet<IncidentId> = File::find()
        .select_only()
        .column(FileColumn::IncidentId)
        .filter(FileColumn::ClientId.is_in::<ClientId, _>(of))
        .into_tuple()
        .all(tx)
        .await?
        .into_iter()
        .collect();
    let names = names(files);
    for id in &found {
        incident(tx, *id, (&names, level)).await?;
        parties(tx, *id, &names).await?;
        said(tx, *id, &names).await?;
    }
    Ok(found.into_iter().map(|id| id.0).collect())
}

fn without(text: &str, names: &[String]) -> String {
    names.iter().fold(text.to_owned(), |text, name| text.replace(name.as_str(), GONE))
}

fn without_some(text: Option<String>, names: &[String]) -> Option<String> {
    text.map(|text| without(&text, names))
}

async fn incident(
    tx: &DatabaseTransaction,
    id: IncidentId,
    (names, level): (&[String], i16),
) -> Result<(), DbErr> {
    let Some(row) = Entity::find_by_id(id).lock_exclusive().one(tx).await? else { return Ok(()) };
    let after = Model {
        what_happened: without(&row.what_happened, names),
        remedy: without_some(row.remedy.clone(), names),
        level: row.level.max(level),
        version: row.version + 1,
        ..row
    };
    let all = after.into_active_model().reset_all();
    Entity::update_many().set(all).filter(Column::Id.eq(id)).exec(tx).await?;
    Ok(())
}

async fn parties(tx: &DatabaseTransaction, id: IncidentId, names: &[String]) -> Result<(), DbErr> {
    let of = party::Entity::find().filter(party::Column::IncidentId.eq(id));
    for row in of.order_by_asc(party::Column::Id).all(tx).await? {
        let after = party::Model {
            deed: without(&row.deed, names),
            measure_note: without_some(row.measure_note.clone(), names),
            leadership_note: without_some(row.leadership_note.clone(), names),
            ..row
        };
        after.into_active_model().reset_all().update(tx).await?;
    }
    Ok(())
}

/// What people stated, and why somebody acted.
async fn said(tx: &DatabaseTransaction, id: IncidentId, names: &[String]) -> Result<(), DbErr> {
    let of = statement::Entity::find().filter(statement::Column::IncidentId.eq(id));
    for row in of.order_by_asc(statement::Column::Id).all(tx).await? {
        let after = statement::Model { text: without(&row.text, names), ..row };
        after.into_active_model().reset_all().update(tx).await?;
    }
    let of = act::Entity::find().filter(act::Column::IncidentId.eq(id));
    for row in of.order_by_asc(act::Column::Id).all(tx).await? {
        let after = act::Model { reason: without_some(row.reason.clone(), names), ..row };
        after.into_active_model().reset_all().update(tx).await?;
    }
    Ok(())
}
