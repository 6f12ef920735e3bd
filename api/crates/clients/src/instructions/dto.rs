//! Requests and answers about instructions.
use super::kinds::InstructionState;
use crate::checks;
use crate::names::Ref;
use crate::{ClientId, InstructionId};
use chrono::{DateTime, NaiveDate, Utc};
use kernel::http::reply::Answer;
use kernel::http::shown::AllowedAction;
use kernel::ids::PersonId;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use validator::Validate;

/// Tell somebody what to do about a file, or about the files that a query of the list shows.
#[derive(Clone, Debug, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct InstructionInput {
    /// Somebody who may see the files.
    pub given_to: PersonId,
    #[serde(default)]
    pub client_id: Option<ClientId>,
    /// A query of `GET /clients`; needed where no file is named.
    #[serde(default)]
    #[validate(length(max = 1000), custom(function = "checks::blank_line"))]
    #[schema(max_length = 1000, example = "compliant=false&kind=INSTITUTION")]
    pub filter: Option<String>,
    #[validate(length(min = 1, max = 2000), custom(function = "checks::lines"))]
    #[schema(min_length = 1, max_length = 2000, example = "本周内补齐关键人物与资质信息")]
    pub instruction: String,
    /// By when; today or later.
    #[serde(default)]
    pub due_on: Option<NaiveDate>,
}

/// How it was settled.
#[derive(Clone, Debug, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SettleInstruction {
    #[validate(length(min = 1, max = 1000), custom(function = "checks::lines"))]
    #[schema(min_length = 1, max_length = 1000, example = "已补齐三份档案的关键人物")]
    pub note: String,
}

/// Which instructions.
#[derive(Clone, Debug, Default, Deserialize, Validate, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct InstructionFilter {
    /// In one of these states.
    #[serde(default)]
    pub state: Vec<InstructionState>,
    /// Given to this person.
    pub given_to: Option<PersonId>,
    /// About this file alone.
    pub client_id: Option<ClientId>,
    /// Due earlier than this day.
    pub due_before: Option<NaiveDate>,
}

/// A line of the list.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct InstructionRow {
    pub id: InstructionId,
    /// Null where it is about a group, or the file is not for the reader.
    pub client: Option<Ref>,
    /// Query of `GET /clients` that shows the group as it is now.
    pub filter: Option<String>,
    pub instruction: String,
    pub due_on: Option<NaiveDate>,
    pub state: InstructionState,
    pub given_to: Ref,
    pub given_by: Ref,
    pub given_at: DateTime<Utc>,
    pub settled_by: Option<Ref>,
    pub settled_at: Option<DateTime<Utc>>,
    pub settlement: Option<String>,
    pub version: i64,
    pub allowed_actions: Vec<AllowedAction>,
}

impl Answer for InstructionRow {
    fn version(&self) -> Option<i64> {
        Some(self.version)
    }
    fn location(&self) -> Option<String> {
        Some(format!("/client-instructions/{}", self.id))
    }
}
