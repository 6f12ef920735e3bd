//! Who stands above whom, and who holds a role: whom a flow of approvals names.
use super::{Known, entity, kinds::PersonStatus};
use crate::departments::entity as department;
use crate::grants::entity as grant;
use crate::rights::{expand::Home, load};
use crate::roles::entity as role;
use chrono::{DateTime, Utc};
use kernel::ids::{DepartmentId, PersonId};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, JoinType, QueryFilter, QueryOrder,
    QuerySelect, RelationDef,
};
use std::collections::{BTreeSet, HashMap};

/// No company is deeper; a damaged line ends here.
const DEEPEST: usize = 30;

/// The superiors of a person, the nearest first.
pub async fn superiors(
    db: &impl ConnectionTrait,
    person: PersonId,
) -> Result<Vec<PersonId>, DbErr> {
    let mut line: Vec<PersonId> = vec![];
    let mut at = person;
    while line.len() < DEEPEST {
        let row = entity::Entity::find_by_id(at).one(db).await?;
        match row.and_then(|row| row.superior_id) {
            Some(above) if above != person && !line.contains(&above) => line.push(above),
            _ => break,
        }
        at = line.last().copied().unwrap_or(at);
    }
    Ok(line)
}

/// Everybody below a person, however far.
pub async fn below(
    db: &impl ConnectionTrait,
    person: PersonId,
) -> Result<BTreeSet<PersonId>, DbErr> {
    let mut under: HashMap<PersonId, Vec<PersonId>> = HashMap::new();
    for (one, above) in super::store::superiors(db).await? {
        under.entry(above).or_default().push(one);
    }
    let (mut found, mut next) = (BTreeSet::new(), vec![person]);
    while let Some(at) = next.pop() {
        let below = under.get(&at).into_iter().flatten().copied();
        next.extend(below.filter(|one| *one != person && found.insert(*one)));
    }
    Ok(found)
}

/// A department and those above it, the nearest first, each with who leads it.
pub async fn departments_above(
    db: &impl ConnectionTrait,
    id: DepartmentId,
) -> Result<Vec<(DepartmentId, Option<PersonId>)>, DbErr> {
    let mut line: Vec<(DepartmentId, Option<PersonId>)> = vec![];
    let mut at = Some(id);
    while let Some(next) = at.filter(|next| line.iter().all(|(seen, _)| seen != next)) {
        let Some(row) = department::Entity::find_by_id(next).one(db).await? else { break };
        line.push((next, row.head_person_id));
        at = row.parent_id.filter(|_| line.len() < DEEPEST);
    }
    Ok(line)
}

/// Whether somebody stands above a person: a superior, or whoever leads their department or one above it.
/// A superior who was not entered is no reason to do without the department's signature.
pub async fn is_led(
    db: &impl ConnectionTrait,
    person: PersonId,
    department: Option<DepartmentId>,
) -> Result<bool, DbErr> {
    let above = match department {
        Some(id) => departments_above(db, id).await?,
        None => vec![],
    };
    let mut heads = above.into_iter().filter_map(|(_, head)| head);
    let row = entity::Entity::find_by_id(person).one(db).await?;
    let below_somebody = row.is_some_and(|row| row.superior_id.is_some());
    Ok(below_somebody || heads.any(|head| head != person))
}

/// Who stands directly above somebody: their superior, else the head of the nearest department above; at
/// work, and never the person themselves.
pub async fn direct_superior(
    db: &impl ConnectionTrait,
    person: &Known,
) -> Result<Option<PersonId>, DbErr> {
    let mut line: Vec<PersonId> = person.superior_id.into_iter().collect();
    if let Some(department) = person.department_id {
        let above = departments_above(db, department).await?;
        line.extend(above.into_iter().filter_map(|(_, head)| head));
    }
    line.retain(|above| *above != person.id);
    let at_work = super::homes(db, line.iter().copied()).await?;
    Ok(line.into_iter().find(|above| at_work.contains_key(above)))
}

/// Active people who hold a role by a grant in force, in a stable order.
pub async fn with_role(
    db: &impl ConnectionTrait,
    code: &str,
    at: DateTime<Utc>,
) -> Result<Vec<Known>, DbErr> {
    let granted: RelationDef = entity::Entity::belongs_to(grant::Entity)
        .from(entity::Column::Id)
        .to(grant::Column::PersonId)
        .into();
    let rows = entity::Entity::find()
        .distinct()
        .join(JoinType::InnerJoin, granted)
        .join(JoinType::InnerJoin, load::grant_to_role())
        .filter(role::Column::Code.eq(code))
        .filter(entity::Column::Status.eq(PersonStatus::Active))
        .filter(load::in_force(at))
        .order_by_asc(entity::Column::Id)
        .all(db)
        .await?;
    Ok(rows.into_iter().map(Known::from).collect())
}

/// Those of some people who are active, hold all these permissions anywhere, lent ones included, and
/// are cleared for a level.
pub async fn who_hold(
    db: &impl ConnectionTrait,
    people: &BTreeSet<PersonId>,
    permissions: &[&str],
    level: i16,
    at: DateTime<Utc>,
) -> Result<BTreeSet<PersonId>, DbErr> {
    let mut found = BTreeSet::new();
    let rows = super::some(db, people.iter().copied()).await?;
    for row in rows.into_iter().filter(|row| row.status == PersonStatus::Active) {
        let home = Home { department_id: row.department_id, site_id: row.site_id };
        let rights = load::of(db, row.id, home, at).await?;
        let holds = |code: &&str| rights.permissions.contains_key(*code);
        if rights.clearance >= level && permissions.iter().all(holds) {
            found.insert(row.id);
        }
    }
    Ok(found)
}
