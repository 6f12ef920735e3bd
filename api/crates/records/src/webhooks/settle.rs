//! What becomes of a delivery after an attempt.
use super::delivery_entity::Model;
use super::kinds::{DeliveryState, WebhookReason};
use super::post::Answered;
use super::{disable, entity, queue, schedule, store};
use chrono::{DateTime, Duration, Utc};
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::work::Work;

/// A receiver that took something within this time is there: one delivery that it never takes says
/// more about the delivery than about the receiver.
const ALIVE: Duration = Duration::days(3);

/// Write down how an attempt ended; the state that it is in now. None: another one was made meanwhile,
/// and this one is of no account.
pub async fn settle(
    app: &App,
    webhook: &entity::Model,
    attempt: &Model,
    answered: Answered,
) -> ApiResult<Option<DeliveryState>> {
    let system = super::service();
    let mut work = Work::begin(app, &system).await?;
    let after = judged(attempt, answered, work.at());
    let gave_up = after.state == DeliveryState::Failed;
    if gave_up {
        // The webhook before what is on its way to it, as everybody holds them.
        store::hold(work.db(), webhook.id).await?;
    }
    let settled = queue::write(work.db(), attempt, &after).await?;
    if settled && gave_up {
        stop(&mut work, webhook, answered).await?;
    }
    work.commit_nothing().await?;
    Ok(settled.then_some(after.state))
}

async fn stop(work: &mut Work<'_>, webhook: &entity::Model, answered: Answered) -> ApiResult<()> {
    if answered.is_gone() {
        return disable::disable(work, webhook, WebhookReason::Gone).await;
    }
    if queue::took_any(work.db(), webhook.id, work.at() - ALIVE).await? {
        return Ok(());
    }
    disable::disable(work, webhook, WebhookReason::Failing).await
}

fn judged(attempt: &Model, answered: Answered, now: DateTime<Utc>) -> Model {
    let (last_status, last_error, asked) = match answered {
        Answered::Status { status, retry_after } => (i16::try_from(status).ok(), None, retry_after),
        Answered::Nothing(error) => (None, Some(error), None),
    };
    let told = Model { last_status, last_error, ..attempt.clone() };
    if answered.is_taken() {
        return ended(told, DeliveryState::Delivered, now);
    }
    let failures = attempt.failures.saturating_add(1);
    let told = Model { failures, ..told };
    match schedule::after(failures, asked).filter(|_| !answered.is_gone()) {
        Some(wait) => Model { next_attempt_at: Some(now + wait), ..told },
        None => ended(told, DeliveryState::Failed, now),
    }
}

/// A delivery that is over.
#[must_use]
pub fn ended(row: Model, state: DeliveryState, now: DateTime<Utc>) -> Model {
    Model { state, next_attempt_at: None, settled_at: Some(now), ..row }
}
