use super::rules::{ValueState, states, written};
use super::values::{Held, Values};
use super::{Content, Kind, ParameterSpec, ParameterValueId, entity};
use crate::ManageParameters;
use chrono::{DateTime, NaiveDate, Utc};
use kernel::access::{Actor, Denied};
use kernel::clauses::{Clause, named};
use kernel::error::ApiResult;
use kernel::http::reply::Answer;
use kernel::http::shown::{AllowedAction, Ref, guarded};
use kernel::lang::Lang;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use validator::Validate;

#[derive(Debug, Deserialize, Validate, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct ParameterFilter {
    /// Words of the name, in Chinese, pinyin or English, or of the key.
    #[param(max_length = 200)]
    #[validate(length(max = 200))]
    pub q: Option<String>,
    /// The part of the key before the dot.
    #[param(max_length = 40, example = "clients")]
    #[validate(length(max = 40))]
    pub module: Option<String>,
}

/// A figure of the handbook.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Parameter)]
pub struct ParameterRow {
    #[schema(example = "clients.verification_months")]
    pub key: String,
    #[schema(example = "clients")]
    pub module: String,
    pub r#type: Kind,
    #[schema(example = "个月")]
    pub unit: Option<String>,
    #[schema(example = "客户档案核实周期")]
    pub name: String,
    /// The rules that state the figure.
    pub clauses: Vec<Clause>,
    /// The least that may be set; for TEXT the least number of characters.
    #[schema(example = "1")]
    pub minimum: Option<String>,
    #[schema(example = "24")]
    pub maximum: Option<String>,
    /// What a CHOICE may be; empty for other types.
    pub choices: Vec<ChoiceRow>,
    /// The handbook's own figure.
    pub default: Content,
    /// What holds today.
    pub current: Content,
    /// Since when it holds; null: the default does.
    pub current_since: Option<NaiveDate>,
    /// How often it was set.
    pub version: i64,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ParameterChoice)]
pub struct ChoiceRow {
    #[schema(example = "STRICT")]
    pub value: String,
    #[schema(example = "从严")]
    pub name: String,
}

/// A parameter with everything that was ever set, latest first.
#[derive(Debug, Serialize, ToSchema)]
pub struct ParameterDetail {
    #[serde(flatten)]
    pub parameter: ParameterRow,
    pub values: Vec<ParameterValue>,
    /// `set`.
    pub allowed_actions: Vec<AllowedAction>,
}

/// One setting.
#[derive(Debug, Serialize, ToSchema)]
pub struct ParameterValue {
    pub id: ParameterValueId,
    pub value: Content,
    pub effective_from: NaiveDate,
    pub state: ValueState,
    #[schema(example = "按年度复审调整")]
    pub reason: String,
    pub set_by: Ref,
    pub set_at: DateTime<Utc>,
}

/// A new value from a date on.
#[derive(Debug, Clone, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ParameterValueInput {
    pub value: Content,
    /// Today or later.
    #[schema(example = "2027-01-01")]
    pub effective_from: NaiveDate,
    #[validate(length(min = 1, max = 500), custom(function = "crate::plain::several_lines"))]
    #[schema(min_length = 1, max_length = 500, example = "按年度复审调整")]
    pub reason: String,
}

impl Answer for ParameterDetail {
    fn version(&self) -> Option<i64> {
        Some(self.parameter.version)
    }
    fn location(&self) -> Option<String> {
        Some(format!("/parameters/{}", self.parameter.key))
    }
}

impl ParameterRow {
    pub fn of(spec: &ParameterSpec, values: &Values, today: NaiveDate, lang: Lang) -> Self {
        let held = values.held_at(spec, today);
        let limited = !matches!(spec.kind, Kind::Bool | Kind::Choice);
        let limit = |limit: i64| limited.then(|| written(spec.kind, limit));
        Self {
            key: spec.key.to_owned(),
            module: spec.module().to_owned(),
            r#type: spec.kind,
            unit: spec.unit.map(|unit| unit.in_lang(lang).to_owned()),
            name: spec.name.in_lang(lang).to_owned(),
            clauses: named(spec.clauses, lang),
            minimum: limit(spec.minimum),
            maximum: limit(spec.maximum),
            choices: spec.choices.iter().map(|choice| ChoiceRow::of(choice, lang)).collect(),
            default: spec.default.into(),
            current: held.map_or_else(|| spec.default.into(), |held: &Held| held.content.clone()),
            current_since: held.map(|held| held.effective_from),
            version: values.version(spec),
        }
    }
}

impl ChoiceRow {
    fn of(choice: &super::Choice, lang: Lang) -> Self {
        Self { value: choice.value.to_owned(), name: choice.name.in_lang(lang).to_owned() }
    }
}

impl ParameterDetail {
    /// `rows` by (date, version).
    pub fn of(
        spec: &ParameterSpec,
        rows: Vec<entity::Model>,
        today: NaiveDate,
        actor: &Actor,
    ) -> ApiResult<Self> {
        let dates: Vec<_> = rows.iter().map(|row| row.effective_from).collect();
        let values = Values::of(rows.clone())?;
        let parameter = ParameterRow::of(spec, &values, today, actor.request.lang);
        let shown = rows.into_iter().zip(states(&dates, today)).rev();
        let values =
            shown.map(|(row, state)| ParameterValue::of(row, state)).collect::<ApiResult<_>>()?;
        let set = guarded::<ManageParameters, Denied>(actor, "set", Ok(()));
        Ok(Self { parameter, values, allowed_actions: vec![set] })
    }
}

impl ParameterValue {
    fn of(row: entity::Model, state: ValueState) -> ApiResult<Self> {
        Ok(Self {
            id: row.id,
            value: serde_json::from_str(&row.value)?,
            effective_from: row.effective_from,
            state,
            reason: row.reason,
            set_by: Ref::new(row.set_by.0, row.set_by_name),
            set_at: row.set_at,
        })
    }
}
