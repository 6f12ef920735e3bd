//! Counting no further than a list promises to.
use crate::http::paging::COUNT_CAP;
use sea_orm::{
    ConnectionTrait, DbErr, EntityTrait, QuerySelect, QueryTrait, Select,
    sea_query::{Alias, Asterisk, Expr, Func, Query},
};

/// How many rows match, at most [`COUNT_CAP`].
pub async fn capped<E: EntityTrait>(
    db: &impl ConnectionTrait,
    matching: Select<E>,
) -> Result<u64, DbErr> {
    let inner = matching.select_only().expr(Expr::val(1)).limit(COUNT_CAP).into_query();
    let outer = Query::select()
        .expr_as(Func::count(Expr::col(Asterisk)), Alias::new("total"))
        .from_subquery(inner, Alias::new("capped"))
        .to_owned();
    let row = db.query_one(&outer).await?;
    let total = row.map(|row| row.try_get::<i64>("", "total")).transpose()?.unwrap_or_default();
    Ok(u64::try_from(total).unwrap_or_default())
}
