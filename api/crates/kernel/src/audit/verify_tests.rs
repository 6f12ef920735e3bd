//! What makes an entry bad.
use super::*;
use chrono::DateTime;
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
        severed_by: None,
    };
    row.digest = write::digest(&row.changes, &row.personal_changes);
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
fn a_severed_entry_has_nothing_in_it_and_keeps_its_place() {
    let severed = entry::Model {
        resource_label: String::new(),
        changes: "{}".to_owned(),
        severed_by: Some(Uuid::from_u128(9)),
        ..entry(4, "abc")
    };
    assert_eq!(fault(3, "abc", &severed), None);
    assert_eq!(anchor_fault(severed.hash.as_deref().unwrap(), &severed), None);
    assert_eq!(fault(3, "abd", &severed), Some(Why::Unlinked));
    let with = |changed: entry::Model| fault(3, "abc", &changed);
    let labelled = entry::Model { resource_label: "甲".to_owned(), ..severed.clone() };
    assert_eq!(with(labelled), Some(Why::ContentAltered));
    let reasoned = entry::Model { reason: Some("误建".to_owned()), ..severed };
    assert_eq!(with(reasoned), Some(Why::ContentAltered));
}
