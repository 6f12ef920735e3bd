//! 保密事件: breach, loss and leak of client information. The record names the parties and their direct
//! superiors, hears both, and says what followed for each (A-BOR-05).
mod about;
pub mod act_entity;
mod amend;
mod conclude;
mod dto;
pub mod entity;
mod evidence;
pub mod files;
mod forget;
mod kinds;
mod lost;
mod open;
pub mod party_entity;
mod read;
mod refusal;
mod report;
mod routes;
mod rules;
mod show;
mod standing;
mod state;
pub mod statement_entity;
mod store;
mod take_up;
mod tell;

pub use crate::IncidentId;
pub use conclude::conclude;
pub use dto::{ConcludeIncident, IncidentInput, IncidentStatement, TakeUpIncident};
pub use evidence::Incidents;
pub(crate) use forget::{forget, names};
pub(crate) use lost::lost;
pub use read::labels;
pub use report::report;
pub(crate) use routes::configure;
pub(crate) use standing::{is_open, latest};
pub use state::state;
pub(crate) use store::of_loan;
pub use take_up::take_up;

/// What notifications and the trail call it.
pub const KIND: &str = "client-incident";
