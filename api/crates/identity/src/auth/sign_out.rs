//! Use case: end the session whose refresh token is in the cookie. Works when the access token has
//! expired, and when there is nothing to end.
use super::cookie::Leaving;
use super::door;
use crate::authenticator::Authenticator;
use crate::people::store as people;
use crate::secrets;
use crate::sessions::{rules::EndReason, store};
use kernel::access::RequestInfo;
use kernel::app::App;
use kernel::audit::{Record, Resource};
use kernel::error::ApiResult;
use kernel::http::reply::Nothing;
use kernel::work::Work;

pub async fn sign_out(
    app: &App,
    authenticator: &Authenticator,
    request: &RequestInfo,
    presented: Option<String>,
) -> ApiResult<Leaving> {
    let db = app.db.reader();
    let token = match presented {
        Some(token) => store::find_token(db, &secrets::hash(&token)).await?,
        None => None,
    };
    let Some(token) = token else { return Ok(Leaving(Nothing)) };
    let owner = match store::person_of(db, token.session_id).await? {
        Some(id) => people::find(db, id).await?,
        None => None,
    };
    let actor = door::actor(request, owner.as_ref());
    let mut work = Work::begin(app, &actor).await?;
    let one = store::one(token.session_id);
    if store::end(work.db(), one, EndReason::SignedOut, work.at()).await? > 0 {
        let resource = Resource::new("session", token.session_id.0, &actor.name);
        work.record(Record::new("session.ended", resource));
    }
    let done = work.commit_nothing().await;
    // Also when the commit's outcome is unknown.
    authenticator.forget();
    done.map(Leaving)
}
