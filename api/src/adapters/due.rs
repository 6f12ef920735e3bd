//! About which records obligations and exceptions are, and for whom those exist.
use super::{Approved, Clients, Loans, Submissions};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use handbook::obligations::Shown;
use kernel::access::Actor;
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::ids::PersonId;
use kernel::visible::Visible;
use sea_orm::sea_query::{Expr, ExprTrait};
use std::collections::HashMap;
use uuid::Uuid;

impl Shown for Clients {
    fn exists(&self, actor: &Actor, _: DateTime<Utc>, id: Expr) -> Expr {
        clients::found::exists(actor, id)
    }
}

impl Shown for Submissions {
    fn exists(&self, actor: &Actor, _: DateTime<Utc>, id: Expr) -> Expr {
        clients::submissions::exists(actor, id)
    }
}

impl Shown for Loans {
    fn exists(&self, actor: &Actor, at: DateTime<Utc>, id: Expr) -> Expr {
        clients::loans::exists(actor, at, id)
    }
}

impl Shown for Approved {
    fn exists(&self, actor: &Actor, at: DateTime<Utc>, id: Expr) -> Expr {
        approvals::exists(&self.0, actor, at, id)
    }
}

/// People as what is due of them about themselves: whoever sees that may know of whom, which is wider
/// than whose pages they may open.
pub struct Staff;

#[async_trait]
impl Visible for Staff {
    fn kind(&self) -> &'static str {
        "person"
    }

    async fn visible(
        &self,
        app: &App,
        _: &Actor,
        ids: &[Uuid],
    ) -> ApiResult<HashMap<Uuid, String>> {
        let ids = ids.iter().copied().map(PersonId);
        let names = identity::people::names(app.db.reader(), ids).await?;
        Ok(names.into_iter().map(|(id, name)| (id.0, name)).collect())
    }
}

impl Shown for Staff {
    fn exists(&self, _: &Actor, _: DateTime<Utc>, _: Expr) -> Expr {
        ExprTrait::eq(Expr::val(1), 1)
    }
}
