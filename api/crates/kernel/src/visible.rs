//! Which records of a kind somebody may see, asked by areas that know no records of others.
use crate::access::Actor;
use crate::app::App;
use crate::error::ApiResult;
pub use async_trait::async_trait;
use std::collections::HashMap;
use uuid::Uuid;

/// Says of one kind of record which of them somebody may see, and what they are called.
#[async_trait]
pub trait Visible: Send + Sync {
    /// `client`, as in notifications and audit entries.
    fn kind(&self) -> &'static str;
    /// Those of `ids` that exist for the caller, each with its label (number or name).
    async fn visible(
        &self,
        app: &App,
        actor: &Actor,
        ids: &[Uuid],
    ) -> ApiResult<HashMap<Uuid, String>>;
}
