//! A disclosure as the approvals see it (B-SEC-07).
use super::entity::Model;
use super::kinds::{DisclosureGround, DisclosureState, RecipientKind};
use super::{KIND, named, rules, said, store, tell};
use crate::archive::kinds::Level;
use crate::{DisclosureId, ReadDisclosures};
use approvals::flows::definition::{Approver, ApproverKind, Condition, Definition, Step};
use approvals::subject::{Fact, FactSpec, Facts, FlowSpec, Frozen, Outcome, Subject, async_trait};
use chrono::{DateTime, Utc};
use kernel::access::{Actor, Permission};
use kernel::code;
use kernel::error::ApiResult;
use kernel::lang::Text;
use kernel::work::Work;
use sea_orm::{DatabaseTransaction, DbErr, sea_query::Expr};
use uuid::Uuid;

/// A working day of eight hours a step: the handbook gives no term; a company sets its own.
const USUAL_TERM: u32 = 480;

const TOP: &str = "TOP";
const BELOW: &str = "BELOW";

const FACTS: &[FactSpec] = &[
    FactSpec {
        name: "level",
        text: Text { zh: "密级", tw: "密級", en: "Level" },
        choices: &[
            ("0", Level::Declassified.text()),
            ("1", Level::Secret.text()),
            ("2", Level::Confidential.text()),
            ("3", Level::TopSecret.text()),
        ],
    },
    FactSpec {
        name: "ground",
        text: Text { zh: "提供依据", tw: "提供依據", en: "Ground" },
        choices: &[
            ("CONSENT", DisclosureGround::Consent.text()),
            ("LAW", DisclosureGround::Law.text()),
        ],
    },
    FactSpec {
        name: "recipient_kind",
        text: Text { zh: "接收方类别", tw: "接收方類別", en: "Kind of recipient" },
        choices: &[
            ("AUTHORITY", RecipientKind::Authority.text()),
            ("PARTNER", RecipientKind::Partner.text()),
            ("SUPPLIER", RecipientKind::Supplier.text()),
            ("CLIENT", RecipientKind::Client.text()),
            ("OTHER", RecipientKind::Other.text()),
        ],
    },
    FactSpec {
        name: "requester",
        text: Text { zh: "申请人", tw: "申請人", en: "Requester" },
        choices: &[
            (BELOW, Text { zh: "有上级", tw: "有上級", en: "With a superior" }),
            (TOP, Text { zh: "无上级", tw: "無上級", en: "Without a superior" }),
        ],
    },
];

/// The head of the department, customer service, which alone holds the archive (A-SEC-01, A-SEC-09), and
/// the review of the company (B-SEC-07).
pub const FLOW: FlowSpec = FlowSpec { code: "client-disclosure", subject: KIND, definition };

fn definition() -> Definition {
    let below_somebody = Condition {
        fact: "requester".to_owned(),
        any_of: vec![BELOW.to_owned()],
        min: None,
        below: None,
    };
    let head = Approver::of(ApproverKind::DepartmentHead);
    let manager = Step {
        conditions: vec![below_somebody],
        ..Step::of("department-head", "部门经理审核", head, &["B-SEC-07"])
    };
    let keeper = Approver::role("INFORMATION_SUPERVISOR");
    let rules = ["B-SEC-07", "A-SEC-01", "A-SEC-09"];
    let service = Step::of("customer-service", "客户服务部审核", keeper, &rules);
    let top = Approver::role("GENERAL_MANAGER");
    // A head's own superior may be the general manager, who then says so twice.
    let company = Step {
        excludes: vec!["customer-service".to_owned()],
        ..Step::of("company-review", "公司审批", top, &["B-SEC-07", "B-SEC-08"])
    };
    let steps = [manager, service, company];
    Definition {
        name: "对外提供客户信息".to_owned(),
        enabled: true,
        priority: 100,
        conditions: vec![],
        steps: steps.map(|step| Step { due_minutes: Some(USUAL_TERM), ..step }).into(),
    }
}

/// Requests to provide client information.
pub struct Disclosures;

#[async_trait]
impl Subject for Disclosures {
    fn kind(&self) -> &'static str {
        KIND
    }

    fn text(&self) -> Text {
        Text {
            zh: "对外提供客户信息",
            tw: "對外提供客戶資訊",
            en: "External disclosure of client information",
        }
    }

    fn facts(&self) -> &'static [FactSpec] {
        FACTS
    }

    fn permission(&self) -> &'static str {
        ReadDisclosures::NAME
    }

    fn told_to(&self) -> &'static str {
        ReadDisclosures::NAME
    }

    /// B-SEC-07: the company reviews it, and never one person for all.
    fn persons(&self) -> usize {
        rules::PERSONS
    }

    fn visible(&self, actor: &Actor, at: DateTime<Utc>, id: Expr) -> Expr {
        store::exists(actor, at, id)
    }

    async fn freeze(&self, tx: &DatabaseTransaction, id: Uuid) -> ApiResult<Option<Frozen>> {
        let Some(row) = store::hold(tx, DisclosureId(id)).await? else { return Ok(None) };
        let named = named::of(tx, row.id).await?;
        Ok(Some(Frozen {
            label: row.number.clone(),
            place: rules::place(&row),
            requested_by: row.requested_by,
            involved: vec![],
            facts: facts(tx, &row).await?,
            content: said::content(&row, &named),
        }))
    }

    async fn settle(
        &self,
        work: &mut Work<'_>,
        id: Uuid,
        outcome: Outcome,
        reason: Option<&str>,
    ) -> ApiResult<()> {
        let row = store::hold(work.db(), DisclosureId(id)).await?.ok_or(code::INTERNAL)?;
        let (state, action) = match outcome {
            Outcome::Approved => (DisclosureState::Approved, "client-disclosure.approved"),
            Outcome::Rejected => (DisclosureState::Rejected, "client-disclosure.rejected"),
            Outcome::Returned => (DisclosureState::SentBack, "client-disclosure.sent-back"),
            Outcome::Withdrawn => (DisclosureState::Withdrawn, "client-disclosure.withdrawn"),
        };
        let approved_at = (outcome == Outcome::Approved).then(|| work.at());
        let after = Model { state, approved_at, version: row.version + 1, ..row };
        store::save(work.db(), &after).await?;
        work.record(tell::record(action, &after).reason(reason.map(str::to_owned)));
        if outcome == Outcome::Approved {
            tell::keepers(work, &after).await?;
        }
        Ok(())
    }
}

async fn facts(tx: &DatabaseTransaction, row: &Model) -> Result<Facts, DbErr> {
    let led = identity::people::is_led(tx, row.requested_by, row.department_id).await?;
    let requester = if led { BELOW } else { TOP };
    let facts = [
        ("level", row.level.to_string()),
        ("ground", row.ground.code()),
        ("recipient_kind", row.recipient_kind.code()),
        ("requester", requester.to_owned()),
    ];
    Ok(facts.map(|(name, choice)| (name.to_owned(), Fact::Choice(choice))).into())
}
