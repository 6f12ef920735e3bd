//! The handbook's rules as data: 1,064 rules of 85 systems, in three languages, and which of them
//! the product keeps already. They come with the binary and change with a release.
mod book;
mod dto;
mod finding;
mod get;
mod list;
mod live;
mod outline;
mod routes;
mod search;

pub use book::{Named, Rule, RuleKind, System, all, clause_title, find, modules};
pub use live::{How, Live, is_live, live};
pub use search::{FoundRule, search};

pub(crate) use routes::configure;
