//! Why an incident is not dealt with.
use super::kinds::IncidentState;
use crate::{
    HandleIncidents, INCIDENT_LENT_BY_NAMED, INCIDENT_NAMED, INCIDENT_NOT_NAMED, INCIDENT_STATE,
};
use kernel::access::Permission;
use kernel::code::{self, Code, Coded, Params};
use kernel::lang::Lang;

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error("it is {state:?}")]
    State { state: IncidentState },
    #[error("handling incidents is not theirs")]
    NotPermitted,
    #[error("a party, or the superior of one")]
    Named,
    #[error("the right to handle it comes from somebody named in it")]
    LentByNamed,
    #[error("neither a party nor the superior of one")]
    NotNamed,
}

impl Coded for Refusal {
    fn code(&self) -> Code {
        match self {
            Self::State { .. } => INCIDENT_STATE,
            Self::NotPermitted => code::PERMISSION_MISSING,
            Self::Named => INCIDENT_NAMED,
            Self::LentByNamed => INCIDENT_LENT_BY_NAMED,
            Self::NotNamed => INCIDENT_NOT_NAMED,
        }
    }
    fn clauses(&self) -> Vec<&'static str> {
        vec!["A-BOR-05"]
    }
    fn params(&self) -> Params {
        match self {
            Self::State { state } => vec![("state", state.code())],
            Self::NotPermitted => vec![("permission", HandleIncidents::NAME.to_owned())],
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
            Self::NotPermitted | Self::Named | Self::LentByNamed => Some(HandleIncidents::NAME),
            _ => None,
        }
    }
}
