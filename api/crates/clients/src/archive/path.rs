//! By which index a page of the list is read.
//!
//! SQLite prefers an index that serves a filter to the one that gives the order, however much the
//! filter lets through, and sorts what comes: the first 50 names out of 280,000 files of two
//! departments took 1.5 s of 322,000 files in all, `ANALYZE` or not. Reading in the order and
//! dropping what does not fit took 0.3 ms, but would read everything to find a handful. So a filter
//! is left to its index only where that index also gives the order, or where it lets few files
//! through, which is counted first; all others are hidden from the planner behind a unary plus.
//! PostgreSQL weighs this itself, by its statistics.
use super::entity::{Column, Entity};
use super::filter::ClientFilter;
use super::list::{Text, text};
use super::{owner_away, store};
use kernel::access::{Actor, Permission, Reach};
use sea_orm::sea_query::{Alias, Expr, Query, SelectStatement};
use sea_orm::{
    Condition, ConnectionTrait, DbBackend, DbErr, EntityTrait, QueryFilter, QuerySelect,
    QueryTrait, Select,
};
use std::mem::discriminant;

/// So many files are sorted in a moment.
const FEW: i64 = 1000;

/// One filter, and the orders in which its index gives the files; none: no index serves it.
pub struct Part {
    condition: Condition,
    orders: Option<&'static [Column]>,
}

const BY_OWNER: &[Column] = &[Column::SortKey, Column::UpdatedAt, Column::VerificationDueOn];
const BY_UPDATE: &[Column] = &[Column::UpdatedAt];

impl Part {
    /// Served by no index.
    #[must_use]
    pub fn plain(condition: Condition) -> Self {
        Self { condition, orders: None }
    }

    /// Some values of a column. Only one value leaves the index in order.
    #[must_use]
    pub fn values(column: Column, values: usize, condition: Condition) -> Self {
        let orders: Option<&[Column]> = match column {
            Column::OwnerId | Column::DepartmentId if values == 1 => Some(BY_OWNER),
            Column::SiteId | Column::Tier | Column::Industry | Column::Inferior if values == 1 => {
                Some(BY_UPDATE)
            }
            Column::OwnerId
            | Column::DepartmentId
            | Column::SiteId
            | Column::Tier
            | Column::Industry
            | Column::Inferior => Some(&[]),
            _ => None,
        };
        Self { condition, orders }
    }

    /// A range of a column that one of the orders is about.
    #[must_use]
    pub fn range(column: Column, condition: Condition) -> Self {
        let orders: &[Column] = match column {
            Column::Completeness => &[Column::Completeness],
            Column::VerificationDueOn => &[Column::VerificationDueOn],
            Column::CreatedAt => &[Column::CreatedAt],
            Column::UpdatedAt => BY_UPDATE,
            Column::LevelUntil | Column::SupplementedAt => &[],
            _ => return Self::plain(condition),
        };
        Self { condition, orders: Some(orders) }
    }

    /// The files within a reach.
    fn reach<P: Permission>(actor: &Actor) -> Self {
        let reach = actor.reach(P::NAME);
        let condition = store::within_reach::<P>(actor);
        let Reach { all, own, department_ids, site_ids } = &reach;
        match (all, own, department_ids.len(), site_ids.len()) {
            (true, ..) | (false, false, 0, 0) => Self::plain(condition),
            (false, true, 0, 0) => Self::values(Column::OwnerId, 1, condition),
            (false, false, one, 0) => Self::values(Column::DepartmentId, one, condition),
            (false, false, 0, one) => Self::values(Column::SiteId, one, condition),
            _ => Self { condition, orders: Some(&[]) },
        }
    }

    #[must_use]
    pub fn condition(self) -> Condition {
        self.condition
    }

    fn gives(&self, order: Column) -> bool {
        let same = |column: &Column| discriminant(column) == discriminant(&order);
        self.orders.is_some_and(|orders| orders.iter().any(same))
    }

    /// So that no index is used for it.
    fn hidden(self) -> Condition {
        if self.orders.is_none() {
            return self.condition;
        }
        Condition::all().add(Expr::cust_with_expr("+(?)", Expr::from(self.condition)))
    }

    /// How many files it lets through, up to [`FEW`].
    fn probe(&self) -> SelectStatement {
        let limit = u64::try_from(FEW).unwrap_or(u64::MAX);
        let some = Entity::find()
            .select_only()
            .expr_as(Expr::val(1), "one")
            .filter(self.condition.clone())
            .limit(limit)
            .into_query();
        Query::select()
            .expr(Expr::cust("COUNT(*)"))
            .from_subquery(some, Alias::new("some"))
            .to_owned()
    }
}

/// What [`super::list::chosen`] chooses, for reading a page of it in an order.
pub async fn page<P: Permission>(
    db: &impl ConnectionTrait,
    actor: &Actor,
    filter: &ClientFilter,
    order: Column,
) -> Result<Select<Entity>, DbErr> {
    let typed = text(db, filter).await?;
    if let Text::Keys(found) = &typed {
        return keyed::<P>(db, actor, filter, found.condition(Column::SearchKey)).await;
    }
    let parts = parts::<P>(db, actor, filter).await?;
    let left = match db.get_database_backend() {
        DbBackend::Sqlite => Some(narrowest(db, &parts, order).await?),
        _ => None,
    };
    let select = Entity::find().filter(typed.condition());
    Ok(parts.into_iter().enumerate().fold(select, |select, (place, part)| {
        let free = left.is_none_or(|left| left == Some(place));
        select.filter(if free { part.condition } else { part.hidden() })
    }))
}

/// The same of files whose keys are known: the keys' own index is the shortest way to them.
pub async fn keyed<P: Permission>(
    db: &impl ConnectionTrait,
    actor: &Actor,
    filter: &ClientFilter,
    keys: Condition,
) -> Result<Select<Entity>, DbErr> {
    let parts = parts::<P>(db, actor, filter).await?;
    let free = db.get_database_backend() != DbBackend::Sqlite;
    let select = Entity::find().filter(keys);
    Ok(parts.into_iter().fold(select, |select, part| {
        select.filter(if free { part.condition } else { part.hidden() })
    }))
}

async fn parts<P: Permission>(
    db: &impl ConnectionTrait,
    actor: &Actor,
    filter: &ClientFilter,
) -> Result<Vec<Part>, DbErr> {
    let mut parts = vec![Part::reach::<P>(actor), Part::plain(store::cleared(actor))];
    parts.extend(filter.parts());
    parts.push(Part::plain(owner_away::condition(db, filter).await?));
    Ok(parts)
}

/// The part to be left to its index.
async fn narrowest(
    db: &impl ConnectionTrait,
    parts: &[Part],
    order: Column,
) -> Result<Option<usize>, DbErr> {
    if let Some(place) = parts.iter().position(|part| part.gives(order)) {
        return Ok(Some(place));
    }
    let served: Vec<_> =
        parts.iter().enumerate().filter(|(_, part)| part.orders.is_some()).collect();
    if served.is_empty() {
        return Ok(None);
    }
    let mut query = Query::select();
    for (place, part) in &served {
        let counted = Expr::SubQuery(None, Box::new(part.probe().into()));
        query.expr_as(counted, Alias::new(format!("p{place}")));
    }
    let row = db.query_one(&query).await?;
    let mut fewest = (FEW, None);
    for (place, _) in served {
        let count = match &row {
            Some(row) => row.try_get::<i64>("", &format!("p{place}"))?,
            None => FEW,
        };
        if count < fewest.0 {
            fewest = (count, Some(place));
        }
    }
    Ok(fewest.1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use sea_orm::ColumnTrait;
    use sea_orm::sea_query::SqliteQueryBuilder;

    fn sql(condition: Condition) -> String {
        let select = Entity::find().select_only().column(Column::Id).filter(condition);
        select.into_query().to_string(SqliteQueryBuilder)
    }

    fn of(column: Column, values: &[&str]) -> Part {
        let condition = Condition::all().add(column.is_in(values.iter().copied()));
        Part::values(column, values.len(), condition)
    }

    #[test]
    fn a_hidden_filter_stands_behind_a_plus_and_one_without_index_does_not() {
        let hidden = sql(of(Column::Tier, &["KEY"]).hidden());
        assert!(hidden.contains(r#"+("client"."tier" IN ('KEY'))"#), "{hidden}");
        let plain = sql(of(Column::State, &["EXISTING"]).hidden());
        assert!(!plain.contains('+'), "{plain}");
    }

    #[test]
    fn only_one_value_leaves_the_index_in_order() {
        let (one, two) = (of(Column::Tier, &["KEY"]), of(Column::Tier, &["KEY", "CORE"]));
        assert!(one.gives(Column::UpdatedAt) && !one.gives(Column::SortKey));
        assert!(!two.gives(Column::UpdatedAt) && two.orders.is_some());
        let owner = of(Column::OwnerId, &["x"]);
        assert!(owner.gives(Column::SortKey) && !owner.gives(Column::Number));
        let range = Part::range(Column::Completeness, Condition::all());
        assert!(range.gives(Column::Completeness) && !range.gives(Column::SortKey));
    }
}
