//! What other areas may ask about people: which of them a few typed words mean.
use super::entity::{self, Column};
use super::{filter, store};
use crate::departments::store as departments;
use kernel::access::Actor;
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::ids::PersonId;
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect};
use std::collections::HashMap;
use uuid::Uuid;

/// A person, as a list of hits names them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundPerson {
    pub id: PersonId,
    pub name: String,
    pub employee_number: Option<String>,
    /// Login and department: what tells a person from their namesakes.
    pub about: String,
}

/// People whom the caller may read, those who are active first, in the order of their names.
pub async fn search(app: &App, actor: &Actor, q: &str, limit: u64) -> ApiResult<Vec<FoundPerson>> {
    let db = app.db.reader();
    let rows = store::visible_to(actor, "person.read")
        .filter(filter::words(q))
        .order_by_asc(Column::Status)
        .order_by_asc(Column::SortKey)
        .order_by_asc(Column::Id)
        .limit(limit)
        .all(db)
        .await?;
    let names = departments::names(db, rows.iter().filter_map(|row| row.department_id)).await?;
    let found = |row: entity::Model| {
        let department = row.department_id.and_then(|id| names.get(&id).cloned());
        let about: Vec<_> = [Some(row.login), department].into_iter().flatten().collect();
        FoundPerson {
            id: row.id,
            name: row.name,
            employee_number: row.employee_number,
            about: about.join(" · "),
        }
    };
    Ok(rows.into_iter().map(found).collect())
}

/// Those of some people whom the caller may read, themselves always, with their names.
pub async fn labels(app: &App, actor: &Actor, ids: &[Uuid]) -> ApiResult<HashMap<Uuid, String>> {
    let ids: Vec<_> = ids.iter().copied().map(PersonId).collect();
    let rows: Vec<(Uuid, String)> = store::visible_to(actor, "person.read")
        .filter(Column::Id.is_in(ids.iter().copied()))
        .select_only()
        .columns([Column::Id, Column::Name])
        .into_tuple()
        .all(app.db.reader())
        .await?;
    let own = ids.contains(&actor.id).then(|| (actor.id.0, actor.name.clone()));
    Ok(rows.into_iter().chain(own).collect())
}
