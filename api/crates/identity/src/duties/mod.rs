//! Which permissions no one person may hold together: the matrix, as data.
pub(crate) mod entity;
