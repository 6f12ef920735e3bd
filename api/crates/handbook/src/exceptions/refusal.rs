//! Why an exception is not asked for, or not granted.
use super::kinds::ExceptionState;
use crate::obligations::ObligationState;
use crate::{
    DecideExceptions, EXCEPTION_ASKED, EXCEPTION_NOT_THEIRS, EXCEPTION_OWN_DUTY,
    EXCEPTION_OWN_REQUEST, EXCEPTION_SETTLED, EXCEPTION_TERM, OBLIGATION_SETTLED,
};
use chrono::NaiveDate;
use kernel::access::Permission;
use kernel::code::{self, Code, Coded, Params};
use kernel::lang::Lang;

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error("settled as {state:?}")]
    ObligationSettled { state: ObligationState },
    #[error("somebody else's")]
    NotTheirs,
    #[error("asked for already")]
    Asked,
    #[error("not between {today} and {latest}")]
    TermOutOfRange { today: NaiveDate, latest: NaiveDate },
    #[error("decided as {state:?}")]
    Settled { state: ExceptionState },
    #[error("one's own request")]
    OwnRequest,
    #[error("one's own duty")]
    OwnDuty,
    #[error("not permitted")]
    NotPermitted,
}

impl Coded for Refusal {
    fn code(&self) -> Code {
        match self {
            Self::ObligationSettled { .. } => OBLIGATION_SETTLED,
            Self::NotTheirs => EXCEPTION_NOT_THEIRS,
            Self::Asked => EXCEPTION_ASKED,
            Self::TermOutOfRange { .. } => EXCEPTION_TERM,
            Self::Settled { .. } => EXCEPTION_SETTLED,
            Self::OwnRequest => EXCEPTION_OWN_REQUEST,
            Self::OwnDuty => EXCEPTION_OWN_DUTY,
            Self::NotPermitted => code::PERMISSION_MISSING,
        }
    }
    fn params(&self) -> Params {
        match self {
            Self::ObligationSettled { state } => vec![("state", state.code())],
            Self::Settled { state } => vec![("state", state.code())],
            Self::TermOutOfRange { today, latest } => {
                vec![("today", today.to_string()), ("latest", latest.to_string())]
            }
            Self::NotPermitted => vec![("permission", DecideExceptions::NAME.to_owned())],
            _ => vec![],
        }
    }
    fn word(&self, _: &str, lang: Lang) -> Option<String> {
        match self {
            Self::ObligationSettled { state } => Some(state.text().in_lang(lang).to_owned()),
            Self::Settled { state } => Some(state.text().in_lang(lang).to_owned()),
            _ => None,
        }
    }
    fn escalation(&self) -> Option<&'static str> {
        let other = matches!(self, Self::OwnRequest | Self::OwnDuty | Self::NotPermitted);
        other.then_some(DecideExceptions::NAME)
    }
}
