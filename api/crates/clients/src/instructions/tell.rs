//! What the trail, the events and the people concerned hear of an instruction.
use super::entity::Model;
use super::rules;
use kernel::access::Permission;
use kernel::audit::{Changes, Record, Resource};
use kernel::error::ApiResult;
use kernel::ids::PersonId;
use kernel::notify::{self, Notice, NoticeKind};
use kernel::work::Work;
use serde_json::{Value, json};

const KIND: &str = "client-instruction";

/// Called by its first words, as people speak of it.
#[must_use]
pub fn label(row: &Model) -> String {
    let first = row.instruction.lines().next().unwrap_or_default();
    first.chars().take(40).collect()
}

fn resource(row: &Model) -> Resource {
    Resource::new(KIND, row.id.0, label(row))
}

#[must_use]
pub fn given(row: &Model) -> Record {
    record("client-instruction.given", row).changes(Changes::created(&told(row)))
}

#[must_use]
pub fn settled(action: &'static str, before: &Model, after: &Model) -> Record {
    record(action, after).changes(Changes::between(&told(before), &told(after)))
}

fn told(row: &Model) -> Value {
    json!({
        "instruction": row.instruction, "client_id": row.client_id, "filter": row.filter,
        "due_on": row.due_on, "settlement": row.settlement,
    })
}

fn record(action: &'static str, row: &Model) -> Record {
    Record::new(action, resource(row))
        .at(rules::place(row))
        .tell(<crate::ReadClients as Permission>::NAME)
        .data("state", row.state)
        .data("client_id", row.client_id)
}

pub async fn notify(
    work: &Work<'_>,
    row: &Model,
    to: PersonId,
    kind: &'static NoticeKind,
) -> ApiResult<()> {
    if to == work.actor().id {
        return Ok(());
    }
    notify::send(work, &[to], &Notice::new(kind, resource(row))).await
}
