//! Use case: what happened after a sequence, in order.
use super::dto::{Event, EventFilter, EventPage};
use super::store;
use kernel::access::Actor;
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::http::paging::Paging;
use kernel::http::reply::Reply;

pub async fn list(
    app: &App,
    actor: &Actor,
    filter: EventFilter,
    paging: &Paging,
) -> ApiResult<Reply<EventPage>> {
    let after = paging.after::<i64>()?.or(filter.after).unwrap_or_default();
    let db = app.db.reader();
    // The head first: what is sealed while this is answered belongs to the next answer.
    let head = store::head(db).await?;
    let events = store::between(actor, after, head);
    let rows = store::first(db, events.clone(), paging.rows()).await?;
    let total = paging.total(db, events).await?;
    let last = |row: &kernel::audit::event::Model| row.sequence.unwrap_or_default();
    let page = paging.page(rows, total, last, Event::from)?;
    let next_after = match page.items.last() {
        Some(event) if page.page.has_more => event.sequence,
        _ => head.max(after),
    };
    Ok(Reply::ok(EventPage { items: page.items, page: page.page, next_after }))
}
