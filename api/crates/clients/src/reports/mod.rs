//! Classification reports by month, quarter and year (A-CLI-12), kept for good (A-CLI-13).
pub mod entity;
