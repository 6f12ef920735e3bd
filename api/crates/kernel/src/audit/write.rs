//! Inserting the trail of one work: one statement for entries and events together on PostgreSQL
//! (a round trip saved is a third of a small transaction), one each on SQLite.
use super::entry;
use super::event;
use super::record::{Changes, Record};
use crate::access::{Actor, Place};
use crate::ids::PersonId;
use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveValue::Set, ConnectionTrait, DatabaseTransaction, DbBackend, DbErr, EntityTrait,
    QueryTrait, Statement, sea_query::PostgresQueryBuilder,
};
use serde_json::json;
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// Rows of one statement: SQLite takes 32,766 parameters, an entry has 25 of them.
const AT_ONCE: usize = 500;

/// Append the records to trail and outbox.
pub async fn insert(
    tx: &DatabaseTransaction,
    actor: &Actor,
    at: DateTime<Utc>,
    records: Vec<Record>,
    fresh: impl Fn() -> Uuid,
) -> Result<(), DbErr> {
    if records.is_empty() {
        return Ok(());
    }
    let events: Vec<_> =
        records.iter().flat_map(|record| told(record, actor, at, &fresh)).collect();
    let entries: Vec<_> =
        records.into_iter().map(|record| kept(record, actor, at, fresh())).collect();
    let few = entries.len().max(events.len()) <= AT_ONCE && !events.is_empty();
    if few && tx.get_database_backend() == DbBackend::Postgres {
        return both_at_once(tx, entries, events).await;
    }
    for some in entries.chunks(AT_ONCE) {
        entry::Entity::insert_many(some.to_vec()).exec_without_returning(tx).await?;
    }
    for some in events.chunks(AT_ONCE) {
        event::Entity::insert_many(some.to_vec()).exec_without_returning(tx).await?;
    }
    Ok(())
}

/// `WITH a AS (INSERT INTO audit_entry …) INSERT INTO event …`.
async fn both_at_once(
    tx: &DatabaseTransaction,
    entries: Vec<entry::ActiveModel>,
    events: Vec<event::ActiveModel>,
) -> Result<(), DbErr> {
    let (first, mut values) =
        entry::Entity::insert_many(entries).into_query().build(PostgresQueryBuilder);
    let (second, more) =
        event::Entity::insert_many(events).into_query().build(PostgresQueryBuilder);
    let second = shifted(&second, values.0.len());
    values.0.extend(more.0);
    let sql = format!("WITH kept AS ({first}) {second}");
    tx.execute_raw(Statement::from_sql_and_values(DbBackend::Postgres, sql, values)).await?;
    Ok(())
}

/// Renumber `$1…` to follow `by` earlier parameters. The statement is our own and holds no
/// literal text, so every `$` is a parameter.
fn shifted(sql: &str, by: usize) -> String {
    let mut pieces = sql.split('$');
    let mut shifted = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let digits = piece.chars().take_while(char::is_ascii_digit).count();
        let (number, rest) = piece.split_at(digits);
        let number: usize = number.parse().unwrap_or_default();
        shifted.push('$');
        shifted.push_str(&(number + by).to_string());
        shifted.push_str(rest);
    }
    shifted
}

/// SHA-256 over the open and the personal changes, in hex.
#[must_use]
pub fn digest(changes: &str, personal: &str) -> String {
    let mut hash = Sha256::new();
    hash.update(u64::try_from(changes.len()).unwrap_or_default().to_be_bytes());
    hash.update(changes.as_bytes());
    hash.update(personal.as_bytes());
    hex::encode(hash.finalize())
}

fn text(changes: Changes) -> String {
    serde_json::Value::Object(changes.0).to_string()
}

fn kept(record: Record, actor: &Actor, at: DateTime<Utc>, id: Uuid) -> entry::ActiveModel {
    let (changes, personal_changes) = (text(record.changes), text(record.personal));
    entry::ActiveModel {
        id: Set(id),
        sequence: Set(None),
        occurred_at: Set(at),
        actor_id: Set(actor.id.0),
        actor_name: Set(actor.name.clone()),
        via: Set(actor.via.as_str().to_owned()),
        action: Set(record.action.to_owned()),
        outcome: Set(record.outcome.as_str().to_owned()),
        code: Set(record.code.map(str::to_owned)),
        resource_type: Set(record.resource.kind.to_owned()),
        resource_id: Set(record.resource.id),
        resource_label: Set(record.resource.label),
        digest: Set(digest(&changes, &personal_changes)),
        changes: Set(changes),
        personal_changes: Set(personal_changes),
        reason: Set(record.reason),
        request_id: Set(actor.request.id.clone()),
        owner_id: Set(record.place.owner_id.map(|id| id.0)),
        department_id: Set(record.place.department_id.map(|id| id.0)),
        site_id: Set(record.place.site_id.map(|id| id.0)),
        level: Set(record.place.level),
        previous_hash: Set(None),
        hash: Set(None),
        severed_by: Set(None),
    }
}

/// One event for each of its hearers.
fn told(
    record: &Record,
    actor: &Actor,
    at: DateTime<Utc>,
    fresh: impl Fn() -> Uuid,
) -> Vec<event::ActiveModel> {
    let Some(resource_id) = record.resource.id else { return vec![] };
    let mut data = record.data.clone();
    if !record.changes.is_empty() {
        data.insert("changed".to_owned(), json!(record.changes.fields()));
    }
    let data = serde_json::Value::Object(data).to_string();
    let event = |(permission, place): (&str, Place)| event::ActiveModel {
        id: Set(fresh()),
        sequence: Set(None),
        name: Set(record.action.to_owned()),
        occurred_at: Set(at),
        actor_id: Set(actor.id.0),
        resource_type: Set(record.resource.kind.to_owned()),
        resource_id: Set(resource_id),
        data: Set(data.clone()),
        permission: Set(permission.to_owned()),
        owner_id: Set(place.owner_id.map(|id| id.0)),
        department_id: Set(place.department_id.map(|id| id.0)),
        site_id: Set(place.site_id.map(|id| id.0)),
        level: Set(place.level),
    };
    let holders = record.told_to.map(|permission| (permission, record.place));
    let level = record.place.level;
    let home = |id: &PersonId| Place { owner_id: Some(*id), level, ..Place::default() };
    let under = record.concerned_under.unwrap_or(event::OWNER_ONLY);
    let concerned = record.concerned.iter().map(|id| (under, home(id)));
    holders.into_iter().chain(concerned).map(event).collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn parameters_follow_those_before_them() {
        assert_eq!(super::shifted("VALUES ($1, $12) x", 3), "VALUES ($4, $15) x");
    }
}
