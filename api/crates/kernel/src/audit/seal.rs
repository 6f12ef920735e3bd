//! Numbering and chaining. A chain written inside each transaction would make every writer of a
//! PostgreSQL installation wait for every other; so entries are sealed right after their commit,
//! in batches, by whichever process holds the row of the chain's head. A reader of events follows
//! the sequence and can therefore never skip a transaction that committed late.
use super::{entry, event};
use crate::db::Db;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, DatabaseTransaction, DbErr, EntityTrait,
    IntoActiveModel, QueryFilter, QueryOrder, QuerySelect, entity::prelude::*,
};
use sha2::{Digest, Sha256};

/// Rows in one batch.
const BATCH: u64 = 500;
/// The hash before the first entry.
pub const GENESIS: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// Table `chain_head`: one row, locked by whoever seals.
pub mod head {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "chain_head")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: i32,
        pub audit_sequence: i64,
        pub audit_hash: String,
        pub event_sequence: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// What one pass did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sealed {
    pub entries: usize,
    pub events: usize,
}

/// Seal everything that is committed. Safe to run in several processes at once.
pub async fn seal(db: &Db) -> Result<Sealed, DbErr> {
    let mut total = Sealed::default();
    loop {
        if !anything(db).await? {
            return Ok(total);
        }
        let tx = db.begin().await?;
        let done = batch(tx.db()).await?;
        tx.commit().await?;
        total.entries += done.entries;
        total.events += done.events;
        if done == Sealed::default() {
            return Ok(total);
        }
    }
}

/// The same within a transaction, which holds the head of the chain until it ends: for who has to find
/// every entry with its hash.
pub async fn within(tx: &DatabaseTransaction) -> Result<(), DbErr> {
    while batch(tx).await? != Sealed::default() {}
    Ok(())
}

/// Looked at without the write lock first: most passes find nothing.
async fn anything(db: &Db) -> Result<bool, DbErr> {
    let entry = entry::Entity::find().filter(entry::Column::Sequence.is_null());
    if entry
        .select_only()
        .column(entry::Column::Id)
        .limit(1)
        .into_tuple::<Uuid>()
        .one(db.reader())
        .await?
        .is_some()
    {
        return Ok(true);
    }
    let event = event::Entity::find().filter(event::Column::Sequence.is_null());
    let found = event
        .select_only()
        .column(event::Column::Id)
        .limit(1)
        .into_tuple::<Uuid>()
        .one(db.reader());
    Ok(found.await?.is_some())
}

async fn batch(tx: &DatabaseTransaction) -> Result<Sealed, DbErr> {
    let head = head::Entity::find_by_id(1).lock_exclusive().one(tx).await?;
    let head = head.ok_or_else(|| DbErr::RecordNotFound("chain_head".to_owned()))?;
    let mut new = head.clone();
    let mut done = Sealed::default();
    let entries = entry::Entity::find()
        .filter(entry::Column::Sequence.is_null())
        .order_by_asc(entry::Column::Id)
        .limit(BATCH)
        .all(tx)
        .await?;
    for row in entries {
        new.audit_sequence += 1;
        let hash = hash(&new.audit_hash, new.audit_sequence, &row);
        let mut row = row.into_active_model();
        row.sequence = Set(Some(new.audit_sequence));
        row.previous_hash = Set(Some(std::mem::replace(&mut new.audit_hash, hash.clone())));
        row.hash = Set(Some(hash));
        entry::Entity::update(row).exec(tx).await?;
        done.entries += 1;
    }
    let events = event::Entity::find()
        .filter(event::Column::Sequence.is_null())
        .order_by_asc(event::Column::Id)
        .limit(BATCH)
        .all(tx)
        .await?;
    for row in events {
        new.event_sequence += 1;
        let mut row = row.into_active_model();
        row.sequence = Set(Some(new.event_sequence));
        event::Entity::update(row).exec(tx).await?;
        done.events += 1;
    }
    if done != Sealed::default() {
        let mut row = head.into_active_model();
        row.audit_sequence = Set(new.audit_sequence);
        row.audit_hash = Set(new.audit_hash);
        row.event_sequence = Set(new.event_sequence);
        row.update(tx).await?;
    }
    Ok(done)
}

/// SHA-256 over the previous hash and every column that tells what happened, each with its length
/// before it so that no two rows can look alike.
#[must_use]
pub fn hash(previous: &str, sequence: i64, row: &entry::Model) -> String {
    let at = row.occurred_at.timestamp_micros().to_string();
    let id = row.resource_id.map(|id| id.to_string()).unwrap_or_default();
    let (sequence, entry_id, actor) =
        (sequence.to_string(), row.id.to_string(), row.actor_id.to_string());
    let parts = [
        previous,
        &sequence,
        &entry_id,
        &at,
        &actor,
        &row.actor_name,
        &row.via,
        &row.action,
        &row.outcome,
        row.code.as_deref().unwrap_or_default(),
        &row.resource_type,
        &id,
        &row.resource_label,
        &row.digest,
        row.reason.as_deref().unwrap_or_default(),
        &row.request_id,
    ];
    let mut hash = Sha256::new();
    for part in parts {
        hash.update(u64::try_from(part.len()).unwrap_or_default().to_be_bytes());
        hash.update(part.as_bytes());
    }
    hex::encode(hash.finalize())
}
