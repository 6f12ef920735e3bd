//! Why a submission is not taken.
use super::kinds::SubmissionState;
use crate::archive::refusal;
use crate::{
    SUBMISSION_CONFLICT, SUBMISSION_EMPTY, SUBMISSION_OF_ANOTHER, SUBMISSION_OWN,
    SUBMISSION_SETTLED,
};
use kernel::code::{Code, Coded, Params};
use kernel::lang::Lang;

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// What the archive itself says.
    #[error(transparent)]
    File(#[from] refusal::Refusal),
    #[error("settled as {0:?}")]
    Settled(SubmissionState),
    #[error("one's own submission")]
    Own,
    #[error("somebody else's submission")]
    OfAnother,
    #[error("the file is at version {current_version} now")]
    Conflict { current_version: i64 },
    #[error("nothing would change")]
    Empty,
}

impl Coded for Refusal {
    fn code(&self) -> Code {
        match self {
            Self::File(refusal) => refusal.code(),
            Self::Settled(_) => SUBMISSION_SETTLED,
            Self::Own => SUBMISSION_OWN,
            Self::OfAnother => SUBMISSION_OF_ANOTHER,
            Self::Conflict { .. } => SUBMISSION_CONFLICT,
            Self::Empty => SUBMISSION_EMPTY,
        }
    }

    fn clauses(&self) -> Vec<&'static str> {
        match self {
            Self::File(refusal) => refusal.clauses(),
            Self::Own => vec!["A-CLI-16", "A-CLI-17"],
            Self::Conflict { .. } => vec!["A-CLI-14"],
            Self::Empty => vec!["A-CLI-08"],
            Self::Settled(_) | Self::OfAnother => vec![],
        }
    }

    fn params(&self) -> Params {
        match self {
            Self::File(refusal) => refusal.params(),
            Self::Settled(state) => vec![("state", state.code())],
            Self::Conflict { current_version } => {
                vec![("current_version", current_version.to_string())]
            }
            Self::Own | Self::OfAnother | Self::Empty => vec![],
        }
    }

    fn word(&self, figure: &str, lang: Lang) -> Option<String> {
        match self {
            Self::File(refusal) => refusal.word(figure, lang),
            Self::Settled(state) => {
                (figure == "state").then(|| state.text().in_lang(lang).to_owned())
            }
            Self::Own | Self::OfAnother | Self::Empty | Self::Conflict { .. } => None,
        }
    }

    fn escalation(&self) -> Option<&'static str> {
        match self {
            Self::File(refusal) => refusal.escalation(),
            Self::Own => Some("client.maintain"),
            _ => None,
        }
    }
}
