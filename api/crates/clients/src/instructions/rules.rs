//! Who instructs whom, and who says that it is done (A-CLI-04).
use super::entity::Model;
use super::kinds::InstructionState;
use crate::{INSTRUCTION_OF_ANOTHER, INSTRUCTION_SETTLED, ManageOversight};
use kernel::access::{Actor, Permission, Place};
use kernel::code::{self, Code, Coded, Params};
use kernel::lang::Lang;

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    #[error("supervising is not theirs")]
    NotPermitted,
    #[error("only its addressee confirms it")]
    OfAnother,
    #[error("it is settled")]
    Settled(InstructionState),
}

impl Coded for Refused {
    fn code(&self) -> Code {
        match self {
            Self::NotPermitted => code::PERMISSION_MISSING,
            Self::OfAnother => INSTRUCTION_OF_ANOTHER,
            Self::Settled(_) => INSTRUCTION_SETTLED,
        }
    }
    fn clauses(&self) -> Vec<&'static str> {
        vec!["A-CLI-04"]
    }
    fn params(&self) -> Params {
        match self {
            Self::NotPermitted => vec![("permission", ManageOversight::NAME.to_owned())],
            Self::OfAnother => vec![],
            Self::Settled(state) => vec![("state", state.code())],
        }
    }
    fn word(&self, figure: &str, lang: Lang) -> Option<String> {
        match self {
            Self::Settled(state) if figure == "state" => {
                Some(state.text().in_lang(lang).to_owned())
            }
            _ => None,
        }
    }
    fn escalation(&self) -> Option<&'static str> {
        match self {
            Self::NotPermitted => Some(ManageOversight::NAME),
            Self::OfAnother | Self::Settled(_) => None,
        }
    }
}

/// Where an instruction stands: with its addressee.
#[must_use]
pub fn place(row: &Model) -> Place {
    Place {
        owner_id: Some(row.given_to),
        department_id: row.department_id,
        site_id: row.site_id,
        level: row.level.rank(),
    }
}

/// Who supervises there.
pub fn give(actor: &Actor, at: &Place) -> Result<(), Refused> {
    if actor.may(ManageOversight::NAME, at) { Ok(()) } else { Err(Refused::NotPermitted) }
}

fn open(row: &Model) -> Result<(), Refused> {
    match row.state {
        InstructionState::Open => Ok(()),
        settled => Err(Refused::Settled(settled)),
    }
}

/// The task is its addressee's, and nobody else says that it is done.
pub fn confirm(actor: &Actor, row: &Model) -> Result<(), Refused> {
    if row.given_to != actor.id {
        return Err(Refused::OfAnother);
    }
    open(row)
}

/// Those who supervise take it back.
pub fn withdraw(actor: &Actor, row: &Model) -> Result<(), Refused> {
    give(actor, &place(row))?;
    open(row)
}
