//! Queries on the outbox; each starts from [`receivable`].
use kernel::access::{Actor, Reach};
use kernel::audit::event::{Column, EVERYBODY, Entity, Model, OWNER_ONLY};
use kernel::audit::seal::head;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect, Select,
};
use std::collections::HashMap;

/// The sequence of the last sealed event.
pub async fn head(db: &impl ConnectionTrait) -> Result<i64, DbErr> {
    let head = head::Entity::find_by_id(1).one(db).await?;
    Ok(head.map_or(0, |head| head.event_sequence))
}

/// Events after one sequence and up to another that the caller may receive.
pub fn between(actor: &Actor, after: i64, up_to: i64) -> Select<Entity> {
    Entity::find()
        .filter(Column::Sequence.gt(after))
        .filter(Column::Sequence.lte(up_to))
        .filter(receivable(actor))
}

/// The first of them.
pub async fn first(
    db: &impl ConnectionTrait,
    events: Select<Entity>,
    rows: u64,
) -> Result<Vec<Model>, DbErr> {
    events.order_by_asc(Column::Sequence).limit(rows).all(db).await
}

/// Those of some events that the caller may receive, by their sequence.
pub async fn these(
    db: &impl ConnectionTrait,
    actor: &Actor,
    sequences: impl IntoIterator<Item = i64>,
) -> Result<HashMap<i64, Model>, DbErr> {
    let named = Entity::find().filter(Column::Sequence.is_in(sequences));
    let rows = named.filter(receivable(actor)).all(db).await?;
    Ok(rows.into_iter().filter_map(|row| Some((row.sequence?, row))).collect())
}

/// Each event names the permission under which it is told; the caller must hold it with a reach that
/// covers the record, and a clearance that covers its level. What concerns oneself, and what everybody
/// may read, takes no permission.
fn receivable(actor: &Actor) -> Condition {
    let mine =
        Condition::all().add(Column::Permission.eq(OWNER_ONLY)).add(Column::OwnerId.eq(actor.id.0));
    let mut any = Condition::any().add(mine).add(Column::Permission.eq(EVERYBODY));
    for (reach, permissions) in by_reach(actor) {
        let covered =
            reach.condition(actor.id, Column::OwnerId, Column::DepartmentId, Column::SiteId);
        any = any.add(Condition::all().add(Column::Permission.is_in(permissions)).add(covered));
    }
    Condition::all().add(Column::Level.lte(actor.clearance)).add(any)
}

/// Most permissions of a role share one reach: as many conditions as reaches, not as permissions.
fn by_reach(actor: &Actor) -> Vec<(&Reach, Vec<&str>)> {
    let mut groups: Vec<(&Reach, Vec<&str>)> = vec![];
    for (permission, reach) in &actor.permissions {
        match groups.iter_mut().find(|(known, _)| *known == reach) {
            Some((_, permissions)) => permissions.push(permission),
            None => groups.push((reach, vec![permission])),
        }
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::access::Person;
    use kernel::ids::PersonId;
    use sea_orm::{DbBackend, QueryTrait};
    use std::sync::Arc;
    use uuid::Uuid;

    fn somebody(permissions: &[(&str, Reach)]) -> Actor {
        let permissions =
            permissions.iter().map(|(name, reach)| ((*name).to_owned(), reach.clone())).collect();
        let mut actor = Actor::system([], "test");
        let id = PersonId(Uuid::from_u128(1));
        let person = Person { id, permissions, clearance: 1, ..(*actor.person).clone() };
        actor.person = Arc::new(person);
        actor
    }

    #[test]
    fn permissions_of_one_reach_are_one_condition() {
        let here = Reach { department_ids: [Uuid::from_u128(5)].into(), ..Reach::default() };
        let actor = somebody(&[
            ("a.read", here.clone()),
            ("b.read", Reach::everything()),
            ("c.read", here),
        ]);
        let groups = by_reach(&actor);
        let permissions: Vec<_> =
            groups.iter().map(|(_, permissions)| permissions.clone()).collect();
        assert_eq!(permissions, vec![vec!["a.read", "c.read"], vec!["b.read"]]);
    }

    #[test]
    fn without_any_right_only_what_concerns_oneself_or_everybody_is_received() {
        let sql =
            Entity::find().filter(receivable(&somebody(&[]))).build(DbBackend::Sqlite).to_string();
        let (_, condition) = sql.split_once("WHERE ").unwrap();
        assert!(condition.starts_with("\"event\".\"level\" <= 1 AND"), "{condition}");
        assert!(condition.contains("\"permission\" = 'signed-in'"), "{condition}");
        let others = condition.replacen(" OR \"event\".\"permission\" = 'everybody'", "", 1);
        assert!(!others.contains(" OR "), "{condition}");
    }
}
