//! List files: filters, one of six orders, keyset pages.
use super::brief::Brief;
use super::dto::ClientRow;
use super::entity::{Column, Entity};
use super::filter::{ClientFilter, ClientOrder, ClientSort};
use super::store::{SEARCH, visible_to};
use super::{owner_away, path};
use crate::ClientId;
use crate::names::Wanted;
use chrono::{DateTime, NaiveDate, Utc};
use kernel::access::{Actor, Permission};
use kernel::app::App;
use kernel::code;
use kernel::db::count::capped;
use kernel::error::ApiResult;
use kernel::http::paging::{Page, Paging};
use kernel::http::reply::Reply;
use kernel::search::Found;
use sea_orm::{
    Condition, ConnectionTrait, DbErr, EntityTrait, Order, QueryFilter, QueryOrder, QuerySelect,
    Select, Value,
    sea_query::{Expr, ExprTrait},
};
use serde::{Deserialize, Serialize};

/// Where a page ended.
#[derive(Debug, Serialize, Deserialize)]
pub struct Place {
    key: Key,
    id: ClientId,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Key {
    Text(String),
    Number(i16),
    Time(DateTime<Utc>),
    Date(NaiveDate),
    Serial(i64),
}

impl From<Key> for Value {
    fn from(key: Key) -> Self {
        match key {
            Key::Text(text) => text.into(),
            Key::Number(number) => number.into(),
            Key::Time(time) => time.into(),
            Key::Date(date) => date.into(),
            Key::Serial(serial) => serial.into(),
        }
    }
}

pub async fn list(
    app: &App,
    actor: &Actor,
    filter: &ClientFilter,
    order: ClientOrder,
    paging: &Paging,
) -> ApiResult<Reply<Page<ClientRow>>> {
    let db = app.db.reader();
    let after = paging.after::<Place>()?;
    let total = if paging.wants_total() {
        Some(capped(db, chosen::<crate::ReadClients>(db, actor, filter).await?).await?)
    } else {
        None
    };
    let sort = order.sort.unwrap_or_default();
    let searched = filter.typed().filter(|_| order.sort.is_none());
    let rows = if let Some(typed) = searched {
        newest(db, actor, (filter, typed), after, paging.rows()).await?
    } else {
        let (column, down) = sort.column();
        let chosen = path::page::<crate::ReadClients>(db, actor, filter, column).await?;
        lines(db, from(ordered(chosen, sort), (column, down), after)?, paging.rows()).await?
    };
    let mut wanted = Wanted::default();
    rows.iter().for_each(|row| row.want(&mut wanted));
    let names = wanted.find(db).await?;
    let place = |row: &Brief| {
        let column = if searched.is_some() { Column::SearchKey } else { sort.column().0 };
        Place { key: key(row, column), id: row.id }
    };
    let rows = paging.page(rows, total, place, |row| row.shown(actor, &names))?;
    Ok(Reply::ok(rows))
}

async fn lines(
    db: &impl ConnectionTrait,
    chosen: Select<Entity>,
    rows: u64,
) -> Result<Vec<Brief>, DbErr> {
    chosen.select_only().columns(Brief::COLUMNS).limit(rows).into_model().all(db).await
}

/// What was typed, in no order that was asked for: the files begun last come first. Where the newest
/// that match do not fill a page (a rare word, somebody who sees few files), all are asked about.
pub async fn newest(
    db: &impl ConnectionTrait,
    actor: &Actor,
    (filter, typed): (&ClientFilter, &str),
    after: Option<Place>,
    rows: u64,
) -> ApiResult<Vec<Brief>> {
    let before = match &after {
        None => None,
        Some(Place { key: Key::Serial(serial), .. }) => Some(*serial),
        Some(_) => return Err(code::CURSOR_INVALID.into()),
    };
    let Some(found) = SEARCH.newest(db, typed, before).await? else { return Ok(vec![]) };
    let keys = found.condition(Column::SearchKey);
    let chosen = path::keyed::<crate::ReadClients>(db, actor, filter, keys).await?;
    let page = lines(db, chosen.order_by_desc(Column::SearchKey), rows).await?;
    if found.all || u64::try_from(page.len()).unwrap_or(u64::MAX) >= rows {
        return Ok(page);
    }
    let column = Column::SearchKey;
    let chosen = path::page::<crate::ReadClients>(db, actor, filter, column).await?;
    let chosen = from(chosen.order_by_desc(column), (column, true), after)?;
    Ok(lines(db, chosen, rows).await?)
}

/// The files that a filter chooses out of those that exist for somebody under a permission. List,
/// export, bulk actions and reports all begin here.
pub async fn chosen<P: Permission>(
    db: &impl ConnectionTrait,
    actor: &Actor,
    filter: &ClientFilter,
) -> Result<Select<Entity>, DbErr> {
    let select = Entity::find().filter(visible_to::<P>(actor)).filter(filter.condition());
    let select = select.filter(owner_away::condition(db, filter).await?);
    Ok(select.filter(text(db, filter).await?.condition()))
}

/// What `q` asks for.
pub enum Text {
    /// Nothing was typed.
    All,
    /// Punctuation, which names no file.
    Nothing,
    /// Few enough files to be listed.
    Keys(Found),
    Frequent(Found),
}

impl Text {
    #[must_use]
    pub fn condition(&self) -> Condition {
        match self {
            Self::All => Condition::all(),
            Self::Nothing => Condition::all().add(ExprTrait::eq(Expr::val(1), 0)),
            Self::Keys(found) | Self::Frequent(found) => found.condition(Column::SearchKey),
        }
    }
}

/// Ask the search index.
pub async fn text(db: &impl ConnectionTrait, filter: &ClientFilter) -> Result<Text, DbErr> {
    let Some(typed) = filter.typed() else { return Ok(Text::All) };
    Ok(match SEARCH.find(db, typed).await? {
        None => Text::Nothing,
        Some(found @ Found::Few { .. }) => Text::Keys(found),
        Some(found) => Text::Frequent(found),
    })
}

pub fn ordered(select: Select<Entity>, sort: ClientSort) -> Select<Entity> {
    let (column, down) = sort.column();
    let order = if down { Order::Desc } else { Order::Asc };
    select.order_by(column, order.clone()).order_by(Column::Id, order)
}

fn from(
    select: Select<Entity>,
    (column, down): (Column, bool),
    after: Option<Place>,
) -> ApiResult<Select<Entity>> {
    let Some(place) = after else { return Ok(select) };
    if !fits(column, &place.key) {
        return Err(code::CURSOR_INVALID.into());
    }
    let row = Expr::tuple([Expr::col((Entity, column)), Expr::col((Entity, Column::Id))]);
    let end = Expr::tuple([Expr::val(Value::from(place.key)), Expr::val(place.id.0)]);
    Ok(select.filter(if down { row.lt(end) } else { row.gt(end) }))
}

fn fits(column: Column, key: &Key) -> bool {
    matches!(
        (column, key),
        (Column::Number | Column::SortKey, Key::Text(_))
            | (Column::Completeness, Key::Number(_))
            | (Column::UpdatedAt | Column::CreatedAt, Key::Time(_))
            | (Column::VerificationDueOn, Key::Date(_))
            | (Column::SearchKey, Key::Serial(_))
    )
}

fn key(row: &Brief, column: Column) -> Key {
    match column {
        Column::SearchKey => Key::Serial(row.search_key),
        Column::Number => Key::Text(row.number.clone()),
        Column::SortKey => Key::Text(row.sort_key.clone()),
        Column::Completeness => Key::Number(row.completeness),
        Column::VerificationDueOn => Key::Date(row.verification_due_on),
        Column::CreatedAt => Key::Time(row.created_at),
        _ => Key::Time(row.updated_at),
    }
}
