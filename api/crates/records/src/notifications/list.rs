//! Use case: what the caller was told, newest first.
use super::dto::{Notification, NotificationFilter};
use super::{sift, store};
use crate::Wiring;
use kernel::access::Actor;
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::http::paging::{Page, Paging};
use kernel::http::reply::Reply;
use uuid::Uuid;

pub async fn list(
    app: &App,
    wiring: &Wiring,
    actor: &Actor,
    filter: NotificationFilter,
    paging: &Paging,
) -> ApiResult<Reply<Page<Notification>>> {
    let after = paging.after::<Uuid>()?;
    let matching = store::matching(actor, filter);
    let rows = sift::visible(app, wiring, actor, &matching, (after, paging.rows())).await?;
    let total = if paging.wants_total() {
        Some(sift::count(app, wiring, actor, &matching).await?)
    } else {
        None
    };
    let place = |sifted: &sift::Sifted| sifted.row.id;
    Ok(Reply::ok(paging.page(rows, total, place, Notification::from)?))
}
