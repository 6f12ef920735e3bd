//! Who sees what of an entry.
use kernel::access::{Actor, Place};

/// Shows the personal data of people outside the company; declared by the clients' area.
const PERSONAL: &str = "client-personal.read";

/// Reading the trail is not reading the files: personal data need their own right, where the record of the
/// entry stood.
#[must_use]
pub fn sees_personal_data(actor: &Actor, at: &Place) -> bool {
    actor.may(PERSONAL, at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::access::{Person, Reach};
    use kernel::ids::DepartmentId;
    use std::collections::BTreeMap;
    use std::sync::Arc;
    use uuid::Uuid;

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
        let department_id = Some(DepartmentId(Uuid::from_u128(5)));
        let at = Place { department_id, level: 2, ..Place::default() };
        let all = Reach::everything();
        let elsewhere = Reach { department_ids: [Uuid::from_u128(6)].into(), ..Reach::default() };
        assert!(sees_personal_data(&auditor(&[(PERSONAL, all.clone())], 2), &at));
        assert!(!sees_personal_data(&auditor(&[("audit.read", all.clone())], 3), &at));
        assert!(!sees_personal_data(&auditor(&[(PERSONAL, elsewhere)], 3), &at));
        assert!(!sees_personal_data(&auditor(&[(PERSONAL, all)], 1), &at));
    }
}
