//! What other areas may ask about people. But for [`nameable`] and [`nameable_among`], nothing here
//! looks at the caller's reach: names stand on records that were shown already, and the rest decides,
//! it is not shown.
use super::{entity, kinds::PersonStatus, store};
use crate::grants::entity as grant;
use crate::rights::{expand::Home, load};
use crate::roles::permission_entity as role_permission;
use chrono::{DateTime, Utc};
use kernel::access::{Actor, Place};
use kernel::ids::{DepartmentId, PersonId, SiteId};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, JoinType, QueryFilter, QueryOrder,
    QuerySelect, QueryTrait, RelationDef, sea_query::SelectStatement,
};
use std::collections::{BTreeSet, HashMap};

/// What decides about a person in other areas.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    pub id: PersonId,
    pub name: String,
    pub status: PersonStatus,
    pub department_id: Option<DepartmentId>,
    pub site_id: Option<SiteId>,
    pub superior_id: Option<PersonId>,
}

impl Known {
    /// Where what is about them stands.
    #[must_use]
    pub const fn place(&self) -> Place {
        Place {
            owner_id: Some(self.id),
            department_id: self.department_id,
            site_id: self.site_id,
            level: 0,
        }
    }
}

impl From<entity::Model> for Known {
    fn from(row: entity::Model) -> Self {
        Self {
            id: row.id,
            name: row.name,
            status: row.status,
            department_id: row.department_id,
            site_id: row.site_id,
            superior_id: row.superior_id,
        }
    }
}

/// Names of these people; who does not exist is missing.
pub async fn names(
    db: &impl ConnectionTrait,
    ids: impl IntoIterator<Item = PersonId>,
) -> Result<HashMap<PersonId, String>, DbErr> {
    store::names(db, ids).await
}

/// Somebody by id, active or not.
pub async fn find(db: &impl ConnectionTrait, id: PersonId) -> Result<Option<Known>, DbErr> {
    Ok(store::find(db, id).await?.map(Known::from))
}

/// Where those of these people belong who are at work.
pub async fn homes(
    db: &impl ConnectionTrait,
    ids: impl IntoIterator<Item = PersonId>,
) -> Result<HashMap<PersonId, (Option<DepartmentId>, Option<SiteId>)>, DbErr> {
    let ids: BTreeSet<_> = ids.into_iter().collect();
    let rows: Vec<(PersonId, Option<DepartmentId>, Option<SiteId>)> = entity::Entity::find()
        .select_only()
        .columns([entity::Column::Id, entity::Column::DepartmentId, entity::Column::SiteId])
        .filter(entity::Column::Status.eq(PersonStatus::Active))
        .filter(entity::Column::Id.is_in(ids))
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|(id, department, site)| (id, (department, site))).collect())
}

/// Everybody who has left.
pub async fn disabled(db: &impl ConnectionTrait) -> Result<Vec<PersonId>, DbErr> {
    entity::Entity::find()
        .select_only()
        .column(entity::Column::Id)
        .filter(entity::Column::Status.eq(PersonStatus::Disabled))
        .into_tuple()
        .all(db)
        .await
}

/// Somebody active whom the caller may name in a request: themselves, or within what they may read.
pub async fn nameable(
    db: &impl ConnectionTrait,
    actor: &Actor,
    id: PersonId,
) -> Result<Option<Known>, DbErr> {
    Ok(store::active_visible(db, actor, id).await?.map(Known::from))
}

/// The same of several people: those of them whom the caller may name.
pub async fn nameable_among(
    db: &impl ConnectionTrait,
    actor: &Actor,
    ids: BTreeSet<PersonId>,
) -> Result<BTreeSet<PersonId>, DbErr> {
    store::among_active_visible(db, actor, ids).await
}

/// These people by name, active or not; who does not exist is missing.
pub async fn some(
    db: &impl ConnectionTrait,
    ids: impl IntoIterator<Item = PersonId>,
) -> Result<Vec<Known>, DbErr> {
    let rows = entity::Entity::find()
        .filter(entity::Column::Id.is_in(ids))
        .order_by_asc(entity::Column::Name)
        .order_by_asc(entity::Column::Id)
        .all(db)
        .await?;
    Ok(rows.into_iter().map(Known::from).collect())
}

/// Everybody active, by name.
pub async fn active(db: &impl ConnectionTrait) -> Result<Vec<Known>, DbErr> {
    let rows = entity::Entity::find()
        .filter(entity::Column::Status.eq(PersonStatus::Active))
        .order_by_asc(entity::Column::Name)
        .order_by_asc(entity::Column::Id)
        .all(db)
        .await?;
    Ok(rows.into_iter().map(Known::from).collect())
}

/// Ids of the people within the reach of a right, of one department alone where one is named.
pub fn within(
    actor: &Actor,
    permission: &str,
    department: Option<DepartmentId>,
) -> SelectStatement {
    let of = department.map(|id| entity::Column::DepartmentId.eq(id));
    store::visible_to(actor, permission)
        .select_only()
        .column(entity::Column::Id)
        .filter(Condition::all().add_option(of))
        .into_query()
}

/// Somebody by login, active or not.
pub async fn by_login(db: &impl ConnectionTrait, login: &str) -> Result<Option<Known>, DbErr> {
    Ok(store::by_login(db, &store::fold_login(login)).await?.map(Known::from))
}

/// Active people who hold any of some permissions by a grant of their own in force, in a stable order.
pub async fn holders_of(
    db: &impl ConnectionTrait,
    permissions: impl IntoIterator<Item = &str>,
    at: DateTime<Utc>,
) -> Result<Vec<PersonId>, DbErr> {
    let holder: RelationDef = grant::Entity::belongs_to(entity::Entity)
        .from(grant::Column::PersonId)
        .to(entity::Column::Id)
        .into();
    grant::Entity::find()
        .select_only()
        .column(grant::Column::PersonId)
        .distinct()
        .join(JoinType::InnerJoin, load::grant_to_permission())
        .join(JoinType::InnerJoin, holder)
        .filter(role_permission::Column::Permission.is_in(permissions))
        .filter(entity::Column::Status.eq(PersonStatus::Active))
        .filter(load::in_force(at))
        .order_by_asc(grant::Column::PersonId)
        .into_tuple()
        .all(db)
        .await
}

/// Whether an active person holds a permission now, lent ones included.
pub async fn holds(
    db: &impl ConnectionTrait,
    person: PersonId,
    permission: &str,
    at: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let Some(row) = store::find(db, person).await? else { return Ok(false) };
    let home = Home { department_id: row.department_id, site_id: row.site_id };
    let rights = load::of(db, person, home, at).await?;
    Ok(row.status == PersonStatus::Active && rights.permissions.contains_key(permission))
}
