//! What colleagues say to each other about a client.
pub mod entity;
