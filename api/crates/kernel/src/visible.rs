//! Which records of a kind somebody may see, asked by areas that know no records of others.
use crate::access::Actor;
use crate::app::App;
use crate::error::ApiResult;
pub use async_trait::async_trait;
use sea_orm::sea_query::{Expr, ExprTrait, Query};
use sea_orm::{Condition, EntityTrait};
use std::collections::HashMap;
use uuid::Uuid;

/// Says of one kind of record which of them somebody may see, and what they are called.
#[async_trait]
pub trait Visible: Send + Sync {
    /// `client`, as in notifications and audit entries.
    fn kind(&self) -> &'static str;
    /// Those of `ids` that exist for the caller, each with its label (number or name).
    async fn visible(
        &self,
        app: &App,
        actor: &Actor,
        ids: &[Uuid],
    ) -> ApiResult<HashMap<Uuid, String>>;
}

/// Whether the one of an id is among those that a condition shows, as a condition on another table's rows:
/// asked row by row, it costs a look at the key.
pub fn exists<E: EntityTrait>(key: E::Column, id: Expr, shown: Condition) -> Expr {
    let one = Query::select()
        .expr(Expr::val(1))
        .from(E::default())
        .and_where(Expr::col((E::default(), key)).eq(id))
        .cond_where(shown)
        .to_owned();
    Expr::exists(one)
}
