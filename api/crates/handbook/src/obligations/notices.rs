//! What people are told of obligations: one notice for all of a kind that come at once, or the first
//! morning of a quarter would bring thousands.
use super::entity::Model;
use super::tell;
use chrono::NaiveDate;
use kernel::audit::Resource;
use kernel::error::ApiResult;
use kernel::ids::PersonId;
use kernel::notify::{self, Notice, NoticeKind};
use kernel::work::Work;
use std::collections::BTreeMap;

type Key = (PersonId, &'static str, String);

struct Told {
    notice: &'static NoticeKind,
    resource: Resource,
    count: i64,
    due_on: NaiveDate,
}

impl Told {
    fn of(notice: &'static NoticeKind, row: &Model) -> Self {
        Self { notice, resource: tell::resource(row), count: 0, due_on: row.due_on }
    }
}

/// Gathered while rows are gone through, sent at the end.
#[derive(Default)]
pub struct Notices(BTreeMap<Key, Told>);

impl Notices {
    pub fn add(
        &mut self,
        people: impl IntoIterator<Item = PersonId>,
        notice: &'static NoticeKind,
        row: &Model,
    ) {
        for person in people {
            let key = (person, notice.code, row.kind.clone());
            let held = self.0.entry(key).or_insert_with(|| Told::of(notice, row));
            held.count += 1;
            held.due_on = held.due_on.min(row.due_on);
        }
    }

    /// Each names the first of them; how many there are and by when is for the reader's eyes alone.
    pub async fn send(self, work: &Work<'_>) -> ApiResult<()> {
        for ((person, _, kind), Told { notice, resource, count, due_on }) in self.0 {
            let notice = Notice::new(notice, resource)
                .param("kind", kind)
                .param("count", count)
                .param("due_on", due_on.to_string());
            notify::send(work, &[person], &notice).await?;
        }
        Ok(())
    }
}
