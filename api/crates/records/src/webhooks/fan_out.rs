//! Putting events on their way: for each active webhook, what its owner may receive of what has
//! happened since it looked last.
//!
//! Several processes may call it at any time. One has the turn, and each of its transactions proves the
//! lease within itself: a process that was frozen and wakes changes nothing.
use super::kinds::DeliveryState;
use super::{delivery_entity, entity, owner, queue, rules, store};
use crate::channels::store as channels;
use crate::events::store as events;
use kernel::access::OnBehalf;
use kernel::app::App;
use kernel::audit::event;
use kernel::error::ApiResult;
use kernel::ids::PersonId;
use kernel::lease::{self, Lease, Turn};
use kernel::notify;
use kernel::work::Work;
use serde_json::Value;
use std::collections::BTreeSet;
use uuid::Uuid;

/// Name of the turn.
const TURN: &str = "webhooks";
/// Longer than any one transaction.
const TERM: chrono::Duration = chrono::Duration::seconds(60);
/// Events of one transaction; their deliveries are one statement, and SQLite binds at most 32,766 values.
const AT_ONCE: u64 = 200;
/// Where so many deliveries of a webhook wait, no more are put on their way (it is looked at before each
/// transaction): what comes after waits among the events.
const MOST_WAITING: u64 = 2000;

/// Put on its way what has happened since; the number of deliveries. `holder` names this process
/// ([`lease::fresh_holder`]). Where another has the turn, or no webhook has anything to look at, nothing
/// happens.
pub async fn fan_out(app: &App, owners: &dyn OnBehalf, holder: &str) -> ApiResult<u64> {
    let head = events::head(app.db.reader()).await?;
    if store::behind(app.db.reader(), head).await?.is_empty() {
        return Ok(0);
    }
    match turn(app, holder).await? {
        Some(lease) => fan_out_under(app, owners, lease).await,
        None => Ok(0),
    }
}

/// Take the turn, where nobody else has it.
pub async fn turn(app: &App, holder: &str) -> ApiResult<Option<Lease>> {
    Ok(lease::take(app, TURN, holder, TERM).await?)
}

/// The round of whoever took the turn, or believes so: without it nothing happens.
pub async fn fan_out_under(app: &App, owners: &dyn OnBehalf, lease: Lease) -> ApiResult<u64> {
    let round = Round { app, owners, turn: Turn::of(app, lease) };
    round.turn.ended(round.all().await)
}

struct Round<'a> {
    app: &'a App,
    owners: &'a dyn OnBehalf,
    turn: Turn<'a>,
}

impl Round<'_> {
    async fn all(&self) -> ApiResult<u64> {
        let head = events::head(self.app.db.reader()).await?;
        let mut deliveries = 0;
        for webhook in store::behind(self.app.db.reader(), head).await? {
            deliveries += self.one_alone(webhook, head).await?;
        }
        Ok(deliveries)
    }

    /// A webhook that cannot be looked after keeps no other waiting.
    async fn one_alone(&self, webhook: entity::Model, head: i64) -> ApiResult<u64> {
        let id = webhook.id;
        match self.one(webhook, head).await {
            Err(error) if !self.turn.is_lost() => {
                tracing::error!(%error, webhook = %id, "a webhook is looked after later");
                Ok(0)
            }
            done => done,
        }
    }

    async fn one(&self, mut webhook: entity::Model, head: i64) -> ApiResult<u64> {
        let db = self.app.db.reader();
        let owner = owner::entitled(self.app, self.owners, &webhook, self.turn.begin()).await?;
        let Some(owner) = owner else { return Ok(0) };
        let wanted = Wanted::of(self.app, &webhook).await?;
        let mut deliveries = 0;
        while webhook.position < head && !queue::is_full(db, webhook.id, MOST_WAITING).await? {
            let some = events::between(&owner, webhook.position, head);
            let found = events::first(db, some, AT_ONCE).await?;
            let whole = u64::try_from(found.len()).unwrap_or_default() < AT_ONCE;
            let last = found.last().and_then(|event| event.sequence).filter(|_| !whole);
            let to = last.unwrap_or(head);
            let asked: Vec<_> = found.iter().filter(|event| wanted.includes(event)).collect();
            if !self.put(&webhook, to, &asked).await? {
                return Ok(deliveries);
            }
            deliveries += u64::try_from(asked.len()).unwrap_or_default();
            webhook.position = to;
        }
        Ok(deliveries)
    }

    /// Deliveries and the place up to which they reach, or neither. False: it was stopped meanwhile.
    async fn put(
        &self,
        webhook: &entity::Model,
        to: i64,
        events: &[&event::Model],
    ) -> ApiResult<bool> {
        let work = self.turn.begin().await?;
        if !store::move_on(work.db(), webhook, to).await? {
            return Ok(false);
        }
        let rows = events.iter().map(|event| delivery(&work, webhook, event)).collect();
        queue::insert(work.db(), rows).await?;
        work.commit_nothing().await?;
        Ok(true)
    }
}

/// What a webhook wants to be told of what its owner may receive.
struct Wanted {
    webhook: Uuid,
    types: Vec<String>,
    /// Kinds of notices that its owner chose it for.
    notices: BTreeSet<String>,
}

impl Wanted {
    async fn of(app: &App, webhook: &entity::Model) -> ApiResult<Self> {
        let types = serde_json::from_str(&webhook.types)?;
        let owner = PersonId(webhook.owner_id);
        let chosen = channels::channels(app.db.reader(), owner).await?.into_iter();
        let notices = chosen.filter(|row| row.webhook).map(|row| row.kind).collect();
        Ok(Self { webhook: webhook.id, types, notices })
    }

    fn includes(&self, event: &event::Model) -> bool {
        let asked = rules::asks_for(&self.types, &event.name);
        match event.name.as_str() {
            rules::TESTED => event.resource_id == self.webhook,
            notify::CREATED => asked && self.is_chosen(&event.data),
            _ => asked,
        }
    }

    fn is_chosen(&self, data: &str) -> bool {
        let data: Value = serde_json::from_str(data).unwrap_or_default();
        let kind = data.get("kind").and_then(Value::as_str);
        kind.is_some_and(|kind| self.notices.contains(kind))
    }
}

fn delivery(
    work: &Work<'_>,
    webhook: &entity::Model,
    event: &event::Model,
) -> delivery_entity::Model {
    delivery_entity::Model {
        id: work.fresh(),
        webhook_id: webhook.id,
        sequence: event.sequence.unwrap_or_default(),
        event_id: event.id,
        event_type: event.name.clone(),
        resource_type: event.resource_type.clone(),
        resource_id: event.resource_id,
        state: DeliveryState::Pending,
        attempts: 0,
        failures: 0,
        next_attempt_at: Some(work.at()),
        last_attempt_at: None,
        last_status: None,
        last_error: None,
        created_at: work.at(),
        settled_at: None,
    }
}
