//! Proposals to destroy files of the demonstration, made and approved by the use cases.
use super::desks::Desks;
use crate::demo::{DESTRUCTIONS, DemoDestruction};
use anyhow::Result;
use clients::ClientId;
use clients::archive::entity::{Column, Entity};
use clients::archive::kinds::{ClientState, FileStatus, Inferior, Level, Tier};
use clients::destructions::{KIND, Proposal, propose};
use kernel::app::App;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde_json::json;

/// Acts from here on are about destructions.
const FIRST_DESTRUCTION: u64 = 4_000;
/// Of one of them: proposed, and approved three times.
const ACTS: u64 = 4;
/// The information administrator finds files obsolete.
const PROPOSER: &str = "duxinyi";

/// Propose those that are not there yet.
pub async fn fill(desks: &Desks<'_>, done: u64) -> Result<()> {
    for (one, nth) in DESTRUCTIONS.iter().zip(0_u64..) {
        if nth >= done {
            put(desks, one, FIRST_DESTRUCTION + nth * ACTS).await?;
        }
    }
    Ok(())
}

async fn put(desks: &Desks<'_>, one: &DemoDestruction, act: u64) -> Result<()> {
    let approvals = &desks.service.areas.approvals;
    let app = desks.on(one.days_ago, act);
    let proposer = desks.person(&app, PROPOSER).await?;
    // A small company has none that old.
    let Some(client_id) = forgotten(&app).await? else { return Ok(()) };
    let input: Proposal = serde_json::from_value(json!({
        "client_id": client_id, "ground": one.ground, "reason": one.reason,
    }))?;
    propose(&app, approvals, &proposer, input).await?;
    for (who, nth) in one.approved_by.iter().zip(1_u64..) {
        let app = desks.on(one.days_ago, act + nth);
        let approver = desks.person(&app, who).await?;
        approvals::seed::approve_all(&app, approvals, &approver, (KIND, "同意销毁")).await?;
    }
    Ok(())
}

/// The file of no value to anybody that has lain untouched longest, and for three years at least.
async fn forgotten(app: &App) -> Result<Option<ClientId>, DbErr> {
    let long_ago = app.clock.now() - chrono::Duration::days(3 * 366);
    Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(Column::Status.eq(FileStatus::Active))
        .filter(Column::Tier.eq(Tier::Potential))
        .filter(Column::State.eq(ClientState::Potential))
        .filter(Column::Inferior.eq(Inferior::None))
        .filter(Column::Level.ne(Level::TopSecret))
        .filter(Column::LastContactAt.is_null())
        .filter(Column::SupplementedAt.lt(long_ago))
        .order_by_asc(Column::SupplementedAt)
        .limit(1)
        .into_tuple()
        .one(app.db.reader())
        .await
}
