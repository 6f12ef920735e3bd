//! Sending what is due: a bounded number at a time, each attempt claimed beforehand by its number, so
//! that no two processes make the same one. No transaction is open while an answer is waited for.
use super::kinds::DeliveryState;
use super::post::{Answered, Letter, Post};
use super::{delivery_entity, entity, owner, queue, settle, signing};
use crate::events::{Event, store as events};
use chrono::{DateTime, Utc};
use futures_util::StreamExt;
use futures_util::future::BoxFuture;
use futures_util::stream::FuturesUnordered;
use kernel::access::Actor;
use kernel::access::OnBehalf;
use kernel::app::App;
use kernel::audit::event;
use kernel::error::{ApiError, ApiResult};
use kernel::work::Work;
use serde_json::json;
use std::collections::HashMap;
use std::time::Duration;
use uuid::Uuid;

/// Attempts of a process at a time.
const AT_ONCE: usize = 16;
/// Of them, those to one webhook.
const EACH: usize = 4;
/// While a slow receiver is waited for, how long what comes due waits.
const POLL: Duration = Duration::from_secs(1);

/// How attempts ended.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sent {
    pub delivered: u64,
    /// To be tried again, or given up.
    pub failed: u64,
    /// Not sent: the owner may no longer see what it is about.
    pub dropped: u64,
}

/// Send whatever is due now, until nothing is. Several processes may do so at once.
pub async fn send_due(app: &App, owners: &dyn OnBehalf, post: &Post) -> ApiResult<Sent> {
    let mut sending = Sending {
        app,
        owners,
        post,
        system: super::service(),
        under_way: FuturesUnordered::new(),
        load: HashMap::new(),
        looks: 0,
        sent: Sent::default(),
    };
    loop {
        let more = sending.fill().await;
        if sending.under_way.is_empty() {
            if more? {
                continue;
            }
            return Ok(sending.sent);
        }
        if let Err(error) = more {
            tracing::error!(%error, "webhooks wait; it is tried again");
        }
        if let Ok(Some(ended)) = tokio::time::timeout(POLL, sending.under_way.next()).await {
            sending.settle(ended).await;
        }
    }
}

/// An attempt in hand.
struct Attempt {
    webhook: entity::Model,
    delivery: delivery_entity::Model,
}

struct Sending<'a> {
    app: &'a App,
    owners: &'a dyn OnBehalf,
    post: &'a Post,
    system: Actor,
    under_way: FuturesUnordered<BoxFuture<'a, (Attempt, Answered)>>,
    /// How many of them, by webhook.
    load: HashMap<Uuid, usize>,
    /// Looks for what is due so far: each webhook in turn comes first.
    looks: usize,
    sent: Sent,
}

impl Sending<'_> {
    /// Take as many attempts as there is room for. Whether anything came of it.
    async fn fill(&mut self) -> ApiResult<bool> {
        if self.under_way.len() >= AT_ONCE {
            return Ok(false);
        }
        let mut webhooks = queue::with_due(self.app.db.reader(), self.app.clock.now()).await?;
        // Each comes first in turn, those that have least under way before the others.
        let first = self.looks.checked_rem(webhooks.len()).unwrap_or_default();
        webhooks.rotate_left(first);
        webhooks.sort_by_key(|webhook| self.load(webhook.id));
        self.looks = self.looks.wrapping_add(1);
        let mut any = false;
        for webhook in webhooks {
            any |= self.take_alone(webhook).await;
        }
        Ok(any)
    }

    fn load(&self, webhook: Uuid) -> usize {
        self.load.get(&webhook).copied().unwrap_or_default()
    }

    /// A webhook that cannot be looked after keeps no other waiting.
    async fn take_alone(&mut self, webhook: entity::Model) -> bool {
        let id = webhook.id;
        let taken = self.take(webhook).await;
        taken.unwrap_or_else(|error: ApiError| {
            tracing::error!(%error, webhook = %id, "a webhook waits; it is tried again");
            false
        })
    }

    async fn take(&mut self, webhook: entity::Model) -> ApiResult<bool> {
        let db = self.app.db.reader();
        // One whose receiver fails is asked one thing at a time: it must not fill every place.
        let most = if queue::is_struggling(db, webhook.id).await? { 1 } else { EACH };
        let free = AT_ONCE.saturating_sub(self.under_way.len());
        let room = most.saturating_sub(self.load(webhook.id)).min(free);
        if room == 0 {
            return Ok(false);
        }
        let begin = Work::begin(self.app, &self.system);
        let owner = owner::entitled(self.app, self.owners, &webhook, begin).await?;
        let Some(owner) = owner else { return Ok(true) };
        let room = u64::try_from(room).unwrap_or_default();
        let mut heads = queue::heads(db, webhook.id, self.app.clock.now(), room).await?;
        // Rows are held in one order, whoever holds them.
        heads.sort_by_key(|head| head.id);
        let seen = events::these(db, &owner, heads.iter().map(|head| head.sequence)).await?;
        let work = Work::begin(self.app, &self.system).await?;
        let until = work.at() + self.post.longest() * 2;
        let (claimed, dropped) = claim(&work, until, &webhook, heads, seen).await?;
        work.commit_nothing().await?;
        self.sent.dropped += dropped;
        let any = dropped > 0 || !claimed.is_empty();
        for (attempt, event) in claimed {
            *self.load.entry(attempt.webhook.id).or_default() += 1;
            self.under_way.push(Box::pin(send(self.app, self.post, attempt, event)));
        }
        Ok(any)
    }

    async fn settle(&mut self, (attempt, answered): (Attempt, Answered)) {
        let id = attempt.webhook.id;
        if let Some(load) = self.load.get_mut(&id) {
            *load = load.saturating_sub(1);
        }
        match settle::settle(self.app, &attempt.webhook, &attempt.delivery, answered).await {
            Ok(Some(DeliveryState::Delivered)) => self.sent.delivered += 1,
            Ok(Some(_)) => self.sent.failed += 1,
            Ok(None) => {}
            // It is sent once more when its claim has run out: seen twice rather than never.
            Err(error) => tracing::error!(%error, webhook = %id, "an attempt was not written down"),
        }
    }
}

/// Claim those whose event the owner still sees, and let the others go: how many.
async fn claim(
    work: &Work<'_>,
    until: DateTime<Utc>,
    webhook: &entity::Model,
    heads: Vec<delivery_entity::Model>,
    mut seen: HashMap<i64, event::Model>,
) -> ApiResult<(Vec<(Attempt, Event)>, u64)> {
    let (mut claimed, mut dropped) = (vec![], 0);
    for head in heads {
        if let Some(event) = seen.remove(&head.sequence) {
            let delivery = queue::claim(work.db(), &head, work.at(), until).await?;
            let attempt = |delivery| Attempt { webhook: webhook.clone(), delivery };
            claimed.extend(delivery.map(|delivery| (attempt(delivery), Event::from(event))));
        } else {
            let gone = settle::ended(head.clone(), DeliveryState::Dropped, work.at());
            dropped += u64::from(queue::write(work.db(), &head, &gone).await?);
        }
    }
    Ok((claimed, dropped))
}

async fn send(app: &App, post: &Post, attempt: Attempt, event: Event) -> (Attempt, Answered) {
    let now = app.clock.now();
    let (id, timestamp) = (event.id, now.timestamp());
    let body = json!({"type": event.r#type, "timestamp": event.occurred_at, "data": event});
    let body = body.to_string().into_bytes();
    let letter = Letter {
        url: attempt.webhook.url.clone(),
        id: id.to_string(),
        timestamp,
        signatures: signing::signatures(&app.keys, &attempt.webhook, now, (id, timestamp, &body)),
        body,
    };
    let answered = post.send(letter, now).await;
    (attempt, answered)
}
