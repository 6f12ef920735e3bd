//! On which ways each person is told: what is mailed at once, in a digest or not at all, when nothing is,
//! and what goes to their webhooks. In the application everything is always told; an escalation is mailed
//! whatever somebody chose.
pub mod choice;
mod dto;
mod get;
mod routes;
pub mod rules;
pub mod setting;
pub mod store;
mod update;

pub use choice::MailChoice;
pub use dto::{NotificationSettings, NotificationSettingsInput};
pub use routes::configure;
