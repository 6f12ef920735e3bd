//! Who acts while nobody is signed in yet.
use crate::people::entity as person;
use kernel::access::{Actor, Person, RequestInfo, Via};
use kernel::ids::PersonId;
use std::{collections::BTreeMap, sync::Arc};
use uuid::Uuid;

/// Somebody unknown, or the person that the credential in hand belongs to, without any rights.
/// The idempotency key is dropped: the kept answer would hold a token in the clear, and a sign-in
/// that is repeated does no harm.
pub fn actor(request: &RequestInfo, person: Option<&person::Model>) -> Actor {
    let person = Person {
        id: person.map_or(PersonId(Uuid::nil()), |p| p.id),
        name: person.map_or_else(|| "anonymous".to_owned(), |p| p.name.clone()),
        department_id: person.and_then(|p| p.department_id),
        site_id: person.and_then(|p| p.site_id),
        clearance: 0,
        permissions: BTreeMap::new(),
        must_change_password: false,
        withheld: None,
    };
    let request = request.beside();
    Actor { person: Arc::new(person), via: Via::Session, credential: None, request }
}
