//! Forgetting what no longer matters: old throttle counts, sessions long over, spent setup links.
use crate::auth::{setup, throttle};
use crate::sessions::store as sessions;
use chrono::Duration;
use kernel::access::Actor;
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::work::Work;

/// Ended sessions are kept so long for the question who was signed in when.
const SESSIONS: Duration = Duration::days(90);
const THROTTLES: Duration = Duration::days(1);

/// How many rows went; to be called now and then.
pub async fn tidy(app: &App) -> ApiResult<u64> {
    let system = Actor::system([], "tidy");
    let work = Work::begin(app, &system).await?;
    let (db, at) = (work.db(), work.at());
    let gone = throttle::forget(db, at - THROTTLES)
        .await?
        .saturating_add(sessions::forget(db, at - SESSIONS).await?)
        .saturating_add(setup::forget(db, at).await?);
    work.commit_nothing().await?;
    Ok(gone)
}
