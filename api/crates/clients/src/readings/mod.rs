//! Who read which classified file (A-SEC-10): every way to what stands in a file notes its reading, and
//! whoever answers for the archive looks it up. Lists and searches show what files are called, which is no
//! reading; what an act answers stands in the trail with the act.
mod dto;
mod list;
mod note;
mod routes;
mod show;
mod store;

pub(crate) use note::{all, at_level, one};
pub(crate) use routes::configure;
