//! Who sees what of an entry.
use kernel::access::{Actor, Place};
use kernel::audit::entry;
use kernel::ids::{DepartmentId, PersonId, SiteId};

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

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::DateTime;
    use kernel::access::{Person, Reach};
    use std::collections::BTreeMap;
    use std::sync::Arc;
    use uuid::Uuid;

    fn entry() -> entry::Model {
        entry::Model {
            id: Uuid::from_u128(7),
            sequence: Some(1),
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
            previous_hash: None,
            hash: None,
            severed_by: None,
        }
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
        let row = entry();
        let all = Reach::everything();
        let elsewhere = Reach { department_ids: [Uuid::from_u128(6)].into(), ..Reach::default() };
        assert!(sees_personal_data(&auditor(&[(PERSONAL, all.clone())], 2), &row));
        assert!(!sees_personal_data(&auditor(&[("audit.read", all.clone())], 3), &row));
        assert!(!sees_personal_data(&auditor(&[(PERSONAL, elsewhere)], 3), &row));
        assert!(!sees_personal_data(&auditor(&[(PERSONAL, all)], 1), &row));
    }
}
