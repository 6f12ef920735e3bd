//! A pack of evidence for an auditor: decisions, exceptions, clocks and refusals of a period as tables, the
//! head of the audit trail, and a signed list of all of it. Whoever holds the pack can prove later, away
//! from the service, that nothing in it was changed.
mod dto;
mod manifest;
mod pack;
mod refusals;
mod routes;
mod sealed;

pub use manifest::{Manifest, Part, Verdict, public_key, verify};
pub use refusals::Refusals;
pub use routes::configure;
