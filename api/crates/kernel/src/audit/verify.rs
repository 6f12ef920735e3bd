//! Proving the chain: recompute every hash from the first entry on.
use super::{entry, seal};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};
use serde::Serialize;

/// Outcome of a verification.
#[derive(Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct Verdict {
    pub valid: bool,
    /// Entries looked at.
    pub checked: i64,
    pub sequence: i64,
    /// Hash of the last good entry; keep it elsewhere as an anchor.
    pub hash: String,
    pub first_bad: Option<Bad>,
}

/// The first entry that does not fit.
#[derive(Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct Bad {
    pub sequence: i64,
    pub entry_id: Option<uuid::Uuid>,
    pub why: Why,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Why {
    /// A number is missing: an entry was removed.
    Gap,
    /// It does not follow the entry before it.
    Unlinked,
    /// Its columns do not give its hash.
    Altered,
    /// Its changes do not give its digest.
    ContentAltered,
    /// The head says more entries than there are: the end was cut off.
    Truncated,
}

const PAGE: u64 = 1000;

/// Walk the whole chain. Reads in pages, holds no lock.
pub async fn verify(db: &impl ConnectionTrait) -> Result<Verdict, DbErr> {
    let head = seal::head::Entity::find_by_id(1).one(db).await?;
    let mut verdict = Verdict {
        valid: true,
        checked: 0,
        sequence: 0,
        hash: seal::GENESIS.to_owned(),
        first_bad: None,
    };
    loop {
        let rows = entry::Entity::find()
            .filter(entry::Column::Sequence.gt(verdict.sequence))
            .order_by_asc(entry::Column::Sequence)
            .limit(PAGE)
            .all(db)
            .await?;
        if rows.is_empty() {
            break;
        }
        for row in rows {
            if let Some(why) = fault(&verdict, &row) {
                let sequence = row.sequence.unwrap_or_default();
                return Ok(bad(verdict, sequence, Some(row.id), why));
            }
            verdict.checked += 1;
            verdict.sequence = row.sequence.unwrap_or_default();
            verdict.hash = row.hash.unwrap_or_default();
        }
    }
    let expected = head.map_or(0, |h| h.audit_sequence);
    if verdict.sequence < expected {
        let sequence = verdict.sequence + 1;
        return Ok(bad(verdict, sequence, None, Why::Truncated));
    }
    Ok(verdict)
}

fn fault(so_far: &Verdict, row: &entry::Model) -> Option<Why> {
    let sequence = row.sequence.unwrap_or_default();
    if sequence != so_far.sequence + 1 {
        return Some(Why::Gap);
    }
    if row.previous_hash.as_deref() != Some(so_far.hash.as_str()) {
        return Some(Why::Unlinked);
    }
    if row.hash.as_deref() != Some(seal::hash(&so_far.hash, sequence, row).as_str()) {
        return Some(Why::Altered);
    }
    (super::write::digest(&row.changes, &row.personal_changes) != row.digest)
        .then_some(Why::ContentAltered)
}

fn bad(mut verdict: Verdict, sequence: i64, entry_id: Option<uuid::Uuid>, why: Why) -> Verdict {
    verdict.valid = false;
    verdict.first_bad = Some(Bad { sequence, entry_id, why });
    verdict
}
