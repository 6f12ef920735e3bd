use kernel::ids::PersonId;
use serde::{Deserialize, Serialize};

/// Who decided, under the name that the person had then: a decision is a record and does not
/// change with a later marriage or departure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct PersonRef {
    pub id: PersonId,
    #[schema(example = "林晓梅")]
    pub name: String,
}
