//! Entries whose contents were destroyed lawfully (A-BOR-06).
//!
//! Such an entry keeps who acted, when and on what, its digest and its hash, so the entries after it go
//! on proving their order; its label, its changes and its reason are gone, and its hash can no longer be
//! computed from its columns. What takes its place is a certificate: one entry of the trail, whole and
//! chained like any other, that says how many entries were severed for it and gives a digest over what is
//! left of each. Whoever severs an entry by hand, or alters one that was severed, finds no certificate
//! that says so.
use super::verify::Why;
use super::{Changes, entry, seal, write};
use crate::error::ApiResult;
use crate::work::Work;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect, sea_query::Expr,
};
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use uuid::Uuid;

const PAGE: u64 = 1000;
/// Where the certificate says it, among its changes.
const ENTRIES: &str = "severed.entries";
const DIGEST: &str = "severed.digest";
/// What is left of the contents.
const NOTHING: &str = "{}";

/// What was severed for one certificate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Severed {
    pub entries: i64,
    /// Place of the last of them in the chain.
    last: i64,
    /// SHA-256 over what is left of each, in hex.
    pub digest: String,
}

impl Severed {
    /// As the certificate's own entry says it, which proves the others from then on.
    #[must_use]
    pub fn said(&self) -> Changes {
        let mut said = Changes::one(ENTRIES, Value::Null, self.entries);
        said.0.extend(Changes::one(DIGEST, Value::Null, &self.digest).0);
        said
    }

    fn said_by(&self, row: &entry::Model) -> bool {
        became(row, DIGEST).as_ref().and_then(Value::as_str) == Some(self.digest.as_str())
            && became(row, ENTRIES).as_ref().and_then(Value::as_i64) == Some(self.entries)
            && row.sequence.is_some_and(|sequence| sequence > self.last)
    }
}

/// Which entries lose their contents.
#[derive(Clone, Debug, Default)]
pub struct About {
    /// Records whose whole trail goes.
    pub records: Vec<Uuid>,
    /// Records that spoke of others as well: of these the entries go that name one of `records`.
    pub mentioning: Vec<Uuid>,
    /// What `records` were called: an entry names them by it as well.
    pub names: Vec<String>,
}

impl About {
    fn entries(&self) -> Condition {
        let names = |id: &Uuid| {
            let id = id.to_string();
            let changes = entry::Column::Changes.contains(&id);
            Condition::any().add(changes).add(entry::Column::PersonalChanges.contains(&id))
        };
        let called = |name: &String| {
            // As it stands in a JSON text.
            let written = Value::from(name.as_str()).to_string();
            let written = written.trim_matches('"').to_owned();
            let changes = entry::Column::Changes.contains(&written);
            Condition::any().add(changes).add(entry::Column::Reason.contains(name))
        };
        let named = self.records.iter().map(names).fold(Condition::any(), Condition::add);
        let named = self.names.iter().map(called).fold(named, Condition::add);
        let of = |ids: &[Uuid]| entry::Column::ResourceId.is_in(ids.iter().copied());
        let mentioning = Condition::all().add(of(&self.mentioning)).add(named);
        Condition::all()
            // An entry without a hash would have nothing that proves it; what was refused names an
            // operation and rules, nothing of the record, and stays for whoever looks into attempts.
            .add(entry::Column::Sequence.is_not_null())
            .add(entry::Column::ResourceType.ne("operation"))
            .add(entry::Column::SeveredBy.is_null())
            .add(Condition::any().add(of(&self.records)).add(mentioning))
    }
}

/// What an entry says that a field became.
fn became(row: &entry::Model, field: &str) -> Option<Value> {
    let changes: Value = serde_json::from_str(&row.changes).ok()?;
    changes.get(field)?.get(1).cloned()
}

/// Take the contents out of entries, of those too that were committed a moment ago. The certificate is a
/// record of its own; the work has to record [`Severed::said`] about it.
pub async fn sever(work: &Work<'_>, certificate: Uuid, about: &About) -> ApiResult<Severed> {
    let tx = work.db();
    seal::within(tx).await?;
    entry::Entity::update_many()
        .col_expr(entry::Column::ResourceLabel, Expr::value(""))
        .col_expr(entry::Column::Changes, Expr::value(NOTHING))
        .col_expr(entry::Column::PersonalChanges, Expr::value(NOTHING))
        .col_expr(entry::Column::Reason, Expr::value(None::<String>))
        .col_expr(entry::Column::SeveredBy, Expr::value(certificate))
        .filter(about.entries())
        .exec(tx)
        .await?;
    Ok(left(tx, certificate).await?)
}

/// What is left of the entries that were severed for a certificate.
async fn left(db: &impl ConnectionTrait, certificate: Uuid) -> Result<Severed, DbErr> {
    let (mut entries, mut hash, mut after) = (0, Sha256::new(), 0);
    loop {
        let rows = entry::Entity::find()
            .filter(entry::Column::SeveredBy.eq(certificate))
            .filter(entry::Column::Sequence.gt(after))
            .order_by_asc(entry::Column::Sequence)
            .limit(PAGE)
            .all(db)
            .await?;
        let Some(last) = rows.last() else { break };
        after = last.sequence.unwrap_or(after);
        for row in &rows {
            entries += 1;
            hash.update(stub(row));
        }
    }
    Ok(Severed { entries, last: after, digest: hex::encode(hash.finalize()) })
}

/// Everything that stays of an entry.
fn stub(row: &entry::Model) -> [u8; 32] {
    let text = |part: Option<String>| part.unwrap_or_default();
    let parts = [
        text(row.sequence.map(|it| it.to_string())),
        row.id.to_string(),
        row.occurred_at.timestamp_micros().to_string(),
        row.actor_id.to_string(),
        row.actor_name.clone(),
        row.via.clone(),
        row.action.clone(),
        row.outcome.clone(),
        text(row.code.clone()),
        row.resource_type.clone(),
        text(row.resource_id.map(|it| it.to_string())),
        row.digest.clone(),
        row.request_id.clone(),
        text(row.previous_hash.clone()),
        text(row.hash.clone()),
    ];
    let mut hash = Sha256::new();
    for part in &parts {
        hash.update(u64::try_from(part.len()).unwrap_or_default().to_be_bytes());
        hash.update(part.as_bytes());
    }
    hash.finalize().into()
}

/// Whether nothing is left of the contents of an entry.
#[must_use]
pub fn is_empty(row: &entry::Model) -> bool {
    let nothing = |text: &str| text == NOTHING;
    row.resource_label.is_empty()
        && row.reason.is_none()
        && nothing(&row.changes)
        && nothing(&row.personal_changes)
}

/// Certificates that were looked at in one walk along the chain.
#[derive(Debug, Default)]
pub struct Proofs(HashMap<Uuid, bool>);

impl Proofs {
    /// The same fault of an entry, or that nothing accounts for its missing contents.
    pub async fn fault(
        &mut self,
        db: &impl ConnectionTrait,
        row: &entry::Model,
        own: Option<Why>,
    ) -> Result<Option<Why>, DbErr> {
        let proven = own.is_some() || self.hold(db, row).await?;
        Ok(if proven { own } else { Some(Why::Unproven) })
    }

    /// Whether an entry is whole, or its certificate accounts for it.
    async fn hold(&mut self, db: &impl ConnectionTrait, row: &entry::Model) -> Result<bool, DbErr> {
        let Some(certificate) = row.severed_by else { return Ok(true) };
        if let Some(known) = self.0.get(&certificate) {
            return Ok(*known);
        }
        let severed = left(db, certificate).await?;
        let said = entry::Entity::find()
            .filter(entry::Column::ResourceId.eq(certificate))
            .filter(entry::Column::SeveredBy.is_null())
            .filter(entry::Column::Sequence.is_not_null())
            .all(db)
            .await?;
        // One and no other: a second would vouch for what was altered after the first.
        let mut certificates = said.iter().filter(|row| became(row, DIGEST).is_some());
        let proven = match (certificates.next(), certificates.next()) {
            (Some(row), None) => sound(row) && severed.said_by(row),
            _ => false,
        };
        self.0.insert(certificate, proven);
        Ok(proven)
    }
}

/// Whether an entry's columns give its digest and its hash.
fn sound(row: &entry::Model) -> bool {
    let (Some(sequence), Some(previous)) = (row.sequence, row.previous_hash.as_deref()) else {
        return false;
    };
    row.hash.as_deref() == Some(seal::hash(previous, sequence, row).as_str())
        && write::digest(&row.changes, &row.personal_changes) == row.digest
}
