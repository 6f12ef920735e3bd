//! What the trail and the events say about a file.
use super::entity::Model;
use super::{contents, privacy, rules};
use kernel::access::Permission;
use kernel::audit::{Changes, Record, Resource};
use kernel::error::ApiResult;

/// What a file is to the trail and to everything beside it.
pub const KIND: &str = "client";

/// The file, as people name it.
#[must_use]
pub fn resource(row: &Model) -> Resource {
    Resource::new(KIND, row.id, format!("{} {}", row.number, row.name))
}

/// An act on a file: recorded where the file stands, told to those who may see it.
#[must_use]
pub fn act(action: &'static str, row: &Model) -> Record {
    Record::new(action, resource(row)).at(rules::place(row)).tell(crate::ReadClients::NAME)
}

/// An act that changed the contents.
pub fn written(action: &'static str, before: Option<&Model>, after: &Model) -> ApiResult<Record> {
    let now = contents::read(after)?;
    let changes = match before {
        Some(before) => Changes::between(&contents::read(before)?, &now),
        None => Changes::created(&now),
    };
    let (open, personal) = privacy::split(after, changes);
    let fields: Vec<_> = open.fields().into_iter().chain(personal.fields()).collect();
    let record = act(action, after).data("fields", &fields);
    Ok(record.changes(open).personal(personal))
}
