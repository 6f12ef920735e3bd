//! A private person's file holds personal data (A-CLI-28): those without the right see it masked,
//! and its changes are kept apart in the trail.
use super::entity::Model;
use super::input::ClientInput;
use super::kinds::ClientKind;
use kernel::access::{Actor, Permission, Place};
use kernel::audit::Changes;
use kernel::text::mask;

/// Fields of a private person's file that are personal. The name is not: without it nobody could
/// tell whose file it is.
const PERSONAL: &[&str] = &["telephone", "address", "postcode"];

/// Whether the personal fields of a file at a place are hidden from somebody.
#[must_use]
pub fn hidden(actor: &Actor, kind: ClientKind, place: &Place) -> bool {
    let right = <crate::ReadPersonalData as Permission>::NAME;
    kind == ClientKind::Individual && !actor.may(right, place)
}

/// Mask what is filled; answers which fields those are.
pub fn mask(contents: &mut ClientInput) -> Vec<&'static str> {
    let mut masked = vec![];
    if let Some(number) = &mut contents.telephone {
        *number = mask::mobile(number);
        masked.push("telephone");
    }
    for (name, field) in [("address", &mut contents.address), ("postcode", &mut contents.postcode)]
    {
        if let Some(text) = field {
            *text = mask::text(text);
            masked.push(name);
        }
    }
    masked
}

/// Changes for all, and those that are personal.
#[must_use]
pub fn split(row: &Model, changes: Changes) -> (Changes, Changes) {
    let individual = row.kind == ClientKind::Individual;
    changes.split(|field| individual && PERSONAL.contains(&field))
}
