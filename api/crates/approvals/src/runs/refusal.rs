//! Why an approval says no.
use super::kinds::{ApprovalState, TaskState};
use crate::{
    APPROVAL_CANNOT_SEE, APPROVAL_CONTENT_CHANGED, APPROVAL_CREATED, APPROVAL_CROSSED,
    APPROVAL_DECIDED_IN, APPROVAL_EARLIER_STEP, APPROVAL_EDITED, APPROVAL_ENDED,
    APPROVAL_HAS_A_SAY, APPROVAL_NO_FLOW, APPROVAL_NOBODY_LEFT, APPROVAL_NOT_AT_WORK,
    APPROVAL_NOT_REQUESTER, APPROVAL_OF_ANOTHER, APPROVAL_OWN_PART, APPROVAL_REMINDED,
    APPROVAL_REQUESTED, APPROVAL_RUNNING, APPROVAL_SETTLED, APPROVAL_TOO_FEW_STEPS,
    APPROVAL_TOO_MANY_ADDED, CrossLevels, DecideApprovals,
};
use kernel::access::Permission;
use kernel::code::{self, Code, Coded, Params};
use kernel::lang::Lang;

/// Why somebody may not decide in a step.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unfit {
    #[error("not at work")]
    NotAtWork,
    /// Neutral on purpose: right, reach or clearance.
    #[error("may not see it")]
    CannotSee,
    #[error("requested it")]
    Requested,
    #[error("created it")]
    Created,
    #[error("edited it")]
    Edited,
    #[error("decided in {step}")]
    DecidedIn { step: String },
    #[error("has a say in the step already")]
    HasASay,
    #[error("took it across levels")]
    Crossed,
}

impl Coded for Unfit {
    fn code(&self) -> Code {
        match self {
            Self::NotAtWork => APPROVAL_NOT_AT_WORK,
            Self::CannotSee => APPROVAL_CANNOT_SEE,
            Self::Requested => APPROVAL_REQUESTED,
            Self::Created => APPROVAL_CREATED,
            Self::Edited => APPROVAL_EDITED,
            Self::DecidedIn { .. } => APPROVAL_DECIDED_IN,
            Self::HasASay => APPROVAL_HAS_A_SAY,
            Self::Crossed => APPROVAL_CROSSED,
        }
    }
    fn params(&self) -> Params {
        match self {
            Self::DecidedIn { step } => vec![("step", step.clone())],
            _ => vec![],
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error("no flow applies")]
    NoFlow,
    #[error("fewer steps than {persons}")]
    TooFewSteps { persons: usize },
    #[error("nobody is left for {step}")]
    NobodyLeft { step: String },
    #[error("under approval")]
    Running,
    #[error("ended as {state:?}")]
    Ended { state: ApprovalState },
    #[error("settled as {state:?}")]
    Settled { state: TaskState },
    #[error("somebody else's to decide")]
    OfAnother,
    #[error("not what was looked at")]
    ContentChanged,
    #[error("may not decide: {0}")]
    Unfit(Unfit),
    #[error("only whoever requested it")]
    NotRequester,
    #[error("reminded")]
    Reminded,
    #[error("no earlier step")]
    EarlierStep,
    #[error("too many were added")]
    TooManyAdded,
    #[error("deciding is not theirs")]
    MayNotDecide,
    #[error("may not note it")]
    MayNotCross,
    #[error("has a part in it")]
    OwnPart,
}

/// A refusal with the rules of the handbook behind the step or the flow.
#[derive(Debug, thiserror::Error)]
#[error("{refusal}")]
pub struct Refused {
    pub refusal: Refusal,
    pub clauses: Vec<&'static str>,
}

impl Refusal {
    /// With the rules that ask for the step, as the flow names them.
    #[must_use]
    pub fn by<'a>(self, clauses: impl IntoIterator<Item = &'a String>) -> Refused {
        let known = clauses.into_iter().filter_map(|id| handbook::rules::find(id));
        Refused { refusal: self, clauses: known.map(|rule| rule.id).collect() }
    }
}

impl Coded for Refused {
    fn code(&self) -> Code {
        match &self.refusal {
            Refusal::NoFlow => APPROVAL_NO_FLOW,
            Refusal::TooFewSteps { .. } => APPROVAL_TOO_FEW_STEPS,
            Refusal::NobodyLeft { .. } => APPROVAL_NOBODY_LEFT,
            Refusal::Running => APPROVAL_RUNNING,
            Refusal::Ended { .. } => APPROVAL_ENDED,
            Refusal::Settled { .. } => APPROVAL_SETTLED,
            Refusal::OfAnother => APPROVAL_OF_ANOTHER,
            Refusal::ContentChanged => APPROVAL_CONTENT_CHANGED,
            Refusal::Unfit(unfit) => unfit.code(),
            Refusal::NotRequester => APPROVAL_NOT_REQUESTER,
            Refusal::Reminded => APPROVAL_REMINDED,
            Refusal::EarlierStep => APPROVAL_EARLIER_STEP,
            Refusal::TooManyAdded => APPROVAL_TOO_MANY_ADDED,
            Refusal::MayNotCross | Refusal::MayNotDecide => code::PERMISSION_MISSING,
            Refusal::OwnPart => APPROVAL_OWN_PART,
        }
    }

    fn clauses(&self) -> Vec<&'static str> {
        match self.refusal {
            Refusal::MayNotCross | Refusal::OwnPart => vec!["A-SCR-10"],
            _ => self.clauses.clone(),
        }
    }

    fn params(&self) -> Params {
        match &self.refusal {
            Refusal::NobodyLeft { step } => vec![("step", step.clone())],
            Refusal::Ended { state } => vec![("state", state.code())],
            Refusal::Settled { state } => vec![("state", state.code())],
            Refusal::Unfit(unfit) => unfit.params(),
            Refusal::MayNotCross => vec![("permission", CrossLevels::NAME.to_owned())],
            Refusal::MayNotDecide => vec![("permission", DecideApprovals::NAME.to_owned())],
            _ => vec![],
        }
    }

    fn word(&self, figure: &str, lang: Lang) -> Option<String> {
        let text = match &self.refusal {
            Refusal::Ended { state } => state.text(),
            Refusal::Settled { state } => state.text(),
            _ => return None,
        };
        (figure == "state").then(|| text.in_lang(lang).to_owned())
    }

    fn escalation(&self) -> Option<&'static str> {
        match self.refusal {
            Refusal::MayNotCross => Some(CrossLevels::NAME),
            Refusal::MayNotDecide => Some(DecideApprovals::NAME),
            _ => None,
        }
    }
}
