//! What colleagues say to each other about a client. Only who sees the client can be mentioned, and
//! is told in the transaction of the comment.
mod classify;
mod create;
mod dto;
pub mod entity;
mod get;
mod list;
mod remove;
mod routes;
mod rules;
mod show;
mod store;
mod tell;
mod update;

pub use dto::{Comment, CommentInput};
pub(crate) use routes::configure;
