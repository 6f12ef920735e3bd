//! What a person must have done before some of what was granted to them may be used. Asked wherever
//! rights are read to act with them, and not where they are only looked at: somebody may be named as
//! an owner before they have done it.
pub use async_trait::async_trait;
use kernel::access::{Reach, Withheld};
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::ids::PersonId;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// An area's condition on the use of rights.
#[async_trait]
pub trait Precondition: Send + Sync {
    /// Of the permissions that are held, those that rest, and why.
    async fn withheld(
        &self,
        app: &App,
        person: PersonId,
        held: &BTreeSet<&str>,
    ) -> ApiResult<Option<Withheld>>;
}

/// Ask, and take out what rests.
pub(crate) async fn apply(
    app: &App,
    precondition: &dyn Precondition,
    person: PersonId,
    permissions: &mut BTreeMap<String, Reach>,
) -> ApiResult<Option<Arc<Withheld>>> {
    let held = permissions.keys().map(String::as_str).collect();
    let withheld = precondition.withheld(app, person, &held).await?;
    if let Some(withheld) = &withheld {
        permissions.retain(|permission, _| !withheld.permissions.contains(permission));
    }
    Ok(withheld.map(Arc::new))
}
