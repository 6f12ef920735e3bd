//! What salespeople collected (A-CLI-17), for the information administrator to key in (A-CLI-16).
pub mod entity;
