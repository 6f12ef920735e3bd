//! Reading what a person may do: three statements at the most, whatever they hold.
use super::expand::{self, Held, Home, Lent, Rights};
use super::tree::Tree;
use crate::delegations::entity as delegation;
use crate::departments::entity as department;
use crate::grants::entity as grant;
use crate::people::{entity as person, kinds::PersonStatus};
use crate::roles::{entity as role, permission_entity as role_permission, scope::Scope};
use chrono::{DateTime, Utc};
use kernel::ids::{DepartmentId, PersonId, SiteId};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, JoinType, QueryFilter,
    QuerySelect, RelationDef,
};

/// Rights of a person at a moment, lent ones included.
pub async fn of(
    db: &impl ConnectionTrait,
    me: PersonId,
    home: Home,
    at: DateTime<Utc>,
) -> Result<Rights, DbErr> {
    let lent = lent_to(db, me, at).await?;
    let people = std::iter::once(me).chain(lent.iter().map(|one| one.from)).collect::<Vec<_>>();
    let held = held_by(db, &people, at).await?;
    let tree = if held.iter().any(|one| one.scope == Some(Scope::Subtree)) {
        tree(db).await?
    } else {
        Tree::default()
    };
    let mut rights = expand::own(me, home, &held, &tree);
    expand::lend(&mut rights, &lent, &held, &tree);
    Ok(rights)
}

/// Rights by grants of one's own alone: what one may lend or give on.
pub async fn own(
    db: &impl ConnectionTrait,
    me: PersonId,
    home: Home,
    at: DateTime<Utc>,
) -> Result<Rights, DbErr> {
    let held = held_by(db, &[me], at).await?;
    Ok(expand::own(me, home, &held, &tree(db).await?))
}

pub async fn tree(db: &impl ConnectionTrait) -> Result<Tree, DbErr> {
    let rows = department::Entity::find()
        .select_only()
        .column(department::Column::Id)
        .column(department::Column::ParentId)
        .into_tuple::<(DepartmentId, Option<DepartmentId>)>()
        .all(db)
        .await?;
    Ok(Tree::of(rows))
}

/// The condition on grants in force.
pub fn in_force(at: DateTime<Utc>) -> Condition {
    use grant::Column::{RevokedAt, ValidFrom, ValidUntil};
    Condition::all()
        .add(RevokedAt.is_null())
        .add(ValidFrom.lte(at))
        .add(Condition::any().add(ValidUntil.is_null()).add(ValidUntil.gt(at)))
}

pub fn grant_to_role() -> RelationDef {
    grant::Entity::belongs_to(role::Entity).from(grant::Column::RoleId).to(role::Column::Id).into()
}

pub fn grant_to_permission() -> RelationDef {
    grant::Entity::belongs_to(role_permission::Entity)
        .from(grant::Column::RoleId)
        .to(role_permission::Column::RoleId)
        .into()
}

async fn held_by(
    db: &impl ConnectionTrait,
    people: &[PersonId],
    at: DateTime<Utc>,
) -> Result<Vec<Held>, DbErr> {
    let rows = grant::Entity::find()
        .select_only()
        .column(grant::Column::PersonId)
        .column(role::Column::Clearance)
        .column(role_permission::Column::Permission)
        .column(role_permission::Column::Scope)
        .join(JoinType::InnerJoin, grant_to_role())
        .join(JoinType::LeftJoin, grant_to_permission())
        .filter(grant::Column::PersonId.is_in(people.iter().copied()))
        .filter(in_force(at))
        .into_tuple::<(PersonId, i16, Option<String>, Option<Scope>)>()
        .all(db)
        .await?;
    let held = |(person_id, clearance, permission, scope)| Held {
        person_id,
        clearance,
        permission,
        scope,
    };
    Ok(rows.into_iter().map(held).collect())
}

async fn lent_to(
    db: &impl ConnectionTrait,
    me: PersonId,
    at: DateTime<Utc>,
) -> Result<Vec<Lent>, DbErr> {
    use delegation::Column as C;
    let delegator: RelationDef = delegation::Entity::belongs_to(person::Entity)
        .from(C::FromPersonId)
        .to(person::Column::Id)
        .into();
    let rows = delegation::Entity::find()
        .select_only()
        .columns([C::FromPersonId, C::Permissions])
        .columns([person::Column::DepartmentId, person::Column::SiteId])
        .join(JoinType::InnerJoin, delegator)
        .filter(C::ToPersonId.eq(me))
        .filter(C::RevokedAt.is_null())
        .filter(C::ValidFrom.lte(at))
        .filter(C::ValidUntil.gt(at))
        .filter(person::Column::Status.eq(PersonStatus::Active))
        .into_tuple::<(PersonId, String, Option<DepartmentId>, Option<SiteId>)>()
        .all(db)
        .await?;
    let lent = |(from, permissions, department_id, site_id): (_, String, _, _)| Lent {
        from,
        home: Home { department_id, site_id },
        permissions: crate::stored::list(&permissions),
    };
    Ok(rows.into_iter().map(lent).collect())
}
