//! People who work for the company.
mod called;
mod contact;
pub(crate) mod create;
mod disable;
pub(crate) mod dto;
mod enable;
mod end_sessions;
pub(crate) mod entity;
pub(crate) mod filter;
mod found;
pub(crate) mod kinds;
mod line;
mod list;
pub(crate) mod lookup;
mod references;
mod reset_password;
pub(crate) mod routes;
pub(crate) mod rules;
pub(crate) mod show;
pub(crate) mod store;
mod take_over;
pub(crate) mod update;
mod who_may;

pub use called::called;
pub use contact::{Contact, contacts, lang_of};
pub use disable::disable;
pub use dto::{
    HeldRole, Person, PersonInput, PersonReason, PersonRow, ResetPassword, TemporaryPassword,
};
pub use found::{FoundPerson, labels, search};
pub use kinds::{Locale, PersonStatus, Theme};
pub use line::{below, departments_above, direct_superior, is_led, superiors, who_hold, with_role};
pub use lookup::{
    Known, active, by_login, disabled, find, holders_of, holds, homes, nameable, nameable_among,
    names, some, within,
};
pub use reset_password::reset_password;
pub use who_may::who_may;
