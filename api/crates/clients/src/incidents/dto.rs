//! Requests and answers about incidents.
use super::kinds::{IncidentAct, IncidentKind, IncidentState, Measure};
use crate::checks;
use crate::names::Ref;
use crate::{ClientId, IncidentId, LoanId};
use chrono::{DateTime, NaiveDate, Utc};
use kernel::http::reply::Answer;
use kernel::http::shown::AllowedAction;
use kernel::ids::PersonId;
use kernel::money::Money;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;
use validator::Validate;

/// Somebody concerned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = IncidentPartyInput)]
pub struct PartyInput {
    pub person_id: PersonId,
    /// What they did.
    #[validate(length(min = 1, max = 2000), custom(function = "checks::lines"))]
    #[schema(min_length = 1, max_length = 2000, example = "未经批准将客户联系方式转发给外部人员")]
    pub deed: String,
    /// The direct superior, where it is not the one of the register of people, or where that has none.
    #[serde(default)]
    pub superior_id: Option<PersonId>,
}

/// Report an incident (A-BOR-05).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct IncidentInput {
    #[schema(example = "LEAK")]
    pub kind: IncidentKind,
    /// Not in the future.
    #[validate(custom(function = "crate::hanging::plausible"))]
    #[schema(example = "2026-11-20")]
    pub occurred_on: NaiveDate,
    #[validate(length(min = 1, max = 4000), custom(function = "checks::lines"))]
    #[schema(
        min_length = 1,
        max_length = 4000,
        example = "展会期间，一份客户名单被拍照发到行业微信群"
    )]
    pub what_happened: String,
    /// The files concerned, each of which the reporter sees.
    #[serde(default)]
    #[validate(length(max = 50))]
    #[schema(max_items = 50)]
    pub files: Vec<ClientId>,
    /// The loan of which something was lost.
    #[serde(default)]
    pub loan_id: Option<LoanId>,
    #[validate(length(min = 1, max = 20), nested)]
    #[schema(min_items = 1, max_items = 20)]
    pub parties: Vec<PartyInput>,
}

/// Put the facts, the files or the parties right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AmendIncident {
    #[schema(example = "LEAK")]
    pub kind: IncidentKind,
    #[validate(custom(function = "crate::hanging::plausible"))]
    #[schema(example = "2026-11-19")]
    pub occurred_on: NaiveDate,
    #[validate(length(min = 1, max = 4000), custom(function = "checks::lines"))]
    #[schema(min_length = 1, max_length = 4000, example = "展会前一日，客户名单即已外传")]
    pub what_happened: String,
    /// All of them; those that the caller does not see stay.
    #[serde(default)]
    #[validate(length(max = 50))]
    #[schema(max_items = 50)]
    pub files: Vec<ClientId>,
    /// All of them. Whoever stays keeps their superior, where no other is named.
    #[validate(length(min = 1, max = 20), nested)]
    #[schema(min_items = 1, max_items = 20)]
    pub parties: Vec<PartyInput>,
    #[validate(length(min = 1, max = 500), custom(function = "checks::lines"))]
    #[schema(min_length = 1, max_length = 500, example = "经核实，发生日期有误")]
    pub reason: String,
}

/// State one's case (申辩); in place of what one stated before.
#[derive(Clone, Debug, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = StateCaseOfIncident)]
pub struct IncidentStatement {
    #[validate(length(min = 1, max = 4000), custom(function = "checks::lines"))]
    #[schema(
        min_length = 1,
        max_length = 4000,
        example = "名单系旧版，本人当日已撤回并报告部门经理"
    )]
    pub statement: String,
}

/// What follows for a party and for their superior.
#[derive(Clone, Debug, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = IncidentPartyConclusion)]
pub struct PartyConclusion {
    pub person_id: PersonId,
    #[schema(example = "DEMERIT")]
    pub measure: Measure,
    /// With a fine, and only there.
    #[serde(default)]
    #[schema(example = json!(null))]
    pub fine: Option<Money>,
    /// Needed where nothing follows: whoever is concerned is dealt with severely.
    #[serde(default)]
    #[validate(length(max = 1000), custom(function = "checks::blank_lines"))]
    #[schema(max_length = 1000, example = "初犯，主动报告并配合追回")]
    pub measure_note: Option<String>,
    /// What follows for the superior.
    #[schema(example = "WARNING")]
    pub leadership: Measure,
    #[serde(default)]
    #[schema(example = json!(null))]
    pub leadership_fine: Option<Money>,
    /// 领导责任: for what the superior answers.
    #[validate(length(min = 1, max = 1000), custom(function = "checks::lines"))]
    #[schema(min_length = 1, max_length = 1000, example = "未落实部门保密教育，对下属监督不力")]
    pub leadership_note: String,
}

/// Conclude an incident (结案).
#[derive(Clone, Debug, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ConcludeIncident {
    /// Each party once.
    #[validate(length(min = 1, max = 20), nested)]
    #[schema(min_items = 1, max_items = 20)]
    pub parties: Vec<PartyConclusion>,
    /// 补救措施.
    #[validate(length(min = 1, max = 2000), custom(function = "checks::lines"))]
    #[schema(
        min_length = 1,
        max_length = 2000,
        example = "已联系客户说明情况，更换联系人清单，收回外传资料"
    )]
    pub remedy: String,
}

/// Look into it once more (重新调查).
#[derive(Clone, Debug, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TakeUpIncident {
    #[validate(length(min = 1, max = 500), custom(function = "checks::lines"))]
    #[schema(min_length = 1, max_length = 500, example = "发现新的证据")]
    pub reason: String,
}

/// Which incidents.
#[derive(Clone, Debug, Default, Deserialize, Validate, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct IncidentFilter {
    /// In one of these states.
    #[serde(default)]
    pub state: Vec<IncidentState>,
    /// Of one of these kinds.
    #[serde(default)]
    pub kind: Vec<IncidentKind>,
    /// With this person as a party.
    pub person_id: Option<PersonId>,
    /// About this file.
    pub client_id: Option<ClientId>,
    /// Of this loan.
    pub loan_id: Option<LoanId>,
    /// On this day or later.
    pub occurred_from: Option<NaiveDate>,
    /// On this day or before.
    pub occurred_to: Option<NaiveDate>,
}

/// Who is named: the party and the direct superior.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[schema(as = IncidentNamed)]
pub struct Named {
    pub person: Ref,
    pub superior: Ref,
}

/// A line of the register.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct IncidentRow {
    pub id: IncidentId,
    #[schema(example = "XM-20261130-0001")]
    pub number: String,
    pub kind: IncidentKind,
    pub state: IncidentState,
    pub occurred_on: NaiveDate,
    pub named: Vec<Named>,
    pub department: Option<Ref>,
    pub reported_by: Ref,
    pub reported_at: DateTime<Utc>,
    /// Of the last conclusion.
    pub concluded_at: Option<DateTime<Utc>>,
    pub version: i64,
}

/// A file or a loan that the reader may see.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct IncidentAbout {
    pub id: Uuid,
    #[schema(example = "KH-20261129-0001")]
    pub number: String,
    /// Of a file.
    pub name: Option<String>,
}

/// What somebody stated.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct IncidentStated {
    pub text: String,
    pub at: DateTime<Utc>,
}

/// What followed for somebody.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct IncidentConsequence {
    pub measure: Measure,
    pub fine: Option<Money>,
    pub note: Option<String>,
}

/// A party with their superior. What they stated and what followed is shown to themselves and to whoever
/// reads incidents; what followed for a party, to their superior as well.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[schema(as = IncidentParty)]
pub struct Party {
    pub person: Ref,
    pub deed: String,
    pub superior: Ref,
    pub statement: Option<IncidentStated>,
    pub superior_statement: Option<IncidentStated>,
    pub consequence: Option<IncidentConsequence>,
    pub leadership: Option<IncidentConsequence>,
}

/// Who did what, when.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[schema(as = IncidentHistory)]
pub struct Done {
    pub act: IncidentAct,
    pub at: DateTime<Utc>,
    pub by: Ref,
    pub reason: Option<String>,
}

/// An incident.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[schema(as = ClientIncident)]
pub struct Incident {
    #[serde(flatten)]
    pub row: IncidentRow,
    pub what_happened: String,
    /// 0 none, 1 秘密, 2 机密, 3 绝密.
    pub level: i16,
    /// Where the reader may see it.
    pub loan: Option<IncidentAbout>,
    /// Those that the reader may see.
    pub files: Vec<IncidentAbout>,
    pub parties: Vec<Party>,
    pub remedy: Option<String>,
    pub concluded_by: Option<Ref>,
    /// The oldest first.
    pub history: Vec<Done>,
    pub allowed_actions: Vec<AllowedAction>,
}

impl Answer for Incident {
    fn version(&self) -> Option<i64> {
        Some(self.row.version)
    }
    fn location(&self) -> Option<String> {
        Some(format!("/client-incidents/{}", self.row.id))
    }
}
