//! The records of the file that a submission would change, as they stand.
use super::kinds::RecordKind;
use super::proposal::FieldChange;
use super::record::{self, RecordProposal};
use crate::archive::entity::Model as File;
use crate::contacts::{self, ContactInput};
use crate::hanging::in_place;
use crate::purchases::{self, PurchaseInput};
use crate::qualifications::{self, QualificationInput};
use crate::{ClientId, ContactId, PurchaseId, QualificationId};
use chrono::{DateTime, NaiveDate, Utc};
use kernel::audit::Changes;
use kernel::code::field;
use kernel::error::{ApiError, ApiResult};
use sea_orm::ConnectionTrait;
use serde::Serialize;
use serde_json::Value;
use std::collections::{HashMap, HashSet};
use uuid::Uuid;

/// A record of the file.
#[derive(Clone, Debug)]
pub struct Standing {
    pub version: i64,
    pub removed_at: Option<DateTime<Utc>>,
    /// What its input would be now.
    pub contents: Value,
}

/// By kind and id.
#[derive(Debug, Default)]
pub struct Standings(HashMap<(RecordKind, Uuid), Standing>);

impl Standings {
    /// Those that the records name, found in the file: at most one query a kind.
    pub async fn find(
        db: &impl ConnectionTrait,
        client: ClientId,
        records: &[RecordProposal],
    ) -> ApiResult<Self> {
        let ids = |kind| {
            let named =
                records.iter().filter(move |it| it.kind == kind).filter_map(|it| it.record_id);
            named.collect::<Vec<_>>()
        };
        let mut found = Self::default();
        let named = ids(RecordKind::Contact);
        if !named.is_empty() {
            let ids = named.into_iter().map(ContactId);
            for row in contacts::store::some(db, client, ids).await? {
                let input = ContactInput::from(&row);
                found.put(RecordKind::Contact, row.id.0, row.version, row.removed_at, &input)?;
            }
        }
        let named = ids(RecordKind::Qualification);
        if !named.is_empty() {
            let ids = named.into_iter().map(QualificationId);
            for row in qualifications::store::some(db, client, ids).await? {
                let input = QualificationInput::from(&row);
                found.put(
                    RecordKind::Qualification,
                    row.id.0,
                    row.version,
                    row.removed_at,
                    &input,
                )?;
            }
        }
        let named = ids(RecordKind::Purchase);
        if !named.is_empty() {
            let ids = named.into_iter().map(PurchaseId);
            for row in purchases::store::some(db, client, ids).await? {
                let input = PurchaseInput::from(&row);
                found.put(RecordKind::Purchase, row.id.0, row.version, row.removed_at, &input)?;
            }
        }
        Ok(found)
    }

    fn put(
        &mut self,
        kind: RecordKind,
        id: Uuid,
        version: i64,
        removed_at: Option<DateTime<Utc>>,
        input: &impl Serialize,
    ) -> ApiResult<()> {
        let contents = serde_json::to_value(input)?;
        self.0.insert((kind, id), Standing { version, removed_at, contents });
        Ok(())
    }

    #[must_use]
    pub fn of(&self, record: &RecordProposal) -> Option<&Standing> {
        self.0.get(&(record.kind, record.record_id?))
    }
}

/// Each would be a valid record of this file, or of one that has none yet.
pub async fn checked(
    db: &impl ConnectionTrait,
    file: Option<&File>,
    records: &[RecordProposal],
    today: NaiveDate,
) -> ApiResult<()> {
    let standing = match file {
        Some(file) => Standings::find(db, file.id, records).await?,
        None => Standings::default(),
    };
    let mut named = HashSet::new();
    for (at, one) in records.iter().enumerate() {
        let wrong = |part: &str, code| ApiError::field(&record::place(at, part), code);
        let current = standing.of(one);
        match (one.record_id, one.record_version) {
            (None, None) => {}
            (None, Some(_)) => return Err(wrong("record_version", field::UNKNOWN_FIELD)),
            (Some(_), None) => return Err(wrong("record_version", field::REQUIRED)),
            (Some(id), Some(_)) => {
                // Of two changes to one record the second would always be of an older version.
                if !named.insert((one.kind, id)) {
                    return Err(wrong("record_id", field::DUPLICATE));
                }
                let unknown = || wrong("record_id", field::UNKNOWN_REFERENCE);
                in_place(current.ok_or_else(unknown)?.removed_at)?;
            }
        }
        one.check(current.map(|it| &it.contents), today)
            .map_err(|error| error.within(&record::place(at, "payload")))?;
    }
    Ok(())
}

/// What a record would hold that it does not hold now. `guarded`: fields that are named whether or
/// not they differ: an answer that told would let somebody try what a masked value is (A-CLI-28).
pub fn difference(
    one: &RecordProposal,
    current: &Standing,
    guarded: impl Fn(&str) -> bool,
) -> Vec<FieldChange> {
    // What no longer fits together with the record says so when it is accepted.
    let Ok(after) = one.contents(Some(&current.contents)) else { return vec![] };
    let mut changes = Changes::between(&current.contents, &after).0;
    for (name, value) in one.payload.iter().filter(|(name, _)| guarded(name)) {
        let before = current.contents.get(name).cloned().unwrap_or_default();
        changes.entry(name.clone()).or_insert_with(|| Value::Array(vec![before, value.clone()]));
    }
    changes.into_iter().map(FieldChange::from).collect()
}
