//! A proposal as the approvals see it (A-BOR-06).
use super::dto::DestroyedFile;
use super::entity::Model;
use super::kinds::{DestructionState, Ground};
use super::{KIND, abandon, rules, store, tell};
use crate::{DestructionId, ReadDestructions};
use approvals::flows::definition::{Approver, Definition, Step};
use approvals::subject::{Fact, FactSpec, Facts, FlowSpec, Frozen, Outcome, Subject, async_trait};
use chrono::{DateTime, Utc};
use kernel::access::{Actor, Permission, Place};
use kernel::code;
use kernel::error::ApiResult;
use kernel::lang::Text;
use kernel::work::Work;
use sea_orm::{DatabaseTransaction, sea_query::Expr};
use serde_json::{Map, Value, json};
use uuid::Uuid;

/// Two working days of eight hours a step: the handbook gives no term; a company sets its own.
const USUAL_TERM: u32 = 960;

const FACTS: &[FactSpec] = &[FactSpec {
    name: "ground",
    text: Text { zh: "销毁依据", tw: "銷毀依據", en: "Ground" },
    choices: &[
        ("DISSOLVED", Ground::Dissolved.text()),
        ("CEASED", Ground::Ceased.text()),
        ("SUPERSEDED", Ground::Superseded.text()),
        ("MISTAKEN", Ground::Mistaken.text()),
        ("EXPIRED", Ground::Expired.text()),
    ],
}];

/// The handbook's three, one after the other, each another person.
pub const FLOW: FlowSpec = FlowSpec { code: "client-destruction", subject: KIND, definition };

fn definition() -> Definition {
    let three = [
        ("information-supervisor", "客户信息主管审批", "INFORMATION_SUPERVISOR"),
        ("service-manager", "客户服务部经理审批", "SERVICE_MANAGER"),
        ("general-manager", "总经理审批", "GENERAL_MANAGER"),
    ];
    let before = |nth: usize| three.iter().take(nth).map(|(key, ..)| (*key).to_owned()).collect();
    let step = |(nth, (key, name, role)): (usize, &(&str, &str, &str))| Step {
        due_minutes: Some(USUAL_TERM),
        excludes: before(nth),
        ..Step::of(key, name, Approver::role(role), &["A-BOR-06"])
    };
    Definition {
        name: "客户档案销毁".to_owned(),
        enabled: true,
        priority: 100,
        conditions: vec![],
        steps: three.iter().enumerate().map(step).collect(),
    }
}

/// What of a proposal is approved: which file, by its number and by the digest of what is in it, and why.
/// It stays with the approval when the file is gone, and so holds nothing that stands in the file.
#[must_use]
pub fn content(row: &Model) -> Map<String, Value> {
    let files: Vec<DestroyedFile> = serde_json::from_str(&row.files).unwrap_or_default();
    let numbers: Vec<_> = files.into_iter().map(|file| file.number).collect();
    let content = json!({
        "number": row.number, "client_number": numbers.join("、"), "ground": row.ground,
        "reason": row.reason, "idle_since": row.idle_since, "content_sha256": row.content_sha256,
    });
    content.as_object().cloned().unwrap_or_default()
}

/// Proposals to destroy client files.
pub struct Destructions;

#[async_trait]
impl Subject for Destructions {
    fn kind(&self) -> &'static str {
        KIND
    }

    fn text(&self) -> Text {
        Text {
            zh: "客户档案销毁", tw: "客戶檔案銷毀", en: "Destruction of a client file"
        }
    }

    fn facts(&self) -> &'static [FactSpec] {
        FACTS
    }

    fn permission(&self) -> &'static str {
        ReadDestructions::NAME
    }

    fn told_to(&self) -> &'static str {
        ReadDestructions::NAME
    }

    fn persons(&self) -> usize {
        rules::PERSONS
    }

    fn visible(&self, actor: &Actor, at: DateTime<Utc>, id: Expr) -> Expr {
        store::exists(actor, at, id)
    }

    async fn freeze(&self, tx: &DatabaseTransaction, id: Uuid) -> ApiResult<Option<Frozen>> {
        let Some(row) = store::hold(tx, DestructionId(id)).await? else { return Ok(None) };
        let place = rules::place(&row);
        Ok(Some(Frozen {
            label: format!("{} {}", row.number, row.client_number),
            place: Place { owner_id: Some(row.requested_by), ..place },
            requested_by: row.requested_by,
            involved: vec![],
            facts: Facts::from([("ground".to_owned(), Fact::Choice(row.ground.code()))]),
            content: content(&row),
        }))
    }

    async fn settle(
        &self,
        work: &mut Work<'_>,
        id: Uuid,
        outcome: Outcome,
        reason: Option<&str>,
    ) -> ApiResult<()> {
        let row = store::hold(work.db(), DestructionId(id)).await?.ok_or(code::INTERNAL)?;
        let (state, action) = match outcome {
            Outcome::Approved => (DestructionState::Approved, "client-destruction.approved"),
            Outcome::Rejected => (DestructionState::Rejected, "client-destruction.rejected"),
            Outcome::Returned => (DestructionState::SentBack, "client-destruction.sent-back"),
            Outcome::Withdrawn => (DestructionState::Withdrawn, "client-destruction.withdrawn"),
        };
        let after = Model { state, version: row.version + 1, ..row };
        store::save(work.db(), &after).await?;
        work.record(tell::record(action, &after).reason(reason.map(str::to_owned)));
        match outcome {
            Outcome::Approved => tell::carriers(work, &after).await,
            Outcome::Rejected | Outcome::Withdrawn => abandon::restore(work, &after).await,
            Outcome::Returned => Ok(()),
        }
    }
}
