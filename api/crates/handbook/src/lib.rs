//! handbook
pub mod calendar;
