//! Compliance as it is asked for and answered.
use crate::rules::RuleKind;
use chrono::NaiveDate;
use kernel::http::shown::Ref;
use kernel::ids::DepartmentId;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use validator::Validate;

/// Over which days, and of whom.
#[derive(Clone, Debug, Default, Deserialize, Validate, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct ComplianceQuery {
    /// The first day of the company; where none is given, the first of the present month.
    pub from: Option<NaiveDate>,
    /// The last, at most 366 days later; where none is given, today.
    pub to: Option<NaiveDate>,
    /// Of this department's records and people alone.
    pub department_id: Option<DepartmentId>,
    /// Rules of this module alone.
    #[validate(length(max = 40))]
    #[param(max_length = 40, example = "clients")]
    pub module: Option<String>,
}

/// Of which rule, over which days, and of whom.
#[derive(Clone, Debug, Deserialize, Validate, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct RulePeopleQuery {
    /// The rule.
    #[validate(length(max = 20))]
    #[param(max_length = 20, example = "A-CIR-01")]
    pub clause: String,
    /// The first day of the company; where none is given, the first of the present month.
    pub from: Option<NaiveDate>,
    /// The last, at most 366 days later; where none is given, today.
    pub to: Option<NaiveDate>,
    /// Of this department's records and people alone.
    pub department_id: Option<DepartmentId>,
}

/// What fell due, and what became of it.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct FellDue {
    /// Fell due within the days.
    pub due: ComplianceFigure,
    pub in_time: ComplianceFigure,
    pub late: ComplianceFigure,
    /// Due, and not done to this day.
    pub missed: ComplianceFigure,
    /// Excused by an exception.
    pub excused: ComplianceFigure,
    /// Percent of what fell due and was not excused that was done in time; none where nothing did.
    pub rate: Option<u8>,
}

/// How one person kept a rule.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct PersonCompliance {
    /// None: what is nobody's in particular.
    pub person: Option<Ref>,
    #[serde(flatten)]
    pub fell_due: FellDue,
}

/// In which list a figure is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ComplianceList {
    /// `GET /obligations`
    Obligations,
    /// `GET /exceptions`
    Exceptions,
    /// `GET /audit-entries`
    AuditEntries,
}

/// A figure, and the query of the list that shows what it counts.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ComplianceFigure {
    pub count: u64,
    pub list: ComplianceList,
    #[schema(
        example = "clause=A-CLI-10&state=FULFILLED&late=true&due_from=2026-11-01&due_to=2026-11-30"
    )]
    pub filter: String,
}

/// How one rule was kept.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ComplianceLine {
    #[schema(example = "A-CLI-10")]
    pub rule: &'static str,
    pub title: &'static str,
    #[schema(example = "clients")]
    pub module: &'static str,
    #[schema(value_type = Vec<RuleKind>)]
    pub kinds: &'static [RuleKind],
    /// Something of it can fall due: the figures of what fell due count it.
    pub has_obligations: bool,
    #[serde(flatten)]
    pub fell_due: FellDue,
    /// Attempts that the rule refused.
    pub refused: ComplianceFigure,
    /// Departures from it that were approved.
    pub exceptions: ComplianceFigure,
}
