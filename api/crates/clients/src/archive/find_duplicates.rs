//! Warn while typing: files that may be of the same client (A-CLI-14).
use super::actions::FindDuplicates;
use super::similar::{Keys, MatchedOn, Similar, similar};
use crate::ClientId;
use kernel::access::Actor;
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::http::reply::{Items, Reply};
use serde::Serialize;
use utoipa::ToSchema;

/// A file that may be of the same client.
#[derive(Debug, Serialize, ToSchema)]
pub struct DuplicateMatch {
    /// Null where the file is out of the caller's reach.
    pub client: Option<DuplicateClient>,
    pub matched_on: Vec<MatchedOn>,
    pub visible: bool,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct DuplicateClient {
    pub id: ClientId,
    #[schema(example = "KH-20261122-0001")]
    pub number: String,
    pub name: String,
}

impl From<Similar> for DuplicateMatch {
    fn from(file: Similar) -> Self {
        let Similar { id, number, name, matched_on, visible } = file;
        let client = visible.then_some(DuplicateClient { id, number, name });
        Self { client, matched_on, visible }
    }
}

pub async fn find_duplicates(
    app: &App,
    actor: &Actor,
    input: &FindDuplicates,
) -> ApiResult<Reply<Items<DuplicateMatch>>> {
    let keys =
        Keys::new(input.name.as_deref(), input.credit_code.as_deref(), input.telephone.as_deref());
    let found = similar(app.db.reader(), actor, &keys, input.exclude_id).await?;
    Ok(Reply::ok(Items { items: found.into_iter().map(DuplicateMatch::from).collect() }))
}
