//! List obligations, by when they are due.
use super::dto::{ObligationKind, ObligationRow};
use super::entity::{Column, Entity, Model};
use super::filter::{ObligationFilter, ObligationOrder, ObligationSort};
use super::show::{self, Around};
use super::source::Obligations;
use super::store;
use crate::ObligationId;
use chrono::{DateTime, Utc};
use kernel::access::Actor;
use kernel::app::App;
use kernel::db::count::capped;
use kernel::error::ApiResult;
use kernel::http::paging::{Page, Paging};
use kernel::http::reply::{Items, Reply};
use sea_orm::{ColumnTrait, Condition, EntityTrait, Order, QueryFilter, QueryOrder, QuerySelect};
use serde::{Deserialize, Serialize};

/// Where a page ended.
#[derive(Debug, Serialize, Deserialize)]
struct Place {
    due_at: DateTime<Utc>,
    id: ObligationId,
}

pub async fn list(
    app: &App,
    obligations: &Obligations,
    actor: &Actor,
    (filter, order): (&ObligationFilter, ObligationOrder),
    paging: &Paging,
) -> ApiResult<Reply<Page<ObligationRow>>> {
    let (db, at) = (app.db.reader(), app.clock.now());
    let after = paging.after::<Place>()?;
    let matching = Entity::find()
        .filter(filter.condition(db, obligations, actor, at).await?)
        .filter(store::visible_to(obligations, actor, at));
    let total = match paging.wants_total() {
        true => Some(capped(db, matching.clone()).await?),
        false => None,
    };
    let down = order.sort.unwrap_or_default() == ObligationSort::DueAtDown;
    let direction = if down { Order::Desc } else { Order::Asc };
    let rows = matching
        .filter(Condition::all().add_option(after.map(|place| beyond(&place, down))))
        .order_by(Column::DueAt, direction.clone())
        .order_by(Column::Id, direction)
        .limit(paging.rows())
        .all(db)
        .await?;
    let around = Around::of(app, db, obligations, actor, &rows).await?;
    let place = |row: &Model| Place { due_at: row.due_at, id: row.id };
    Ok(Reply::ok(paging.page(rows, total, place, |row| around.row(&row))?))
}

/// What follows a place in the list.
fn beyond(place: &Place, down: bool) -> Condition {
    let (further, id) = if down {
        (Column::DueAt.lt(place.due_at), Column::Id.lt(place.id))
    } else {
        (Column::DueAt.gt(place.due_at), Column::Id.gt(place.id))
    };
    let same = Condition::all().add(Column::DueAt.eq(place.due_at)).add(id);
    Condition::any().add(further).add(same)
}

/// Every kind that there is.
pub fn kinds(obligations: &Obligations, actor: &Actor) -> Reply<Items<ObligationKind>> {
    let lang = actor.request.lang;
    let items = obligations.kinds().map(|(kind, _)| ObligationKind {
        code: kind.code.to_owned(),
        name: kind.text.in_lang(lang).to_owned(),
        clauses: show::clauses(kind, lang),
        subject_kind: kind.subject.to_owned(),
        source: kind.source,
        closed_by: kind.closed_by,
        pool: kind.pool,
    });
    Reply::ok(Items { items: items.collect() })
}
