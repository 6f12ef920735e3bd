//! Proving the chain: recompute every hash from the first entry on.
use super::severed::{self, Proofs};
use super::{entry, seal, write};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};
use serde::Serialize;
use std::collections::BTreeMap;

/// Outcome of a verification.
#[derive(Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct Verdict {
    pub valid: bool,
    /// Entries looked at.
    pub checked: i64,
    pub sequence: i64,
    /// Hash of the last good entry; keep it elsewhere as an anchor.
    pub hash: String,
    /// Certificates for which entries lost their contents, and how many: each has a printed one.
    pub severed: BTreeMap<uuid::Uuid, i64>,
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
    /// Its contents were taken out, and no certificate of a destruction accounts for what is left.
    Unproven,
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
        severed: BTreeMap::new(),
        first_bad: None,
    };
    let mut proofs = Proofs::default();
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
            let own = fault(verdict.sequence, &verdict.hash, &row);
            if let Some(why) = proofs.fault(db, &row, own).await? {
                let sequence = row.sequence.unwrap_or_default();
                return Ok(bad(verdict, sequence, Some(row.id), why));
            }
            if let Some(certificate) = row.severed_by {
                *verdict.severed.entry(certificate).or_default() += 1;
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

/// Why an entry cannot be the one after `sequence` and `hash`. One that was severed is proven by its
/// certificate ([`Proofs`]) and not by its columns.
#[must_use]
pub fn fault(sequence: i64, hash: &str, row: &entry::Model) -> Option<Why> {
    let expected = sequence.checked_add(1)?;
    if row.sequence != Some(expected) {
        return Some(Why::Gap);
    }
    if row.previous_hash.as_deref() != Some(hash) {
        return Some(Why::Unlinked);
    }
    own_fault(hash, expected, row)
}

/// Why an entry is not the one that an anchor was taken of.
#[must_use]
pub fn anchor_fault(hash: &str, row: &entry::Model) -> Option<Why> {
    let (Some(sequence), Some(previous)) = (row.sequence, row.previous_hash.as_deref()) else {
        return Some(Why::Altered);
    };
    if row.hash.as_deref() != Some(hash) {
        return Some(Why::Altered);
    }
    own_fault(previous, sequence, row)
}

fn own_fault(previous: &str, sequence: i64, row: &entry::Model) -> Option<Why> {
    if row.severed_by.is_some() {
        return (!severed::is_empty(row)).then_some(Why::ContentAltered);
    }
    if row.hash.as_deref() != Some(seal::hash(previous, sequence, row).as_str()) {
        return Some(Why::Altered);
    }
    (write::digest(&row.changes, &row.personal_changes) != row.digest)
        .then_some(Why::ContentAltered)
}

fn bad(mut verdict: Verdict, sequence: i64, entry_id: Option<uuid::Uuid>, why: Why) -> Verdict {
    verdict.valid = false;
    verdict.first_bad = Some(Bad { sequence, entry_id, why });
    verdict
}

#[cfg(test)]
#[path = "verify_tests.rs"]
mod tests;
