//! Where `handbook`, which knows no record, meets the areas: about what obligations and exceptions are.
use super::{Approved, Clients, Loans, People, Submissions};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use handbook::obligations::{Obligations, Shown};
use kernel::access::Actor;
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::ids::PersonId;
use records::wiring::Visible;
use sea_orm::sea_query::{Expr, ExprTrait};
use std::collections::HashMap;
use std::sync::Arc;
use uuid::Uuid;

#[async_trait]
impl Shown for Clients {
    fn subject(&self) -> &'static str {
        Visible::kind(self)
    }

    fn visible(&self, actor: &Actor, _: DateTime<Utc>, id: Expr) -> Expr {
        clients::found::exists(actor, id)
    }

    async fn labels(
        &self,
        app: &App,
        actor: &Actor,
        ids: &[Uuid],
    ) -> ApiResult<HashMap<Uuid, String>> {
        Visible::visible(self, app, actor, ids).await
    }
}

#[async_trait]
impl Shown for Submissions {
    fn subject(&self) -> &'static str {
        Visible::kind(self)
    }

    fn visible(&self, actor: &Actor, _: DateTime<Utc>, id: Expr) -> Expr {
        clients::submissions::exists(actor, id)
    }

    async fn labels(
        &self,
        app: &App,
        actor: &Actor,
        ids: &[Uuid],
    ) -> ApiResult<HashMap<Uuid, String>> {
        Visible::visible(self, app, actor, ids).await
    }
}

#[async_trait]
impl Shown for Loans {
    fn subject(&self) -> &'static str {
        Visible::kind(self)
    }

    fn visible(&self, actor: &Actor, at: DateTime<Utc>, id: Expr) -> Expr {
        clients::loans::exists(actor, at, id)
    }

    async fn labels(
        &self,
        app: &App,
        actor: &Actor,
        ids: &[Uuid],
    ) -> ApiResult<HashMap<Uuid, String>> {
        Visible::visible(self, app, actor, ids).await
    }
}

#[async_trait]
impl Shown for Approved {
    fn subject(&self) -> &'static str {
        Visible::kind(self)
    }

    fn visible(&self, actor: &Actor, at: DateTime<Utc>, id: Expr) -> Expr {
        approvals::exists(&self.0, actor, at, id)
    }

    async fn labels(
        &self,
        app: &App,
        actor: &Actor,
        ids: &[Uuid],
    ) -> ApiResult<HashMap<Uuid, String>> {
        Visible::visible(self, app, actor, ids).await
    }
}

/// What is due of somebody about themselves is seen by whoever sees the obligation: names are no secret.
#[async_trait]
impl Shown for People {
    fn subject(&self) -> &'static str {
        Visible::kind(self)
    }

    fn visible(&self, _: &Actor, _: DateTime<Utc>, _: Expr) -> Expr {
        ExprTrait::eq(Expr::val(1), 1)
    }

    async fn labels(&self, app: &App, _: &Actor, ids: &[Uuid]) -> ApiResult<HashMap<Uuid, String>> {
        let ids = ids.iter().copied().map(PersonId);
        let names = identity::people::names(app.db.reader(), ids).await?;
        Ok(names.into_iter().map(|(id, name)| (id.0, name)).collect())
    }
}

/// What is due.
pub struct Due(pub Arc<Obligations>);

#[async_trait]
impl Visible for Due {
    fn kind(&self) -> &'static str {
        handbook::obligations::KIND
    }

    async fn visible(
        &self,
        app: &App,
        actor: &Actor,
        ids: &[Uuid],
    ) -> ApiResult<HashMap<Uuid, String>> {
        handbook::obligations::labels(app, &self.0, actor, ids).await
    }
}

/// The exception register.
pub struct Exceptions(pub Arc<Obligations>);

#[async_trait]
impl Visible for Exceptions {
    fn kind(&self) -> &'static str {
        handbook::exceptions::KIND
    }

    async fn visible(
        &self,
        app: &App,
        actor: &Actor,
        ids: &[Uuid],
    ) -> ApiResult<HashMap<Uuid, String>> {
        handbook::exceptions::labels(app, &self.0, actor, ids).await
    }
}
