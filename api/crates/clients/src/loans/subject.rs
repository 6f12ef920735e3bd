//! A request as the approvals see it (A-BOR-01).
use super::entity::Model;
use super::kinds::{LoanKind, LoanState};
use super::{KIND, rules, store, tell};
use crate::{BorrowClients, ReadLoans, RequestLoans};
use approvals::flows::definition::{Approver, ApproverKind, Condition, Definition, Step};
use approvals::subject::{Fact, FactSpec, Facts, FlowSpec, Frozen, Outcome, Subject, async_trait};
use chrono::{DateTime, Utc};
use kernel::access::{Actor, Permission};
use kernel::code;
use kernel::error::ApiResult;
use kernel::lang::Text;
use kernel::work::Work;
use sea_orm::{DatabaseTransaction, DbErr, sea_query::Expr};
use serde_json::{Map, Value, json};
use uuid::Uuid;

/// A working day of eight hours: the handbook gives no term; a company sets its own.
const USUAL_TERM: u32 = 480;

const TOP: &str = "TOP";
const MANAGER: &str = "MANAGER";
const STAFF: &str = "STAFF";

const FACTS: &[FactSpec] = &[
    FactSpec {
        name: "kind",
        text: Text { zh: "类别", tw: "類別", en: "Kind" },
        choices: &[
            ("STATISTICS", LoanKind::Statistics.text()),
            ("CONSULTATION", LoanKind::Consultation.text()),
            ("LOAN", LoanKind::Loan.text()),
        ],
    },
    FactSpec {
        name: "requester",
        text: Text { zh: "申请人", tw: "申請人", en: "Requester" },
        choices: &[
            (STAFF, Text { zh: "员工", tw: "員工", en: "Staff" }),
            (MANAGER, Text { zh: "经理及以上", tw: "經理及以上", en: "Manager or above" }),
            (TOP, Text { zh: "无上级", tw: "無上級", en: "Without a superior" }),
        ],
    },
];

/// The chain of the handbook: the manager of the department signs, then customer service (A-BOR-01).
/// Whoever has no superior signs for themselves by asking.
pub const FLOW: FlowSpec = FlowSpec { code: "client-loan", subject: KIND, definition };

fn definition() -> Definition {
    let below_somebody = Condition {
        fact: "requester".to_owned(),
        any_of: vec![STAFF.to_owned(), MANAGER.to_owned()],
        min: None,
        below: None,
    };
    let head = Approver::of(ApproverKind::DepartmentHead);
    let manager = Step {
        conditions: vec![below_somebody],
        ..Step::of("department-head", "部门经理签字", head, &["A-BOR-01"])
    };
    let keeper = Approver::role("INFORMATION_SUPERVISOR");
    let service = Step::of("customer-service", "客户服务部核准", keeper, &["A-BOR-01"]);
    Definition {
        name: "客户档案借阅".to_owned(),
        enabled: true,
        priority: 100,
        conditions: vec![],
        steps: [manager, service].map(|step| Step { due_minutes: Some(USUAL_TERM), ..step }).into(),
    }
}

/// What of a request is approved.
#[must_use]
pub fn content(row: &Model) -> Map<String, Value> {
    let content = json!({
        "number": row.number, "kind": row.kind, "wanted": row.wanted, "purpose": row.purpose, "due_on": row.due_on,
    });
    content.as_object().cloned().unwrap_or_default()
}

/// Requests for client archives.
pub struct Loans;

#[async_trait]
impl Subject for Loans {
    fn kind(&self) -> &'static str {
        KIND
    }

    fn text(&self) -> Text {
        Text { zh: "客户档案借阅", tw: "客戶檔案借閱", en: "Client archive loan" }
    }

    fn facts(&self) -> &'static [FactSpec] {
        FACTS
    }

    fn permission(&self) -> &'static str {
        RequestLoans::NAME
    }

    fn told_to(&self) -> &'static str {
        ReadLoans::NAME
    }

    fn visible(&self, actor: &Actor, at: DateTime<Utc>, id: Expr) -> Expr {
        store::exists(actor, at, id)
    }

    async fn freeze(&self, tx: &DatabaseTransaction, id: Uuid) -> ApiResult<Option<Frozen>> {
        let Some(row) = store::hold(tx, id).await? else { return Ok(None) };
        Ok(Some(Frozen {
            label: row.number.clone(),
            place: rules::place(&row),
            requested_by: row.requested_by,
            involved: vec![],
            facts: facts(tx, &row).await?,
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
        let row = store::hold(work.db(), id).await?.ok_or(code::INTERNAL)?;
        let (state, action) = match outcome {
            Outcome::Approved => (LoanState::Approved, "client-loan.approved"),
            Outcome::Rejected => (LoanState::Rejected, "client-loan.rejected"),
            Outcome::Returned => (LoanState::SentBack, "client-loan.sent-back"),
            Outcome::Withdrawn => (LoanState::Withdrawn, "client-loan.withdrawn"),
        };
        let after = Model { state, version: row.version + 1, ..row.clone() };
        store::save(work.db(), &after).await?;
        work.record(tell::record(action, &after).reason(reason.map(str::to_owned)));
        if outcome == Outcome::Approved {
            tell::keepers(work, &after).await?;
        }
        Ok(())
    }
}

async fn facts(tx: &DatabaseTransaction, row: &Model) -> Result<Facts, DbErr> {
    let borrows =
        identity::holds(tx, row.requested_by, BorrowClients::NAME, row.requested_at).await?;
    let led = identity::people::is_led(tx, row.requested_by, row.department_id).await?;
    let requester = match led {
        false => TOP,
        true if borrows => MANAGER,
        true => STAFF,
    };
    Ok(Facts::from([
        ("kind".to_owned(), Fact::Choice(row.kind.code())),
        ("requester".to_owned(), Fact::Choice(requester.to_owned())),
    ]))
}
