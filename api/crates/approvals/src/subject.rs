//! What goes through an approval. This area knows no other: a record of any area is a [`Subject`], and
//! `api` names all of them in one place.
use crate::flows::definition::Definition;
use crate::runs::kinds::Involvement;
pub use async_trait::async_trait;
use chrono::{DateTime, Utc};
use handbook::Handbook;
use kernel::access::{Actor, Place};
use kernel::error::ApiResult;
use kernel::ids::PersonId;
use kernel::lang::Text;
use kernel::money::Amount;
use kernel::work::Work;
use sea_orm::{DatabaseTransaction, sea_query::Expr};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::sync::Arc;
use uuid::Uuid;

/// What a condition of a flow can ask about a kind of record.
#[derive(Clone, Copy, Debug)]
pub struct FactSpec {
    pub name: &'static str,
    pub text: Text,
    /// What it can be, each with what people read; empty: an amount.
    pub choices: &'static [(&'static str, Text)],
}

/// One of them, of one record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Fact {
    Choice(String),
    Amount { amount: Amount },
}

pub type Facts = BTreeMap<String, Fact>;

/// Somebody, and what they had to do with the record.
pub type Involved = Vec<(PersonId, Involvement)>;

/// A record at the moment of its submission.
#[derive(Clone, Debug)]
pub struct Frozen {
    /// Number or name, as people speak of it.
    pub label: String,
    /// Where it stands; `owner_id` is who requests the approval.
    pub place: Place,
    pub requested_by: PersonId,
    /// Whoever created or edited it.
    pub involved: Involved,
    pub facts: Facts,
    /// What is approved, field by field.
    pub content: Map<String, Value>,
}

/// How an approval ended, as its record learns of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Approved,
    Rejected,
    Returned,
    Withdrawn,
}

/// One kind of record that can be approved.
#[async_trait]
pub trait Subject: Send + Sync {
    /// `client-loan`, as in notifications and audit entries.
    fn kind(&self) -> &'static str;
    fn text(&self) -> Text;
    fn facts(&self) -> &'static [FactSpec];
    /// What an approver has to hold to be shown such a record, beside the clearance for its level.
    fn permission(&self) -> &'static str;
    /// Whose holders hear of its approvals, within their reach: who reads such records anyway.
    fn told_to(&self) -> &'static str;
    /// How many people have to approve, each in a step of their own, whatever flow a company sets.
    fn persons(&self) -> usize {
        1
    }
    /// Whether the record of an id exists for somebody, as a condition. Approvals of others do not exist
    /// for them either.
    fn visible(&self, actor: &Actor, at: DateTime<Utc>, id: Expr) -> Expr;
    /// The record as it is now, held until the commit.
    async fn freeze(&self, tx: &DatabaseTransaction, id: Uuid) -> ApiResult<Option<Frozen>>;
    /// What becomes of it, in the transaction of the last decision.
    async fn settle(
        &self,
        work: &mut Work<'_>,
        id: Uuid,
        outcome: Outcome,
        reason: Option<&str>,
    ) -> ApiResult<()>;
}

/// A flow of the handbook: what holds until the company sets its own.
#[derive(Clone, Copy)]
pub struct FlowSpec {
    pub code: &'static str,
    /// Kind of the records that go through it.
    pub subject: &'static str,
    pub definition: fn() -> Definition,
}

/// What the area asks of the others; one per process, in the application data.
#[derive(Clone)]
pub struct Approvals {
    pub handbook: Arc<Handbook>,
    pub subjects: Vec<Arc<dyn Subject>>,
    pub flows: Vec<FlowSpec>,
}

impl Approvals {
    #[must_use]
    pub fn subject(&self, kind: &str) -> Option<&dyn Subject> {
        self.subjects.iter().find(|it| it.kind() == kind).map(|it| &**it)
    }
}
