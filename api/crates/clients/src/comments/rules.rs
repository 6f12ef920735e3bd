//! Who says something about a client, and who may take it back.
use super::entity::Model;
use crate::MENTION_CANNOT_SEE;
use crate::archive::{entity::Model as File, rules};
use crate::hanging::{Refusal, Verdict, in_place, own_or_keep};
use kernel::access::Actor;
use kernel::error::{ApiError, ApiResult};
use kernel::http::problem::FieldProblem;
use kernel::ids::PersonId;
use std::collections::BTreeSet;

/// Everybody who sees a file in force may comment on it.
pub fn comment(file: &File) -> Verdict {
    Ok(rules::in_force(file)?)
}

/// Nobody puts words into somebody else's mouth, the archive's keeper included.
pub fn change(actor: &Actor, file: &File, row: &Model) -> Verdict {
    comment(file)?;
    in_place(row.removed_at)?;
    if row.created_by == actor.id { Ok(()) } else { Err(Refusal::OfAnother { clauses: &[] }) }
}

pub fn remove(actor: &Actor, file: &File, row: &Model) -> Verdict {
    own_or_keep(actor, file, row.created_by, &["A-CLI-16"])?;
    in_place(row.removed_at)
}

/// Who cannot see the client is not told that it is spoken of.
pub fn mentions(mentioned: &[PersonId], seeing: &BTreeSet<PersonId>) -> ApiResult<()> {
    let wrong: Vec<_> = mentioned
        .iter()
        .enumerate()
        .filter(|(_, person)| !seeing.contains(person))
        .map(|(at, _)| FieldProblem::new(&format!("/mentions/{at}"), MENTION_CANNOT_SEE))
        .collect();
    if wrong.is_empty() { Ok(()) } else { Err(ApiError::Invalid(wrong)) }
}

/// Whom to tell: the newly mentioned, not again those who were told, and not oneself.
#[must_use]
pub fn to_be_told(before: &[PersonId], after: &[PersonId], me: PersonId) -> Vec<PersonId> {
    after.iter().copied().filter(|person| !before.contains(person) && *person != me).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn person(n: u128) -> PersonId {
        PersonId(Uuid::from_u128(n))
    }

    #[test]
    fn each_person_who_cannot_see_the_client_is_pointed_at() {
        let seeing = BTreeSet::from([person(1)]);
        assert!(mentions(&[person(1)], &seeing).is_ok());
        let Err(ApiError::Invalid(wrong)) = mentions(&[person(2), person(1), person(3)], &seeing)
        else {
            panic!("accepted")
        };
        let pointers: Vec<_> = wrong.iter().map(|w| w.pointer.as_str()).collect();
        assert_eq!(pointers, ["/mentions/0", "/mentions/2"]);
    }

    #[test]
    fn people_are_told_once_and_nobody_tells_themselves() {
        let told = to_be_told(&[person(1)], &[person(1), person(2), person(9)], person(9));
        assert_eq!(told, [person(2)]);
    }
}
