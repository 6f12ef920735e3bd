//! Promises that hold everywhere: of the code base, of the document, of every operation.
#![expect(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]
mod bodies;
mod cursors;
mod document;
mod house;
mod matrix;
mod schema;
