//! What this area asks of the others. It knows none of them: `api` registers an adapter for each.
use crate::search::Hit;
/// For those who implement what stands here.
pub use async_trait::async_trait;
use kernel::access::Actor;
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::evidence::Exhibit;
use kernel::notify::NoticeKind;
pub use kernel::visible::Visible;
use std::sync::Arc;

/// Finds one kind of record by what somebody typed.
#[async_trait]
pub trait SearchSource: Send + Sync {
    /// `client`; the `type` of its hits.
    fn kind(&self) -> &'static str;
    /// Needed to be asked at all; `None`: anybody signed in.
    fn permission(&self) -> Option<&'static str>;
    /// Best first, at most `limit`, and nothing outside the caller's reach and clearance.
    async fn search(&self, app: &App, actor: &Actor, q: &str, limit: u64) -> ApiResult<Vec<Hit>>;
}

/// One per process, in the application data.
#[derive(Clone, Default)]
pub struct Wiring {
    pub visible: Vec<Arc<dyn Visible>>,
    /// In the order in which hits of equal rank are shown.
    pub search: Vec<Arc<dyn SearchSource>>,
    /// What goes into a pack of evidence, in its order.
    pub exhibits: Vec<Arc<dyn Exhibit>>,
    /// What people are told of, as they choose channels for it.
    pub notices: Vec<&'static NoticeKind>,
    /// Kinds of jobs whose handler can take back what it did.
    pub undoable: Vec<&'static str>,
    pub streams: crate::events::Streams,
}
