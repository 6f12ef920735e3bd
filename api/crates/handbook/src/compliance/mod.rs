//! How the rules are kept (制度执行情况): for each live rule over a period, what fell due, what was done in
//! time, late or not at all, what was refused and what was excused, each with the list behind it.
mod dto;
mod figures;
mod people;
mod period;
mod report;
mod routes;

pub(crate) use dto::{ComplianceLine, ComplianceQuery};
pub(crate) use report::report;
pub(crate) use routes::configure;
