//! Forgetting what has served its purpose. Business records are never forgotten; these are technical,
//! and their going is no act of anybody's, so it leaves no audit entry.
use crate::{drafts, mail, presence, webhooks};
use chrono::Duration;
use kernel::access::Actor;
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::work::Work;
use kernel::{idempotency, notify::entity as notification, readings};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

/// Idempotency keys are promised for 24 hours.
const KEYS: Duration = Duration::hours(48);
/// A notification once read.
const READ_NOTIFICATIONS: Duration = Duration::days(180);

/// A mail once sent or given up.
const MAILS: Duration = Duration::days(90);

/// Somebody who left a record without a word has long been shown to nobody.
const PRESENCE: Duration = Duration::hours(1);

/// What became of something sent to a webhook.
const DELIVERIES: Duration = Duration::days(30);

/// Who read what is classified. As long as the law keeps the records of how personal data were handled
/// (《个人信息保护法》第五十六条).
const READINGS: Duration = Duration::days(3 * 366);

/// What one round forgot.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Forgotten {
    pub idempotency_keys: u64,
    pub drafts: u64,
    pub notifications: u64,
    pub presences: u64,
    pub mails: u64,
    pub webhook_deliveries: u64,
    pub readings: u64,
}

/// One round of everything below.
pub async fn forget(app: &App) -> ApiResult<Forgotten> {
    Ok(Forgotten {
        idempotency_keys: forget_idempotency(app).await?,
        drafts: expire_drafts(app).await?,
        notifications: forget_read_notifications(app).await?,
        presences: forget_presences(app).await?,
        mails: forget_mails(app).await?,
        webhook_deliveries: forget_deliveries(app).await?,
        readings: forget_readings(app).await?,
    })
}

pub async fn forget_idempotency(app: &App) -> ApiResult<u64> {
    let actor = service();
    let work = Work::begin(app, &actor).await?;
    let gone = idempotency::forget(work.db(), work.at() - KEYS).await?;
    work.commit_nothing().await?;
    Ok(gone)
}

pub async fn expire_drafts(app: &App) -> ApiResult<u64> {
    let actor = service();
    let work = Work::begin(app, &actor).await?;
    let gone = drafts::store::expire(work.db(), work.at()).await?;
    work.commit_nothing().await?;
    Ok(gone)
}

pub async fn forget_read_notifications(app: &App) -> ApiResult<u64> {
    let actor = service();
    let work = Work::begin(app, &actor).await?;
    let gone = notification::Entity::delete_many()
        .filter(notification::Column::ReadAt.lt(work.at() - READ_NOTIFICATIONS))
        .exec(work.db())
        .await?;
    work.commit_nothing().await?;
    Ok(gone.rows_affected)
}

pub async fn forget_mails(app: &App) -> ApiResult<u64> {
    let actor = service();
    let work = Work::begin(app, &actor).await?;
    let gone = mail::store::forget(work.db(), work.at() - MAILS).await?;
    work.commit_nothing().await?;
    Ok(gone)
}

pub async fn forget_presences(app: &App) -> ApiResult<u64> {
    let actor = service();
    let work = Work::begin(app, &actor).await?;
    let gone = presence::store::expire(work.db(), work.at() - PRESENCE).await?;
    work.commit_nothing().await?;
    Ok(gone)
}

pub async fn forget_deliveries(app: &App) -> ApiResult<u64> {
    let actor = service();
    let work = Work::begin(app, &actor).await?;
    let gone = webhooks::forget(work.db(), work.at() - DELIVERIES).await?;
    work.commit_nothing().await?;
    Ok(gone)
}

pub async fn forget_readings(app: &App) -> ApiResult<u64> {
    let actor = service();
    let work = Work::begin(app, &actor).await?;
    let gone = readings::forget(work.db(), work.at() - READINGS).await?;
    work.commit_nothing().await?;
    Ok(gone)
}

fn service() -> Actor {
    Actor::system([], "retention")
}
