//! What the trail and the events say about a purchase.
use super::dto::PurchaseInput;
use super::entity::Model;
use crate::archive::{act as file_act, entity::Model as File};
use crate::hanging::changes;
use kernel::audit::Record;

/// An act on a purchase of a file.
#[must_use]
pub fn act(
    action: &'static str,
    file: &File,
    before: Option<&Model>,
    after: Option<&Model>,
) -> Record {
    let Some(row) = after.or(before) else { return file_act::act(action, file) };
    let (was, is) = (before.map(PurchaseInput::from), after.map(PurchaseInput::from));
    let changes = changes("purchase", row.id.0, was.as_ref(), is.as_ref());
    file_act::act(action, file).changes(changes).data("purchase_id", row.id)
}
