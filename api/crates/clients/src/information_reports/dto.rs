//! Requests and answers about reports.
use super::entity::Model;
use super::entries::entity::Model as Entry;
use super::kinds::InformationReportState;
use crate::checks;
use crate::names::Ref;
use crate::{ClientId, InformationReportId};
use chrono::{DateTime, Utc};
use kernel::http::reply::Answer;
use kernel::http::shown::AllowedAction;
use kernel::ids::PersonId;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use validator::Validate;

/// The competition that one client is in (A-CIR-02).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = InformationReportEntryInput)]
pub struct ReportEntryInput {
    /// A file that its author sees.
    pub client_id: ClientId,
    /// 竞争环境: who else supplies it, at which prices and terms.
    #[validate(length(min = 1, max = 2000), custom(function = "checks::lines"))]
    #[schema(
        min_length = 1,
        max_length = 2000,
        example = "同城两家同行报价较我司低约 3%，账期 60 天；客户更看重到货及时率"
    )]
    pub competition: String,
    /// 客户变化.
    #[serde(default)]
    #[validate(length(max = 2000), custom(function = "checks::blank_lines"))]
    #[schema(max_length = 2000, example = "新任采购部经理到岗，二期厂房 3 月投产")]
    pub changes: Option<String>,
    /// 下月计划.
    #[serde(default)]
    #[validate(length(max = 2000), custom(function = "checks::blank_lines"))]
    #[schema(max_length = 2000, example = "12 月中旬上门续谈年度框架协议")]
    pub plan: Option<String>,
}

/// Submit the report of a month (A-CIR-01).
#[derive(Clone, Debug, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewInformationReport)]
pub struct NewReport {
    /// The month in whose first week it is due; this month, or one of the twelve before.
    #[validate(length(min = 7, max = 7))]
    #[schema(
        min_length = 7,
        max_length = 7,
        pattern = r"^2[0-9]{3}-(0[1-9]|1[0-2])$",
        example = "2026-11"
    )]
    pub period: String,
    /// 客户开发与维护情况.
    #[validate(length(min = 1, max = 4000), custom(function = "checks::lines"))]
    #[schema(
        min_length = 1,
        max_length = 4000,
        example = "本月拜访客户 12 户，新增意向 3 户；机械制造类客户年末采购放缓"
    )]
    pub summary: String,
    /// 新发现的潜在客户.
    #[serde(default)]
    #[validate(length(max = 4000), custom(function = "checks::blank_lines"))]
    #[schema(max_length = 4000, example = "青白江新建一家冷链设备厂，预计明年一季度招标")]
    pub discoveries: Option<String>,
    /// At least one, where its author looks after a client.
    #[validate(length(max = 100), nested)]
    #[schema(max_items = 100)]
    pub entries: Vec<ReportEntryInput>,
}

/// What a report says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = InformationReportInput)]
pub struct ReportInput {
    #[validate(length(min = 1, max = 4000), custom(function = "checks::lines"))]
    #[schema(
        min_length = 1,
        max_length = 4000,
        example = "本月拜访客户 14 户，新增意向 3 户；机械制造类客户年末采购放缓"
    )]
    pub summary: String,
    #[serde(default)]
    #[validate(length(max = 4000), custom(function = "checks::blank_lines"))]
    #[schema(max_length = 4000, example = "青白江新建一家冷链设备厂，预计明年一季度招标")]
    pub discoveries: Option<String>,
    #[serde(default)]
    #[validate(length(max = 100), nested)]
    #[schema(max_items = 100)]
    pub entries: Vec<ReportEntryInput>,
}

impl ReportInput {
    /// As it stands.
    pub fn of(row: &Model, entries: &[Entry]) -> Self {
        let entry = |row: &Entry| ReportEntryInput {
            client_id: row.client_id,
            competition: row.competition.clone(),
            changes: row.changes.clone(),
            plan: row.plan.clone(),
        };
        Self {
            summary: row.summary.clone(),
            discoveries: row.discoveries.clone(),
            entries: entries.iter().map(entry).collect(),
        }
    }
}

/// Take a report in.
#[derive(Clone, Debug, Default, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ReceiveInformationReport)]
pub struct ReceiveReport {
    #[serde(default)]
    #[validate(length(max = 1000), custom(function = "checks::blank_lines"))]
    #[schema(max_length = 1000, example = "已转市场分析员汇总")]
    pub note: Option<String>,
}

/// Give a report back to its author.
#[derive(Clone, Debug, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = SendInformationReportBack)]
pub struct SendReportBack {
    #[validate(length(min = 1, max = 1000), custom(function = "checks::lines"))]
    #[schema(min_length = 1, max_length = 1000, example = "请补充主要竞争对手的报价与账期")]
    pub reason: String,
}

/// Which reports.
#[derive(Clone, Debug, Default, Deserialize, Validate, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct ReportFilter {
    /// Of this month.
    #[param(max_length = 7, example = "2026-11")]
    #[validate(length(max = 7), custom(function = "checks::blank_line"))]
    pub period: Option<String>,
    /// Of this author.
    pub person_id: Option<PersonId>,
    /// In one of these states.
    #[serde(default)]
    pub state: Vec<InformationReportState>,
    /// Submitted after the first week, or within it.
    pub late: Option<bool>,
}

/// A line of the list.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[schema(as = InformationReportRow)]
pub struct ReportRow {
    pub id: InformationReportId,
    #[schema(example = "IR-20261204-0001")]
    pub number: String,
    #[schema(example = "2026-12")]
    pub period: String,
    pub person: Ref,
    pub department: Option<Ref>,
    pub state: InformationReportState,
    /// How many clients it tells about.
    pub clients: i64,
    pub submitted_at: DateTime<Utc>,
    /// The last time after it was sent back.
    pub resubmitted_at: Option<DateTime<Utc>>,
    /// The close of the last working day of the first week of the month (A-CIR-01).
    pub due_at: DateTime<Utc>,
    /// Submitted after that.
    pub late: bool,
    pub received_by: Option<Ref>,
    pub received_at: Option<DateTime<Utc>>,
    pub version: i64,
}

/// What a report says of one client.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[schema(as = InformationReportEntry)]
pub struct ReportEntry {
    pub client_id: ClientId,
    /// As it was called when it was written.
    pub client_name: String,
    /// The file; null where it is not for the reader.
    pub client: Option<Ref>,
    pub competition: String,
    pub changes: Option<String>,
    pub plan: Option<String>,
}

/// A report with what it says.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[schema(as = InformationReport)]
pub struct Report {
    #[serde(flatten)]
    pub row: ReportRow,
    pub summary: String,
    pub discoveries: Option<String>,
    pub entries: Vec<ReportEntry>,
    /// The highest of the files that it names: 1 秘密, 2 机密, 3 绝密.
    pub level: i16,
    pub receive_note: Option<String>,
    pub sent_back_by: Option<Ref>,
    pub sent_back_at: Option<DateTime<Utc>>,
    pub sent_back_reason: Option<String>,
    pub allowed_actions: Vec<AllowedAction>,
}

impl Answer for Report {
    fn version(&self) -> Option<i64> {
        Some(self.row.version)
    }
    fn location(&self) -> Option<String> {
        Some(format!("/client-information-reports/{}", self.row.id))
    }
}
