//! The files that a disclosure names, each with the consent that it rests on (B-SEC-08). One hangs on the
//! client's file: merged into another it goes along, and destroyed with it (A-BOR-06).
pub mod entity;
mod store;

pub(crate) use store::{disclosed_last, open};
pub(super) use store::{of, replace, resting_on, revoked, save, visible};
