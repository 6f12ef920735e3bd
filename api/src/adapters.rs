//! Where `records`, which knows no area, meets the areas: what their records are called, and how
//! they are found.
mod due;

pub use due::{Due, Exceptions};

use approvals::Approvals;
use async_trait::async_trait;
use kernel::access::{Actor, Permission};
use kernel::app::App;
use kernel::error::ApiResult;
use records::search::Hit;
use records::wiring::{SearchSource, Visible};
use std::collections::HashMap;
use std::sync::Arc;
use uuid::Uuid;

/// Client files.
pub struct Clients;

#[async_trait]
impl Visible for Clients {
    fn kind(&self) -> &'static str {
        "client"
    }

    async fn visible(
        &self,
        app: &App,
        actor: &Actor,
        ids: &[Uuid],
    ) -> ApiResult<HashMap<Uuid, String>> {
        clients::found::labels(app, actor, ids).await
    }
}

#[async_trait]
impl SearchSource for Clients {
    fn kind(&self) -> &'static str {
        "client"
    }

    fn permission(&self) -> Option<&'static str> {
        Some(clients::ReadClients::NAME)
    }

    async fn search(&self, app: &App, actor: &Actor, q: &str, limit: u64) -> ApiResult<Vec<Hit>> {
        let found = clients::found::search(app, actor, q, limit).await?;
        let hit = |file: clients::found::FoundClient| Hit {
            r#type: "client",
            id: file.id.to_string(),
            number: Some(file.number),
            title: file.name,
            subtitle: file.about,
        };
        Ok(found.into_iter().map(hit).collect())
    }
}

/// People of the company.
pub struct People;

#[async_trait]
impl Visible for People {
    fn kind(&self) -> &'static str {
        "person"
    }

    async fn visible(
        &self,
        app: &App,
        actor: &Actor,
        ids: &[Uuid],
    ) -> ApiResult<HashMap<Uuid, String>> {
        identity::people::labels(app, actor, ids).await
    }
}

#[async_trait]
impl SearchSource for People {
    fn kind(&self) -> &'static str {
        "person"
    }

    fn permission(&self) -> Option<&'static str> {
        Some("person.read")
    }

    async fn search(&self, app: &App, actor: &Actor, q: &str, limit: u64) -> ApiResult<Vec<Hit>> {
        let found = identity::people::search(app, actor, q, limit).await?;
        let hit = |person: identity::people::FoundPerson| Hit {
            r#type: "person",
            id: person.id.to_string(),
            number: person.employee_number,
            title: person.name,
            subtitle: Some(person.about),
        };
        Ok(found.into_iter().map(hit).collect())
    }
}

/// The handbook's rules, which everybody may read.
pub struct Rules;

#[async_trait]
impl SearchSource for Rules {
    fn kind(&self) -> &'static str {
        "rule"
    }

    fn permission(&self) -> Option<&'static str> {
        None
    }

    async fn search(&self, _: &App, actor: &Actor, q: &str, limit: u64) -> ApiResult<Vec<Hit>> {
        let found = handbook::rules::search(actor.request.lang, q, limit).await?;
        let hit = |rule: handbook::rules::FoundRule| Hit {
            r#type: "rule",
            id: rule.id.to_owned(),
            number: Some(rule.id.to_owned()),
            title: rule.title.to_owned(),
            subtitle: rule.system.map(str::to_owned),
        };
        Ok(found.into_iter().map(hit).collect())
    }
}

/// What owners were told to do.
pub struct Instructions;

#[async_trait]
impl Visible for Instructions {
    fn kind(&self) -> &'static str {
        "client-instruction"
    }

    async fn visible(
        &self,
        app: &App,
        actor: &Actor,
        ids: &[Uuid],
    ) -> ApiResult<HashMap<Uuid, String>> {
        clients::instructions::labels(app, actor, ids).await
    }
}

/// What salespeople handed in.
pub struct Submissions;

#[async_trait]
impl Visible for Submissions {
    fn kind(&self) -> &'static str {
        "client-submission"
    }

    async fn visible(
        &self,
        app: &App,
        actor: &Actor,
        ids: &[Uuid],
    ) -> ApiResult<HashMap<Uuid, String>> {
        clients::submissions::labels(app, actor, ids).await
    }
}

/// Requests for client archives.
pub struct Loans;

#[async_trait]
impl Visible for Loans {
    fn kind(&self) -> &'static str {
        clients::loans::KIND
    }

    async fn visible(
        &self,
        app: &App,
        actor: &Actor,
        ids: &[Uuid],
    ) -> ApiResult<HashMap<Uuid, String>> {
        clients::loans::labels(app, actor, ids).await
    }
}

/// What salespeople tell customer service of a month.
pub struct InformationReports;

#[async_trait]
impl Visible for InformationReports {
    fn kind(&self) -> &'static str {
        clients::information_reports::KIND
    }

    async fn visible(
        &self,
        app: &App,
        actor: &Actor,
        ids: &[Uuid],
    ) -> ApiResult<HashMap<Uuid, String>> {
        clients::information_reports::labels(app, actor, ids).await
    }
}

/// Calls to them about it.
pub struct CallBacks;

#[async_trait]
impl Visible for CallBacks {
    fn kind(&self) -> &'static str {
        clients::information_reports::CALL_BACK
    }

    async fn visible(
        &self,
        app: &App,
        actor: &Actor,
        ids: &[Uuid],
    ) -> ApiResult<HashMap<Uuid, String>> {
        clients::information_reports::call_labels(app, actor, ids).await
    }
}

/// Approvals of every kind of record.
pub struct Approved(pub Arc<Approvals>);

#[async_trait]
impl Visible for Approved {
    fn kind(&self) -> &'static str {
        "approval"
    }

    async fn visible(
        &self,
        app: &App,
        actor: &Actor,
        ids: &[Uuid],
    ) -> ApiResult<HashMap<Uuid, String>> {
        approvals::labels(app, &self.0, actor, ids).await
    }
}
