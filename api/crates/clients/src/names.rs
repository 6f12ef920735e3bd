//! Names of people, departments and sites for a whole page of records: one statement, never one
//! per row.
pub use identity::names::{Names, Wanted};
pub use kernel::http::shown::Ref;
