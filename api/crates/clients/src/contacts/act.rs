//! What the trail and the events say about a contact: personal data stand apart (A-CLI-28).
use super::dto::ContactInput;
use super::entity::Model;
use super::mask::is_personal;
use crate::archive::{act as file_act, entity::Model as File};
use crate::hanging::changes;
use kernel::audit::Record;

/// An act on a contact of a file.
#[must_use]
pub fn act(
    action: &'static str,
    file: &File,
    before: Option<&Model>,
    after: Option<&Model>,
) -> Record {
    let Some(row) = after.or(before) else { return file_act::act(action, file) };
    let (was, is) = (before.map(ContactInput::from), after.map(ContactInput::from));
    let (open, personal) =
        changes("contact", row.id.0, was.as_ref(), is.as_ref()).split(is_personal);
    file_act::act(action, file).changes(open).personal(personal).data("contact_id", row.id)
}
