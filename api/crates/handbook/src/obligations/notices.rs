//! What people are told of obligations: one notice for all of a kind that come at once, or the first
//! morning of a quarter would bring thousands.
use super::entity::Model;
use super::tell;
use kernel::audit::Resource;
use kernel::error::ApiResult;
use kernel::ids::PersonId;
use kernel::notify::{self, Notice};
use kernel::work::Work;
use std::collections::BTreeMap;

type Key = (PersonId, &'static str, String);

/// Gathered while rows are gone through, sent at the end.
#[derive(Default)]
pub struct Notices(BTreeMap<Key, (Resource, i64, chrono::NaiveDate)>);

impl Notices {
    pub fn add(
        &mut self,
        people: impl IntoIterator<Item = PersonId>,
        notice: &'static str,
        row: &Model,
    ) {
        for person in people {
            let first = (tell::resource(row), 0, row.due_on);
            let held = self.0.entry((person, notice, row.kind.clone())).or_insert(first);
            held.1 += 1;
            held.2 = held.2.min(row.due_on);
        }
    }

    /// Each names the first of them; how many there are and by when is for the reader's eyes alone.
    pub async fn send(self, work: &Work<'_>) -> ApiResult<()> {
        for ((person, notice, kind), (resource, count, due_on)) in self.0 {
            let notice = Notice::new(notice, resource)
                .param("kind", kind)
                .param("count", count)
                .param("due_on", due_on.to_string());
            notify::send(work, &[person], &notice).await?;
        }
        Ok(())
    }
}
