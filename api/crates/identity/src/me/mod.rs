//! The caller's own profile, rights, password and sessions.
mod change_password;
mod dto;
mod profile;
pub(crate) mod routes;
mod sessions;

pub use dto::{Me, MeInput, MyPermissions, Session};
