//! Promises that hold everywhere: of the code base, of the document, of every operation.
#![expect(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]
mod answers;
mod bodies;
mod call;
mod clearance;
mod cursors;
mod document;
mod foreign;
mod headers;
mod house;
mod matrix;
mod notices;
mod references;
mod schema;
mod statements;
mod world;
