//! Why a report is not taken.
use super::kinds::InformationReportState;
use crate::{
    CALL_BACK_NO_REPORTER, INFORMATION_REPORT_EXISTS, INFORMATION_REPORT_OF_ANOTHER,
    INFORMATION_REPORT_OWN, INFORMATION_REPORT_STATE, ReceiveInformationReports,
};
use kernel::access::Permission;
use kernel::code::{self, Code, Coded, Params};
use kernel::lang::Lang;

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error("the month has its report")]
    Exists { period: String },
    #[error("it is {state:?}")]
    State { state: InformationReportState },
    #[error("somebody else's report")]
    OfAnother,
    #[error("one's own report")]
    Own,
    #[error("taking reports in is not theirs")]
    NotPermitted,
    #[error("they have no report to submit")]
    NoReporter,
}

impl Coded for Refusal {
    fn code(&self) -> Code {
        match self {
            Self::Exists { .. } => INFORMATION_REPORT_EXISTS,
            Self::State { .. } => INFORMATION_REPORT_STATE,
            Self::OfAnother => INFORMATION_REPORT_OF_ANOTHER,
            Self::Own => INFORMATION_REPORT_OWN,
            Self::NotPermitted => code::PERMISSION_MISSING,
            Self::NoReporter => CALL_BACK_NO_REPORTER,
        }
    }
    fn clauses(&self) -> Vec<&'static str> {
        match self {
            Self::Exists { .. } | Self::State { .. } | Self::OfAnother => vec!["A-CIR-01"],
            Self::Own | Self::NotPermitted | Self::NoReporter => vec!["A-CIR-03"],
        }
    }
    fn params(&self) -> Params {
        match self {
            Self::Exists { period } => vec![("period", period.clone())],
            Self::State { state } => vec![("state", state.code())],
            Self::NotPermitted => vec![("permission", ReceiveInformationReports::NAME.to_owned())],
            Self::OfAnother | Self::Own | Self::NoReporter => vec![],
        }
    }
    fn word(&self, figure: &str, lang: Lang) -> Option<String> {
        match self {
            Self::State { state } if figure == "state" => {
                Some(state.text().in_lang(lang).to_owned())
            }
            _ => None,
        }
    }
    fn escalation(&self) -> Option<&'static str> {
        match self {
            Self::NotPermitted | Self::Own => Some(ReceiveInformationReports::NAME),
            _ => None,
        }
    }
}
