//! zhidu
pub mod demo;
