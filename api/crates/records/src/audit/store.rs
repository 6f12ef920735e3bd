//! Queries on the trail; every one that shows entries starts from [`visible_to`].
use super::bounds;
use super::dto::{AuditFilter, Outcome};
use crate::ReadAudit;
use chrono::{DateTime, Utc};
use kernel::access::{Actor, Permission};
use kernel::audit::entry::{Column, Entity, Model};
use kernel::audit::seal::head;
use kernel::db::count::capped;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbBackend, DbErr, EntityTrait, QueryFilter,
    QueryOrder, QuerySelect, Select, Statement, sea_query::Expr,
};
use uuid::Uuid;

/// Labels that may begin alike and still be looked up by id.
const FEW: u64 = 1000;

/// An auditor's entries: of records within the reach of `audit.read` and not above their clearance.
fn visible_to(actor: &Actor) -> Select<Entity> {
    let reach = actor.reach(ReadAudit::NAME);
    Entity::find()
        .filter(reach.condition(actor.id, Column::OwnerId, Column::DepartmentId, Column::SiteId))
        .filter(Column::Level.lte(actor.clearance))
}

pub async fn matching(
    db: &impl ConnectionTrait,
    actor: &Actor,
    filter: &AuditFilter,
) -> Result<Select<Entity>, DbErr> {
    let mut all = Condition::all()
        .add_option(filter.actor_id.map(|id| Column::ActorId.eq(id.0)))
        .add_option(filter.action.as_deref().map(|action| Column::Action.eq(action)))
        .add_option(filter.outcome.map(|outcome| Column::Outcome.eq(outcome.as_str())))
        .add_option(filter.resource_type.as_deref().map(|kind| Column::ResourceType.eq(kind)))
        .add_option(filter.resource_id.map(|id| Column::ResourceId.eq(id)));
    if let Some(after) = filter.occurred_after {
        all = all.add(Column::OccurredAt.gte(after)).add(Column::Id.gte(bounds::lowest(after)));
    }
    if let Some(before) = filter.occurred_before {
        all = all.add(Column::OccurredAt.lt(before)).add(Column::Id.lt(bounds::above(before)));
    }
    if let Some(clause) = &filter.clause {
        // A refusal keeps the rules that refused, and no id is the beginning of another.
        let refused = Column::Outcome.eq(Outcome::Refused.as_str());
        all = all.add(refused).add(Column::Reason.contains(clause.as_str()));
    }
    if let Some(q) = filter.q.as_deref().map(str::trim).filter(|q| !q.is_empty()) {
        all = all.add(beginning(db, q).await?);
    }
    Ok(visible_to(actor).filter(all))
}

/// Refused attempts of a time.
pub fn refused_between(actor: &Actor, begin: DateTime<Utc>, end: DateTime<Utc>) -> Select<Entity> {
    visible_to(actor)
        .filter(Column::Outcome.eq(Outcome::Refused.as_str()))
        .filter(Column::OccurredAt.gte(begin))
        .filter(Column::OccurredAt.lt(end))
        .filter(Column::Id.gte(bounds::lowest(begin)))
        .filter(Column::Id.lt(bounds::above(end)))
}

/// Entries whose label or act begins with `q`. A rare label is turned into its ids, for a planner
/// would rather walk the whole trail backwards than believe that it is rare.
async fn beginning(db: &impl ConnectionTrait, q: &str) -> Result<Condition, DbErr> {
    let acts: Vec<String> = acts(db).await?.into_iter().filter(|act| act.starts_with(q)).collect();
    let label = label_begins(db.get_database_backend(), q);
    let ids: Vec<Uuid> = Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(label.clone())
        .limit(FEW)
        .into_tuple()
        .all(db)
        .await?;
    let few = u64::try_from(ids.len()).is_ok_and(|count| count < FEW);
    let named = if few { Condition::all().add(Column::Id.is_in(ids)) } else { label };
    Ok(Condition::any().add(Column::Action.is_in(acts)).add(named))
}

/// Byte by byte on both databases, as the index has it.
fn label_begins(backend: DbBackend, q: &str) -> Condition {
    let end = format!("{q}{}", char::MAX);
    let column = "\"audit_entry\".\"resource_label\"";
    let sql = if backend == DbBackend::Postgres {
        format!("{column} ~>=~ $1 AND {column} ~<~ $2")
    } else {
        format!("{column} >= ? AND {column} < ?")
    };
    Condition::all().add(Expr::cust_with_values(sql, [q.to_owned(), end]))
}

/// The acts that ever occurred: some hundred, found by jumping through the index from one to the next.
async fn acts(db: &impl ConnectionTrait) -> Result<Vec<String>, DbErr> {
    let sql = "WITH RECURSIVE known(action) AS ( \
               SELECT MIN(action) FROM audit_entry UNION ALL \
               SELECT (SELECT MIN(e.action) FROM audit_entry e WHERE e.action > known.action) \
               FROM known WHERE known.action IS NOT NULL) \
               SELECT action FROM known WHERE action IS NOT NULL";
    let rows = db.query_all_raw(Statement::from_string(db.get_database_backend(), sql)).await?;
    rows.iter().map(|row| row.try_get("", "action")).collect()
}

pub async fn find(
    db: &impl ConnectionTrait,
    actor: &Actor,
    id: Uuid,
) -> Result<Option<Model>, DbErr> {
    visible_to(actor).filter(Column::Id.eq(id)).one(db).await
}

pub async fn head(db: &impl ConnectionTrait) -> Result<Option<head::Model>, DbErr> {
    head::Entity::find_by_id(1).one(db).await
}

pub async fn unsealed(db: &impl ConnectionTrait) -> Result<u64, DbErr> {
    capped(db, Entity::find().filter(Column::Sequence.is_null())).await
}

/// The chain in its own order, whoever asks: only hashes and numbers of it are shown.
pub async fn sealed_after(
    db: &impl ConnectionTrait,
    sequence: i64,
    rows: u64,
) -> Result<Vec<Model>, DbErr> {
    Entity::find()
        .filter(Column::Sequence.gt(sequence))
        .order_by_asc(Column::Sequence)
        .limit(rows)
        .all(db)
        .await
}

pub async fn sealed_at(db: &impl ConnectionTrait, sequence: i64) -> Result<Option<Model>, DbErr> {
    Entity::find().filter(Column::Sequence.eq(sequence)).one(db).await
}
