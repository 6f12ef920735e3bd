//! External provision of client information (对外提供客户信息): what is provided of which files to whom, on
//! which client's consent or which law, reviewed by the company and handed over by customer service
//! (B-SEC-07, B-SEC-08).
mod amend;
mod dto;
pub mod entity;
mod evidence;
mod give_up;
pub(crate) mod kinds;
pub mod named;
mod provide;
mod read;
mod refusal;
mod request;
mod revoke;
mod routes;
pub(crate) mod rules;
mod said;
mod show;
mod standing;
mod store;
mod subject;
mod tell;

pub use crate::DisclosureId;
pub use dto::{DisclosureInput, Provide, RevokeConsent};
pub use evidence::Provided;
pub use provide::provide;
pub use read::labels;
pub use request::request;
pub use revoke::revoke;
pub(crate) use routes::configure;
pub use store::exists;
pub(crate) use store::outlive;
pub use subject::{Disclosures, FLOW};

/// What approvals, notifications and the trail call it.
pub const KIND: &str = "client-disclosure";
