//! What was decided about a file, newest first: verifications, hand-overs, tiers; with those of the
//! files that went into it.
use super::entity as client;
use super::kinds::{Tier, VerificationResult};
use super::{
    hand_over_entity as hand_over, tier_entity as tier, verification_entity as verification,
};
use crate::ClientId;
use crate::hanging::seen;
use crate::names::{Ref, Wanted};
use chrono::{DateTime, NaiveDate, Utc};
use kernel::access::Actor;
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::http::reply::{Items, Reply};
use kernel::readings::ReadingWay;
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
    sea_query::ExprTrait,
};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// Of one kind at most; a file is verified four times a year.
const MOST: u64 = 200;

/// A verification (A-CLI-10).
#[derive(Debug, Serialize, ToSchema)]
pub struct Verification {
    pub id: Uuid,
    pub client_id: ClientId,
    pub result: VerificationResult,
    pub note: Option<String>,
    /// The day by which it was due.
    pub due_on: NaiveDate,
    pub verified_at: DateTime<Utc>,
    pub verified_by: Ref,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct HandOver {
    pub id: Uuid,
    pub client_id: ClientId,
    pub from: Ref,
    pub to: Ref,
    pub reason: String,
    pub handed_over_at: DateTime<Utc>,
    pub handed_over_by: Ref,
}

/// A tier with its grounds (B-CRM-04).
#[derive(Debug, Serialize, ToSchema)]
pub struct TierDecision {
    pub id: Uuid,
    pub client_id: ClientId,
    pub from_tier: Tier,
    pub to_tier: Tier,
    pub purchase_scale: String,
    pub cooperation_frequency: String,
    pub potential_value: String,
    pub reason: String,
    pub decided_at: DateTime<Utc>,
    pub decided_by: Ref,
}

/// The file and those that went into it. The caller sees the file, and with it its history: none of
/// the others was more secret (see `merge`).
fn of_file(column: impl ColumnTrait, id: ClientId) -> Condition {
    let merged = client::Entity::find()
        .select_only()
        .column(client::Column::Id)
        .filter(client::Column::MergedIntoId.eq(id))
        .into_query();
    Condition::any().add(column.eq(id)).add(column.into_expr().in_subquery(merged))
}

pub async fn verifications(
    app: &App,
    actor: &Actor,
    id: ClientId,
) -> ApiResult<Reply<Items<Verification>>> {
    seen(app, actor, id, ReadingWay::Opened).await?;
    let rows = verification::Entity::find()
        .filter(of_file(verification::Column::ClientId, id))
        .order_by_desc(verification::Column::Id)
        .limit(MOST)
        .all(app.db.reader())
        .await?;
    let mut wanted = Wanted::default();
    rows.iter().for_each(|row| wanted.person(row.verified_by));
    let names = wanted.find(app.db.reader()).await?;
    let shown = rows.into_iter().map(|row| Verification {
        id: row.id,
        client_id: row.client_id,
        result: row.result,
        note: row.note,
        due_on: row.due_on,
        verified_at: row.verified_at,
        verified_by: names.person(row.verified_by),
    });
    Ok(Reply::ok(Items { items: shown.collect() }))
}

pub async fn hand_overs(
    app: &App,
    actor: &Actor,
    id: ClientId,
) -> ApiResult<Reply<Items<HandOver>>> {
    seen(app, actor, id, ReadingWay::Opened).await?;
    let rows = hand_over::Entity::find()
        .filter(of_file(hand_over::Column::ClientId, id))
        .order_by_desc(hand_over::Column::Id)
        .limit(MOST)
        .all(app.db.reader())
        .await?;
    let mut wanted = Wanted::default();
    for row in &rows {
        for id in [row.from_owner_id, row.to_owner_id, row.handed_over_by] {
            wanted.person(id);
        }
    }
    let names = wanted.find(app.db.reader()).await?;
    let shown = rows.into_iter().map(|row| HandOver {
        id: row.id,
        client_id: row.client_id,
        from: names.person(row.from_owner_id),
        to: names.person(row.to_owner_id),
        reason: row.reason,
        handed_over_at: row.handed_over_at,
        handed_over_by: names.person(row.handed_over_by),
    });
    Ok(Reply::ok(Items { items: shown.collect() }))
}

pub async fn tier_decisions(
    app: &App,
    actor: &Actor,
    id: ClientId,
) -> ApiResult<Reply<Items<TierDecision>>> {
    seen(app, actor, id, ReadingWay::Opened).await?;
    let rows = tier::Entity::find()
        .filter(of_file(tier::Column::ClientId, id))
        .order_by_desc(tier::Column::Id)
        .limit(MOST)
        .all(app.db.reader())
        .await?;
    let mut wanted = Wanted::default();
    rows.iter().for_each(|row| wanted.person(row.decided_by));
    let names = wanted.find(app.db.reader()).await?;
    let shown = rows.into_iter().map(|row| TierDecision {
        id: row.id,
        client_id: row.client_id,
        from_tier: row.from_tier,
        to_tier: row.to_tier,
        purchase_scale: row.purchase_scale,
        cooperation_frequency: row.cooperation_frequency,
        potential_value: row.potential_value,
        reason: row.reason,
        decided_at: row.decided_at,
        decided_by: names.person(row.decided_by),
    });
    Ok(Reply::ok(Items { items: shown.collect() }))
}
