//! How records are found by what somebody typed.
use super::{Clients, People};
use async_trait::async_trait;
use kernel::access::{Actor, Permission};
use kernel::app::App;
use kernel::error::ApiResult;
use records::search::Hit;
use records::wiring::SearchSource;

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
