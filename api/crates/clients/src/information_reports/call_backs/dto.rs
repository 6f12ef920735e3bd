//! Requests and answers about call backs.
use crate::checks;
use crate::names::Ref;
use crate::{InformationCallBackId, InformationReportId};
use chrono::{DateTime, Utc};
use kernel::http::reply::Answer;
use kernel::ids::PersonId;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use validator::Validate;

/// Note that a salesperson was called back.
#[derive(Clone, Debug, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = InformationReportCallBackInput)]
pub struct CallBackInput {
    /// Somebody who submits reports.
    pub person_id: PersonId,
    /// On the report of this month, or on there being none.
    #[validate(length(min = 7, max = 7))]
    #[schema(
        min_length = 7,
        max_length = 7,
        pattern = r"^2[0-9]{3}-(0[1-9]|1[0-2])$",
        example = "2026-11"
    )]
    pub period: String,
    /// What was asked, and what was answered.
    #[validate(length(min = 1, max = 2000), custom(function = "checks::lines"))]
    #[schema(
        min_length = 1,
        max_length = 2000,
        example = "电话询问未按时提交的原因：出差未归，承诺周三前补交"
    )]
    pub note: String,
    /// Has passed; not before the month began.
    #[schema(example = "2026-11-10T01:30:00Z")]
    pub called_at: DateTime<Utc>,
}

/// Which calls.
#[derive(Clone, Debug, Default, Deserialize, Validate, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct CallBackFilter {
    /// To this person.
    pub person_id: Option<PersonId>,
    /// On the report of this month.
    #[param(max_length = 7, example = "2026-11")]
    #[validate(length(max = 7), custom(function = "checks::blank_line"))]
    pub period: Option<String>,
}

/// A call to a salesperson.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[schema(as = InformationReportCallBack)]
pub struct CallBack {
    pub id: InformationCallBackId,
    pub person: Ref,
    #[schema(example = "2026-11")]
    pub period: String,
    /// The report of that month, if there is one by now.
    pub report_id: Option<InformationReportId>,
    pub note: String,
    pub called_at: DateTime<Utc>,
    pub called_by: Ref,
    pub recorded_at: DateTime<Utc>,
}

impl Answer for CallBack {
    fn version(&self) -> Option<i64> {
        None
    }
    fn location(&self) -> Option<String> {
        Some(format!("/client-information-report-call-backs/{}", self.id))
    }
}
