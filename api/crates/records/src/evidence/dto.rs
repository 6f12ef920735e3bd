//! What is asked of a pack.
use chrono::NaiveDate;
use kernel::ids::DepartmentId;
use serde::Deserialize;
use utoipa::IntoParams;
use validator::Validate;

/// Over which days, and of whom.
#[derive(Clone, Debug, Deserialize, Validate, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct EvidenceQuery {
    /// The first day of the company.
    #[param(example = "2026-10-01")]
    pub from: NaiveDate,
    /// The last, at most 366 days later.
    #[param(example = "2026-12-31")]
    pub to: NaiveDate,
    /// Of this department's records and people alone.
    pub department_id: Option<DepartmentId>,
}
