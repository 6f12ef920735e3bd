//! Queries on grants.
use super::entity::{self, Column};
use crate::ids::{RoleGrantId, RoleId};
use crate::people::{HeldRole, entity as person, kinds::PersonStatus};
use crate::rights::load;
use crate::roles::{entity as role, permission_entity as role_permission, scope::Scope};
use chrono::{DateTime, Utc};
use kernel::access::Actor;
use kernel::ids::PersonId;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, ConnectionTrait, DatabaseTransaction, DbErr,
    EntityTrait, IntoActiveModel, JoinType, QueryFilter, QueryOrder, QuerySelect, RelationDef,
    Select,
};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Holding both of them, everywhere and without end, makes somebody an administrator.
const ADMINISTRATION: [&str; 2] = ["person.manage", "role.grant"];

fn to_person() -> RelationDef {
    entity::Entity::belongs_to(person::Entity).from(Column::PersonId).to(person::Column::Id).into()
}

/// Grants to people whom the caller reaches with a permission: every query that shows grants.
pub fn visible_to(actor: &Actor, permission: &str) -> Select<entity::Entity> {
    use person::Column::{DepartmentId, Id, SiteId};
    let within = actor.reach(permission).condition(actor.id, Id, DepartmentId, SiteId);
    entity::Entity::find().join(JoinType::InnerJoin, to_person()).filter(within)
}

pub async fn find_visible(
    db: &impl ConnectionTrait,
    actor: &Actor,
    id: RoleGrantId,
) -> Result<Option<entity::Model>, DbErr> {
    visible_to(actor, "role.read").filter(Column::Id.eq(id)).one(db).await
}

pub async fn lock(
    tx: &DatabaseTransaction,
    id: RoleGrantId,
) -> Result<Option<entity::Model>, DbErr> {
    entity::Entity::find_by_id(id).lock_exclusive().one(tx).await
}

pub async fn insert(db: &impl ConnectionTrait, row: entity::Model) -> Result<(), DbErr> {
    entity::Entity::insert(row.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

/// Write the whole row back.
pub async fn save(db: &impl ConnectionTrait, row: &entity::Model) -> Result<(), DbErr> {
    let all = row.clone().into_active_model().reset_all();
    entity::Entity::update_many().set(all).filter(Column::Id.eq(row.id)).exec(db).await?;
    Ok(())
}

/// Roles in force of these people.
pub async fn held_roles(
    db: &impl ConnectionTrait,
    people: &[PersonId],
    at: DateTime<Utc>,
) -> Result<HashMap<PersonId, Vec<HeldRole>>, DbErr> {
    let rows = entity::Entity::find()
        .select_only()
        .columns([Column::PersonId, Column::RoleId, Column::ValidUntil])
        .columns([role::Column::Code, role::Column::Name])
        .join(JoinType::InnerJoin, load::grant_to_role())
        .filter(Column::PersonId.is_in(people.iter().copied()))
        .filter(load::in_force(at))
        .order_by_asc(role::Column::Code)
        .into_tuple::<(PersonId, RoleId, Option<DateTime<Utc>>, String, String)>()
        .all(db)
        .await?;
    let mut held: HashMap<PersonId, Vec<HeldRole>> = HashMap::new();
    for (person, id, valid_until, code, name) in rows {
        let roles = held.entry(person).or_default();
        // Granted twice, it is still one role.
        if !roles.iter().any(|role| role.id == id) {
            roles.push(HeldRole { id, code, name, valid_until });
        }
    }
    Ok(held)
}

/// How many active people can administer the company without end.
pub async fn count_administrators(
    db: &impl ConnectionTrait,
    at: DateTime<Utc>,
) -> Result<usize, DbErr> {
    use role_permission::Column::{Permission, Scope as HowFar};
    let rows = entity::Entity::find()
        .select_only()
        .column(Column::PersonId)
        .column(Permission)
        .join(JoinType::InnerJoin, load::grant_to_permission())
        .join(JoinType::InnerJoin, to_person())
        .filter(load::in_force(at))
        .filter(Column::ValidUntil.is_null())
        .filter(Permission.is_in(ADMINISTRATION))
        .filter(HowFar.eq(Scope::All))
        .filter(person::Column::Status.eq(PersonStatus::Active))
        .filter(person::Column::PasswordHash.is_not_null())
        .into_tuple::<(PersonId, String)>()
        .all(db)
        .await?;
    let mut held: BTreeMap<PersonId, BTreeSet<String>> = BTreeMap::new();
    for (person, permission) in rows {
        held.entry(person).or_default().insert(permission);
    }
    Ok(held.values().filter(|permissions| permissions.len() == ADMINISTRATION.len()).count())
}

/// Who holds a role, from now on.
pub async fn holders(
    db: &impl ConnectionTrait,
    role: RoleId,
    at: DateTime<Utc>,
) -> Result<Vec<PersonId>, DbErr> {
    let lasting = Condition::any().add(Column::ValidUntil.is_null()).add(Column::ValidUntil.gt(at));
    entity::Entity::find()
        .select_only()
        .column(Column::PersonId)
        .distinct()
        .filter(Column::RoleId.eq(role))
        .filter(Column::RevokedAt.is_null())
        .filter(lasting)
        .order_by_asc(Column::PersonId)
        .into_tuple()
        .all(db)
        .await
}

/// Whether somebody holds a role, from now on.
pub async fn holds_role(
    db: &impl ConnectionTrait,
    person: PersonId,
    role: RoleId,
    at: DateTime<Utc>,
) -> Result<bool, DbErr> {
    Ok(holders(db, role, at).await?.contains(&person))
}
