//! Who of some people may do something to one record: to be asked before they are named on it or
//! told of it.
use super::{entity, kinds::PersonStatus};
use crate::rights::{expand::Home, load};
use chrono::{DateTime, Utc};
use kernel::access::Place;
use kernel::ids::PersonId;
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter};
use std::collections::BTreeSet;

/// Those of `people` who are active and to whom the permission, lent ones included, extends over a
/// record that stands there.
pub async fn who_may(
    db: &impl ConnectionTrait,
    people: &[PersonId],
    permission: &str,
    place: &Place,
    at: DateTime<Utc>,
) -> Result<BTreeSet<PersonId>, DbErr> {
    let mut found = BTreeSet::new();
    if people.is_empty() {
        return Ok(found);
    }
    let rows = entity::Entity::find()
        .filter(entity::Column::Id.is_in(people.iter().copied()))
        .filter(entity::Column::Status.eq(PersonStatus::Active))
        .all(db)
        .await?;
    for row in rows {
        let home = Home { department_id: row.department_id, site_id: row.site_id };
        let rights = load::of(db, row.id, home, at).await?;
        let reach = rights.permissions.get(permission);
        if rights.clearance >= place.level && reach.is_some_and(|it| it.covers(row.id, place)) {
            found.insert(row.id);
        }
    }
    Ok(found)
}
