//! Which extracts for market analysis hold a file. Their bytes are read for it, before anything is locked:
//! one that does not hold it keeps its contents, and nobody who took it learns that there was such a file.
use super::dto::DestroyedFile;
use super::entity::Model as Destruction;
use crate::ExtractId;
use crate::archive::entity::{Column as FileColumn, Entity as Files};
use crate::market::entity as extract;
use chrono::{DateTime, Utc};
use kernel::app::App;
use kernel::error::ApiResult;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};

/// An extract with the hash of its bytes.
pub type Held = (ExtractId, String);

/// A file that waits to be destroyed is in no new one.
pub async fn holding(app: &App, row: &Destruction) -> ApiResult<Vec<Held>> {
    let files: Vec<DestroyedFile> = serde_json::from_str(&row.files)?;
    let begun = Files::find()
        .select_only()
        .column_as(FileColumn::CreatedAt.min(), "begun")
        .filter(FileColumn::Id.is_in(files.iter().map(|file| file.id)))
        .into_tuple::<Option<DateTime<Utc>>>()
        .one(app.db.reader())
        .await?
        .flatten();
    let taken: Vec<Held> = extract::Entity::find()
        .select_only()
        .columns([extract::Column::Id, extract::Column::Sha256])
        .filter(extract::Column::DestroyedBy.is_null())
        .filter(extract::Column::TakenAt.gte(begun))
        .into_tuple()
        .all(app.db.reader())
        .await?;
    let mut found = vec![];
    for (id, hash) in taken {
        let table = app.files.get(&hash).await?;
        if files.iter().any(|file| names(&table, file.number.as_bytes())) {
            found.push((id, hash));
        }
    }
    Ok(found)
}

/// Whether a table has a number in it, and not only as the beginning of a longer one.
fn names(table: &[u8], number: &[u8]) -> bool {
    let width = number.len();
    table
        .windows(width)
        .enumerate()
        .any(|(at, some)| some == number && !table.get(at + width).is_some_and(u8::is_ascii_digit))
}

#[cfg(test)]
mod tests {
    use super::names;

    #[test]
    fn a_number_is_not_the_beginning_of_another() {
        let table = "编号,名称\nKH-20230314-00071,甲\n".as_bytes();
        assert!(!names(table, b"KH-20230314-0007"));
        assert!(names(table, b"KH-20230314-00071"));
        assert!(names(b"KH-20230314-0007", b"KH-20230314-0007"));
    }
}
