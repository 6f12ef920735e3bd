//! Why the archive says no.
use super::kinds::{ClientState, Inferior, Tier};
use crate::{
    CLIENT_ABOVE_CLEARANCE, CLIENT_BASIC_INCOMPLETE, CLIENT_DUPLICATE, CLIENT_DUPLICATE_SUSPECTED,
    CLIENT_INFERIOR_STATE, CLIENT_KINDS_DIFFER, CLIENT_MERGED, CLIENT_NOTE_REQUIRED,
    CLIENT_OWN_REPORT, CLIENT_OWNER_UNFIT, CLIENT_OWNER_WITHOUT_ACCESS, CLIENT_SAME_FILE,
    CLIENT_SERVICE_PLAN_MISSING, CLIENT_STATE_MOVE, CLIENT_UNCHANGED, CLIENT_WITHDRAWN,
};
use kernel::code::{self, Code, Coded, Params};

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The right is missing, or does not extend to this file.
    #[error("{permission} is needed for this file")]
    NotPermitted { permission: &'static str, clauses: &'static [&'static str] },
    #[error("merged into another file")]
    Merged,
    #[error("taken back")]
    Withdrawn,
    #[error("no move from {from:?} to {to:?}")]
    StateMove { from: ClientState, to: ClientState },
    #[error("nothing would change")]
    Unchanged { clauses: &'static [&'static str] },
    #[error("a {tier:?} client needs an owner with {permission}")]
    OwnerUnfit { tier: Tier, permission: &'static str, clauses: &'static [&'static str] },
    #[error("the new owner would not see the file")]
    OwnerWithoutAccess,
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
    #[error("level above the caller's clearance")]
    AboveClearance,
    #[error("credit code in use")]
    Duplicate,
    #[error("{count} similar files")]
    DuplicateSuspected { count: usize },
    #[error("kinds differ")]
    KindsDiffer,
    #[error("same file")]
    SameFile,
}

impl Coded for Refusal {
    fn code(&self) -> Code {
        match self {
            Self::NotPermitted { .. } => code::PERMISSION_MISSING,
            Self::Merged => CLIENT_MERGED,
            Self::Withdrawn => CLIENT_WITHDRAWN,
            Self::StateMove { .. } => CLIENT_STATE_MOVE,
            Self::Unchanged { .. } => CLIENT_UNCHANGED,
            Self::OwnerUnfit { .. } => CLIENT_OWNER_UNFIT,
            Self::OwnerWithoutAccess => CLIENT_OWNER_WITHOUT_ACCESS,
            Self::ServicePlanMissing => CLIENT_SERVICE_PLAN_MISSING,
            Self::BasicIncomplete { .. } => CLIENT_BASIC_INCOMPLETE,
            Self::NoteRequired => CLIENT_NOTE_REQUIRED,
            Self::InferiorState { .. } => CLIENT_INFERIOR_STATE,
            Self::OwnReport => CLIENT_OWN_REPORT,
            Self::AboveClearance => CLIENT_ABOVE_CLEARANCE,
            Self::Duplicate => CLIENT_DUPLICATE,
            Self::DuplicateSuspected { .. } => CLIENT_DUPLICATE_SUSPECTED,
            Self::KindsDiffer => CLIENT_KINDS_DIFFER,
            Self::SameFile => CLIENT_SAME_FILE,
        }
    }

    fn clauses(&self) -> Vec<&'static str> {
        match self {
            Self::NotPermitted { clauses, .. }
            | Self::Unchanged { clauses }
            | Self::OwnerUnfit { clauses, .. } => clauses.to_vec(),
            Self::StateMove { .. } => vec!["A-CLI-29"],
            Self::ServicePlanMissing => vec!["B-CRM-07"],
            Self::BasicIncomplete { .. } => vec!["A-CLI-02"],
            Self::NoteRequired => vec!["A-CLI-10", "A-CLI-11"],
            Self::InferiorState { .. } | Self::OwnReport => vec!["B-CRM-12"],
            Self::AboveClearance | Self::OwnerWithoutAccess => vec!["A-CLI-18"],
            Self::Duplicate | Self::DuplicateSuspected { .. } => vec!["A-CLI-14"],
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
            Self::BasicIncomplete { missing } => vec![("missing", missing.join(", "))],
            Self::InferiorState { state } => vec![("state", state.code())],
            Self::DuplicateSuspected { count } => vec![("count", count.to_string())],
            _ => vec![],
        }
    }

    fn escalation(&self) -> Option<&'static str> {
        match self {
            Self::NotPermitted { permission, .. } => Some(permission),
            // Who keeps the archive can look at both files and decide.
            Self::Duplicate => Some("client.maintain"),
            Self::OwnReport => Some("client.confirm-inferior"),
            Self::AboveClearance => Some("client.classify"),
            _ => None,
        }
    }
}
