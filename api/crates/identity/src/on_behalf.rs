//! Acting for somebody who is not in a request: a job runs with the rights its owner has now, not
//! with those of the moment it was asked for.
use crate::authenticator::Authenticator;
use crate::people;
use crate::precondition::{self, Precondition};
use crate::rights::{expand::Home, load};
use async_trait::async_trait;
use kernel::access::{Actor, OnBehalf, Person, RequestInfo, Via};
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::ids::PersonId;
use kernel::lang::Lang;
use std::sync::Arc;

#[async_trait]
impl OnBehalf for Authenticator {
    async fn actor(
        &self,
        app: &App,
        person: PersonId,
        request_id: &str,
    ) -> ApiResult<Option<Actor>> {
        actor(app, &*self.precondition, person, request_id).await
    }
}

async fn actor(
    app: &App,
    precondition: &dyn Precondition,
    person: PersonId,
    request_id: &str,
) -> ApiResult<Option<Actor>> {
    let db = app.db.reader();
    let active = |known: &people::Known| known.status == people::PersonStatus::Active;
    let Some(known) = people::find(db, person).await?.filter(active) else {
        return Ok(None);
    };
    let home = Home { department_id: known.department_id, site_id: known.site_id };
    let mut rights = load::of(db, person, home, app.clock.now()).await?;
    let withheld = precondition::apply(app, precondition, person, &mut rights.permissions).await?;
    let person = Person {
        id: person,
        name: known.name,
        department_id: known.department_id,
        site_id: known.site_id,
        clearance: rights.clearance,
        permissions: rights.permissions,
        must_change_password: false,
        withheld,
    };
    let request = RequestInfo::new(request_id.to_owned(), Lang::default(), "job".to_owned());
    Ok(Some(Actor { person: Arc::new(person), via: Via::System, credential: None, request }))
}
