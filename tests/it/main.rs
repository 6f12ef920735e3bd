//! The API as its users call it: real HTTP, real databases. The folders mirror the address tree.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests"
)]
mod approvals;
mod clients;
mod handbook;
mod identity;
mod obligations;
mod platform;
mod records;
