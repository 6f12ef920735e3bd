//! Who sees what of an entry, and what makes an entry bad.
use kernel::access::{Actor, Place};
use kernel::audit::verify::Why;
use kernel::audit::{entry, seal};
use kernel::ids::{DepartmentId, PersonId, SiteId};
use sha2::{Digest, Sha256};

/// Shows the personal data of people outside the company; declared by the clients' area.
const PERSONAL: &str = "client-personal.read";

/// Reading the trail is not reading the files: personal data need their own right, for the very
/// record that the entry is about.
#[must_use]
pub fn sees_personal_data(actor: &Actor, row: &entry::Model) -> bool {
    let place = Place {
        owner_id: row.owner_id.map(PersonId),
        department_id: row.department_id.map(DepartmentId),
        site_id: row.site_id.map(SiteId),
        level: row.level,
    };
    actor.may(PERSONAL, &place)
}

/// Why an entry cannot be the one after `sequence` and `hash`.
#[must_use]
pub fn fault(sequence: i64, hash: &str, row: &entry::Model) -> Option<Why> {
    let expected = sequence.checked_add(1)?;
    if row.sequence != Some(expected) {
        return Some(Why::Gap);
    }
    if row.previous_hash.as_deref() != Some(hash) {
        return Some(Why::Unlinked);
    }
    if row.hash.as_deref() != Some(seal::hash(hash, expected, row).as_str()) {
        return Some(Why::Altered);
    }
    (digest(row) != row.digest).then_some(Why::ContentAltered)
}

/// Why an entry is not the one that an anchor was taken of.
#[must_use]
pub fn anchor_fault(hash: &str, row: &entry::Model) -> Option<Why> {
    let (Some(sequence), Some(previous)) = (row.sequence, row.previous_hash.as_deref()) else {
        return Some(Why::Altered);
    };
    if row.hash.as_deref() != Some(hash) || seal::hash(previous, sequence, row) != hash {
        return Some(Why::Altered);
    }
    (digest(row) != row.digest).then_some(Why::ContentAltered)
}

/// SHA-256 over the open and the personal changes, the first with its length before it.
fn digest(row: &entry::Model) -> String {
    let mut hash = Sha256::new();
    hash.update(u64::try_from(row.changes.len()).unwrap_or_default().to_be_bytes());
    hash.update(row.changes.as_bytes());
    hash.update(row.personal_changes.as_bytes());
    hex::encode(hash.finalize())
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::DateTime;
    use kernel::access::{Person, Reach};
    use std::collections::BTreeMap;
    use std::sync::Arc;
    use uuid::Uuid;

    fn entry(sequence: i64, previous: &str) -> entry::Model {
        let mut row = entry::Model {
            id: Uuid::from_u128(7),
            sequence: Some(sequence),
            occurred_at: DateTime::from_timestamp(1_764_000_000, 0).unwrap(),
            actor_id: Uuid::nil(),
            actor_name: "system".to_owned(),
            via: "SYSTEM".to_owned(),
            action: "client.updated".to_owned(),
            outcome: "DONE".to_owned(),
            code: None,
            resource_type: "client".to_owned(),
            resource_id: Some(Uuid::from_u128(1)),
            resource_label: "KH-20261122-0001".to_owned(),
            changes: r#"{"name":["甲","乙"]}"#.to_owned(),
            personal_changes: "{}".to_owned(),
            digest: String::new(),
            reason: None,
            request_id: "r".to_owned(),
            owner_id: None,
            department_id: Some(Uuid::from_u128(5)),
            site_id: None,
            level: 2,
            previous_hash: Some(previous.to_owned()),
            hash: None,
        };
        row.digest = digest(&row);
        row.hash = Some(seal::hash(previous, sequence, &row));
        row
    }

    #[test]
    fn an_entry_as_it_was_sealed_follows_the_one_before() {
        assert_eq!(fault(3, "abc", &entry(4, "abc")), None);
        let good = entry(4, "abc");
        assert_eq!(anchor_fault(good.hash.as_deref().unwrap(), &good), None);
    }

    #[test]
    fn each_way_of_doctoring_is_told_apart() {
        assert_eq!(fault(2, "abc", &entry(4, "abc")), Some(Why::Gap));
        assert_eq!(fault(3, "abd", &entry(4, "abc")), Some(Why::Unlinked));
        let renamed = entry::Model { actor_name: "other".to_owned(), ..entry(4, "abc") };
        assert_eq!(fault(3, "abc", &renamed), Some(Why::Altered));
        let rewritten = entry::Model { changes: "{}".to_owned(), ..entry(4, "abc") };
        assert_eq!(fault(3, "abc", &rewritten), Some(Why::ContentAltered));
    }

    #[test]
    fn a_rewritten_chain_does_not_meet_the_anchor() {
        let good = entry(4, "abc");
        let anchor = good.hash.clone().unwrap();
        let mut forged = entry::Model { reason: Some("forged".to_owned()), ..good };
        assert_eq!(anchor_fault(&anchor, &forged), Some(Why::Altered));
        // Hashed anew, as somebody with the database in their hands would do.
        forged.hash = Some(seal::hash("abc", 4, &forged));
        assert_eq!(anchor_fault(&anchor, &forged), Some(Why::Altered));
    }

    #[test]
    fn personal_data_need_their_own_right_over_the_record() {
        let auditor = |permissions: &[(&str, Reach)], clearance| {
            let permissions: BTreeMap<_, _> = permissions
                .iter()
                .map(|(name, reach)| ((*name).to_owned(), reach.clone()))
                .collect();
            let mut actor = Actor::system([], "test");
            let person = Person { permissions, clearance, ..(*actor.person).clone() };
            actor.person = Arc::new(person);
            actor
        };
        let row = entry(1, "");
        let all = Reach::everything();
        let elsewhere = Reach { department_ids: [Uuid::from_u128(6)].into(), ..Reach::default() };
        assert!(sees_personal_data(&auditor(&[(PERSONAL, all.clone())], 2), &row));
        assert!(!sees_personal_data(&auditor(&[("audit.read", all.clone())], 3), &row));
        assert!(!sees_personal_data(&auditor(&[(PERSONAL, elsewhere)], 3), &row));
        assert!(!sees_personal_data(&auditor(&[(PERSONAL, all)], 1), &row));
    }
}
