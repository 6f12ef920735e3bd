//! Why nothing is lent.
use super::kinds::LoanState;
use crate::{
    BorrowClients, LOAN_BORROWER_NOT_CLEARED, LOAN_FIGURES_ONLY, LOAN_LATE, LOAN_OF_ANOTHER,
    LOAN_ONLY_MANAGERS, LOAN_OWN_REQUEST, LOAN_STATE, LOAN_UNDERTAKING_MISSING, ManageLoans,
};
use kernel::access::Permission;
use kernel::code::{self, Code, Coded, Params};
use kernel::lang::Lang;

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error("managers and above only")]
    OnlyManagers,
    #[error("no undertaking")]
    NoUndertaking,
    #[error("it is {state:?}")]
    State { state: LoanState },
    #[error("somebody else's request")]
    OfAnother,
    #[error("one's own request")]
    OwnRequest,
    #[error("keeping the archive is not theirs")]
    NotPermitted,
    #[error("the borrower is not cleared for a file")]
    BorrowerNotCleared,
    #[error("figures were approved, no files")]
    FiguresOnly,
    #[error("its last day has passed")]
    Late,
}

impl Coded for Refusal {
    fn code(&self) -> Code {
        match self {
            Self::OnlyManagers => LOAN_ONLY_MANAGERS,
            Self::NoUndertaking => LOAN_UNDERTAKING_MISSING,
            Self::State { .. } => LOAN_STATE,
            Self::OfAnother => LOAN_OF_ANOTHER,
            Self::OwnRequest => LOAN_OWN_REQUEST,
            Self::NotPermitted => code::PERMISSION_MISSING,
            Self::BorrowerNotCleared => LOAN_BORROWER_NOT_CLEARED,
            Self::FiguresOnly => LOAN_FIGURES_ONLY,
            Self::Late => LOAN_LATE,
        }
    }
    fn clauses(&self) -> Vec<&'static str> {
        match self {
            Self::OnlyManagers => vec!["A-BOR-02"],
            Self::NoUndertaking => vec!["A-BOR-04"],
            Self::BorrowerNotCleared => vec!["A-CLI-18"],
            _ => vec!["A-BOR-01"],
        }
    }
    fn params(&self) -> Params {
        match self {
            Self::State { state } => vec![("state", state.code())],
            Self::NotPermitted => vec![("permission", ManageLoans::NAME.to_owned())],
            _ => vec![],
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
            Self::OnlyManagers => Some(BorrowClients::NAME),
            Self::NotPermitted | Self::OwnRequest => Some(ManageLoans::NAME),
            _ => None,
        }
    }
}
