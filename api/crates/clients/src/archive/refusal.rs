//! Why the archive says no.
use super::kinds::{ClientState, Inferior, Level, Tier};
use crate::importing::columns::text;
use crate::{
    CLIENT_ABOVE_CLEARANCE, CLIENT_BASIC_INCOMPLETE, CLIENT_DECLASSIFIED_BY_TERM, CLIENT_DUPLICATE,
    CLIENT_DUPLICATE_SUSPECTED, CLIENT_GROUP_BUY_REMAINS, CLIENT_INFERIOR_STATE,
    CLIENT_KINDS_DIFFER, CLIENT_MERGED, CLIENT_NOTE_REQUIRED, CLIENT_OBSOLETE, CLIENT_OWN_REPORT,
    CLIENT_OWNER_LOSES_SIGHT, CLIENT_OWNER_UNFIT, CLIENT_OWNER_WITHOUT_ACCESS, CLIENT_SAME_FILE,
    CLIENT_SERVICE_PLAN_MISSING, CLIENT_STATE_MOVE, CLIENT_TERM_OUT_OF_RANGE, CLIENT_UNCHANGED,
    CLIENT_VERIFICATION_OVERDUE, CLIENT_WITHDRAWN, ITEM_LEVEL_NOT_ABOVE, VerifyClients,
};
use chrono::NaiveDate;
use kernel::access::Permission;
use kernel::code::{self, Code, Coded, Params};
use kernel::lang::Lang;

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The right is missing, or does not extend to this file.
    #[error("{permission} is needed for this file")]
    NotPermitted { permission: &'static str, clauses: &'static [&'static str] },
    #[error("merged into another file")]
    Merged,
    #[error("taken back")]
    Withdrawn,
    #[error("proposed for destruction")]
    Obsolete,
    #[error("no move from {from:?} to {to:?}")]
    StateMove { from: ClientState, to: ClientState },
    #[error("nothing would change")]
    Unchanged { clauses: &'static [&'static str] },
    #[error("a {tier:?} client needs an owner with {permission}")]
    OwnerUnfit { tier: Tier, permission: &'static str, clauses: &'static [&'static str] },
    #[error("the new owner would not see the file")]
    OwnerWithoutAccess,
    #[error("the owner would lose sight of the file")]
    OwnerLosesSight,
    #[error("to be verified by {due_on}")]
    VerificationOverdue { due_on: NaiveDate },
    #[error("no service plan")]
    ServicePlanMissing,
    #[error("basic archive incomplete")]
    BasicIncomplete { missing: Vec<&'static str> },
    #[error("a note is needed")]
    NoteRequired,
    #[error("inferior mark is {state:?}")]
    InferiorState { state: Inferior },
    #[error("own report")]
    OwnReport,
    #[error("declassified by the end of a term alone")]
    DeclassifiedByTerm,
    #[error("the term ends after {today} and by {latest}")]
    TermOutOfRange { today: NaiveDate, latest: NaiveDate },
    #[error("level above the caller's clearance")]
    AboveClearance,
    #[error("not above the file's level, {level:?}")]
    ItemNotAbove { level: Level },
    #[error("credit code in use")]
    Duplicate,
    #[error("{count} similar files")]
    DuplicateSuspected { count: usize },
    #[error("kinds differ")]
    KindsDiffer,
    #[error("same file")]
    SameFile,
    #[error("the group-buy client's file remains")]
    GroupBuyRemains,
}

/// Fields by what they are called.
fn enumerated(fields: &[&'static str], lang: Lang) -> String {
    let called = |name: &&'static str| text(name).map_or(*name, |text| text.in_lang(lang));
    let comma = if lang == Lang::En { ", " } else { "、" };
    fields.iter().map(called).collect::<Vec<_>>().join(comma)
}

impl Coded for Refusal {
    fn code(&self) -> Code {
        match self {
            Self::NotPermitted { .. } => code::PERMISSION_MISSING,
            Self::Merged => CLIENT_MERGED,
            Self::Withdrawn => CLIENT_WITHDRAWN,
            Self::Obsolete => CLIENT_OBSOLETE,
            Self::StateMove { .. } => CLIENT_STATE_MOVE,
            Self::Unchanged { .. } => CLIENT_UNCHANGED,
            Self::OwnerUnfit { .. } => CLIENT_OWNER_UNFIT,
            Self::OwnerWithoutAccess => CLIENT_OWNER_WITHOUT_ACCESS,
            Self::OwnerLosesSight => CLIENT_OWNER_LOSES_SIGHT,
            Self::VerificationOverdue { .. } => CLIENT_VERIFICATION_OVERDUE,
            Self::ServicePlanMissing => CLIENT_SERVICE_PLAN_MISSING,
            Self::BasicIncomplete { .. } => CLIENT_BASIC_INCOMPLETE,
            Self::NoteRequired => CLIENT_NOTE_REQUIRED,
            Self::InferiorState { .. } => CLIENT_INFERIOR_STATE,
            Self::OwnReport => CLIENT_OWN_REPORT,
            Self::DeclassifiedByTerm => CLIENT_DECLASSIFIED_BY_TERM,
            Self::TermOutOfRange { .. } => CLIENT_TERM_OUT_OF_RANGE,
            Self::AboveClearance => CLIENT_ABOVE_CLEARANCE,
            Self::ItemNotAbove { .. } => ITEM_LEVEL_NOT_ABOVE,
            Self::Duplicate => CLIENT_DUPLICATE,
            Self::DuplicateSuspected { .. } => CLIENT_DUPLICATE_SUSPECTED,
            Self::KindsDiffer => CLIENT_KINDS_DIFFER,
            Self::SameFile => CLIENT_SAME_FILE,
            Self::GroupBuyRemains => CLIENT_GROUP_BUY_REMAINS,
        }
    }

    fn clauses(&self) -> Vec<&'static str> {
        match self {
            Self::NotPermitted { clauses, .. }
            | Self::Unchanged { clauses }
            | Self::OwnerUnfit { clauses, .. } => clauses.to_vec(),
            Self::StateMove { .. } => vec!["A-CLI-29"],
            Self::GroupBuyRemains => vec!["B-CRM-01"],
            Self::VerificationOverdue { .. } => vec!["B-CRM-03", "A-CLI-10"],
            Self::ServicePlanMissing => vec!["B-CRM-07"],
            Self::BasicIncomplete { .. } => vec!["A-CLI-02"],
            Self::NoteRequired => vec!["A-CLI-10", "A-CLI-11"],
            Self::InferiorState { .. } | Self::OwnReport => vec!["B-CRM-12"],
            Self::DeclassifiedByTerm => vec!["A-SEC-02", "A-SEC-08"],
            Self::TermOutOfRange { .. } => vec!["A-SEC-07"],
            Self::ItemNotAbove { .. } => vec!["A-SEC-06", "A-SEC-07"],
            Self::AboveClearance | Self::OwnerWithoutAccess | Self::OwnerLosesSight => {
                vec!["A-CLI-18"]
            }
            Self::Duplicate | Self::DuplicateSuspected { .. } => vec!["A-CLI-14"],
            Self::Obsolete => vec!["A-BOR-06"],
            Self::Merged | Self::Withdrawn | Self::KindsDiffer | Self::SameFile => vec![],
        }
    }

    fn params(&self) -> Params {
        match self {
            Self::NotPermitted { permission, .. } => vec![("permission", (*permission).to_owned())],
            Self::StateMove { from, to } => vec![("from", from.code()), ("to", to.code())],
            Self::OwnerUnfit { tier, permission, .. } => {
                vec![("tier", tier.code()), ("permission", (*permission).to_owned())]
            }
            Self::VerificationOverdue { due_on } => vec![("due_on", due_on.to_string())],
            Self::TermOutOfRange { today, latest } => {
                vec![("today", today.to_string()), ("latest", latest.to_string())]
            }
            Self::BasicIncomplete { missing } => vec![("missing", missing.join(", "))],
            Self::InferiorState { state } => vec![("state", state.code())],
            Self::ItemNotAbove { level } => vec![("level", level.code().to_owned())],
            Self::DuplicateSuspected { count } => vec![("count", count.to_string())],
            _ => vec![],
        }
    }

    fn word(&self, figure: &str, lang: Lang) -> Option<String> {
        let text = match (self, figure) {
            (Self::StateMove { from, .. }, "from") => from.text(),
            (Self::StateMove { to, .. }, "to") => to.text(),
            (Self::OwnerUnfit { tier, .. }, "tier") => tier.text(),
            (Self::InferiorState { state }, "state") => state.text(),
            (Self::ItemNotAbove { level }, "level") => level.text(),
            (Self::BasicIncomplete { missing }, "missing") => {
                return Some(enumerated(missing, lang));
            }
            _ => return None,
        };
        Some(text.in_lang(lang).to_owned())
    }

    fn escalation(&self) -> Option<&'static str> {
        match self {
            Self::NotPermitted { permission, .. } => Some(permission),
            Self::VerificationOverdue { .. } => Some(<VerifyClients as Permission>::NAME),
            // Who keeps the archive can look at both files and decide.
            Self::Duplicate => Some("client.maintain"),
            Self::OwnReport => Some("client.confirm-inferior"),
            Self::AboveClearance => Some("client.classify"),
            Self::OwnerLosesSight => Some("client.hand-over"),
            _ => None,
        }
    }
}
