//! One action on one file: the very function that serves a single request.
use super::dto::BulkAction;
use crate::archive::actions::{
    ChangeState, ChangeTier, ClassifyClient, HandOverClient, VerifyClient,
};
use crate::archive::entity::Model;
use crate::archive::{change_state, change_tier, classify, hand_over, verify};
use handbook::Handbook;
use kernel::error::{ApiError, ApiResult};
use kernel::http::input::from_object;
use kernel::work::Work;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use validator::Validate;

/// An action with what it takes.
#[derive(Clone, Debug)]
pub enum Step {
    HandOver(HandOverClient),
    Verify(VerifyClient),
    ChangeTier(ChangeTier),
    ChangeState(ChangeState),
    Classify(ClassifyClient),
}

impl Step {
    /// The input as the action reads it; pointers lead into the bulk request.
    pub fn read(action: BulkAction, input: &Map<String, Value>) -> ApiResult<Self> {
        match action {
            BulkAction::HandOver => typed(input).map(Self::HandOver),
            BulkAction::Verify => typed(input).map(Self::Verify),
            BulkAction::ChangeTier => typed(input).map(Self::ChangeTier),
            BulkAction::ChangeState => typed(input).map(Self::ChangeState),
            BulkAction::Classify => typed(input).map(Self::Classify),
        }
    }

    pub async fn apply(
        &self,
        work: &mut Work<'_>,
        handbook: &Handbook,
        file: &Model,
    ) -> ApiResult<Model> {
        match self.clone() {
            Self::HandOver(input) => hand_over::apply(work, file, input).await,
            Self::Verify(input) => verify::apply(work, handbook, file, input).await,
            Self::ChangeTier(input) => change_tier::apply(work, handbook, file, input).await,
            Self::ChangeState(input) => change_state::apply(work, handbook, file, input).await,
            Self::Classify(input) => classify::apply(work, handbook, file, input).await,
        }
    }
}

fn typed<T: DeserializeOwned + Validate>(input: &Map<String, Value>) -> ApiResult<T> {
    from_object(input).map_err(inside)
}

/// Pointers lead into the request that carried the input.
pub fn inside(error: ApiError) -> ApiError {
    error.within("/input")
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[expect(
        clippy::needless_pass_by_value,
        reason = "called with json!, which reads best by value"
    )]
    fn read(action: BulkAction, input: Value) -> Result<Step, String> {
        Step::read(action, input.as_object().unwrap()).map_err(|error| match error {
            ApiError::Invalid(fields) => format!("{} {}", fields[0].pointer, fields[0].code.name),
            other => other.to_string(),
        })
    }

    #[test]
    fn the_input_is_the_actions_own() {
        assert!(matches!(
            read(BulkAction::Verify, json!({"result": "CONFIRMED"})),
            Ok(Step::Verify(_))
        ));
        let wrong = read(BulkAction::Verify, json!({"level": "SECRET"}));
        assert_eq!(wrong.unwrap_err(), "/input/level UNKNOWN_FIELD");
        let wrong = read(BulkAction::Classify, json!({"level": "SECRET", "reason": ""}));
        assert_eq!(wrong.unwrap_err(), "/input/reason LENGTH");
    }
}
