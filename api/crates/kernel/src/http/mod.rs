//! What speaks HTTP on behalf of every area.
pub mod conditional;
pub mod input;
mod listed;
pub mod paging;
pub mod patch;
pub mod problem;
pub mod problems;
pub mod reply;
pub mod shown;
mod strict;
