//! Obligations: what the rules of kind *remind* make due, of whom, about which record and by when.
//!
//! A tick of the calendar opens them ([`tick`]), the act that fulfils one closes it in its own transaction
//! ([`fulfil`]), and nobody closes one by hand; an exception with reason and approver excuses it. What is
//! late goes up the line of superiors.
pub(crate) mod allowed;
mod calendar;
mod calendar_dto;
pub mod dto;
pub mod entity;
mod escalate;
pub mod escalation_entity;
pub mod feed;
mod filter;
mod follow;
mod get;
mod kinds;
mod labels;
mod list;
mod look_after;
mod notices;
mod open;
pub mod parameters;
mod routes;
mod rules;
mod settle;
pub(crate) mod show;
pub mod source;
pub(crate) mod store;
mod summary;
pub(crate) mod tell;
mod tick;
pub mod tick_entity;

pub use follow::{Fate, follow};
pub use kinds::{ObligationState, SourceKind, Stage};
pub use labels::labels;
pub use open::open_now;
pub use settle::{fulfil, fulfil_or_ahead, void};
pub use source::{KindSpec, Obligations, Shown, Source, Tick, Wanted};
pub use store::{none_waiting, with_occasion};
pub use tick::{Ticked, tick, tick_under, turn};

pub(crate) use routes::configure;
pub use rules::late;

/// Kind of the records in notifications and audit entries.
pub const KIND: &str = "obligation";
