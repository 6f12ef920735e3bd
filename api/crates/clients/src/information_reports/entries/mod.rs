//! What a report says client by client (A-CIR-02). An entry hangs on the client's file: merged into
//! another, the file takes its entries along. A report that names both then has two entries of one
//! client, each as its author wrote it.
mod contents;
pub mod entity;
mod store;

pub(super) use contents::{entries, of, same};
pub(super) use store::{counts, find, insert, replace};
