//! The client files that an incident concerns. They hang on the file: merged into another, it takes them
//! along, and destroyed, it takes them with it.
pub mod entity;
