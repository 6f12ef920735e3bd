//! Use case: prove the chain, a stretch of it per request.
//!
//! A request must end; a trail of years does not fit into one. So each call walks on for a bounded
//! time from where the caller says the last one stopped. A caller who lies about that proves nothing
//! to anybody but themselves: what counts is an anchor kept where the service cannot reach it.
use super::dto::{KnownGood, Verification, VerifyChain};
use super::store;
use kernel::access::Actor;
use kernel::app::App;
use kernel::audit::severed::Proofs;
use kernel::audit::verify::{Bad, Why, anchor_fault, fault};
use kernel::audit::{Record, Resource, seal};
use kernel::code;
use kernel::error::ApiResult;
use kernel::http::reply::Reply;
use kernel::work::Work;
use sea_orm::{ConnectionTrait, DbErr};
use std::time::Duration;
use tokio::{sync::Semaphore, time::Instant};
use uuid::Uuid;

/// Entries of one request at the most.
const MOST: i64 = 20_000;
/// Seconds of one request at the most, give or take a page.
const BUDGET: Duration = Duration::from_secs(5);
const PAGE: u64 = 500;

/// Hashing keeps a core busy: one at a time in a process, the others wait their turn.
static TURN: Semaphore = Semaphore::const_new(1);

pub async fn verify(
    app: &App,
    actor: &Actor,
    input: VerifyChain,
) -> ApiResult<Reply<Verification>> {
    let found = {
        let _turn = TURN.acquire().await.map_err(|_| code::UNAVAILABLE)?;
        walk(app.db.reader(), input.after).await?
    };
    if !found.complete {
        return Ok(Reply::ok(found));
    }
    // That somebody looked, and what they saw, is itself part of the trail.
    let mut work = Work::begin(app, actor).await?;
    work.record(outcome(&found));
    work.commit(found).await
}

fn outcome(found: &Verification) -> Record {
    let result = if found.valid { "valid" } else { "broken" };
    let label = format!("{result} up to {}", found.sequence);
    Record::new("audit-chain.verified", Resource { kind: "audit-chain", id: None, label })
}

async fn walk(db: &impl ConnectionTrait, after: Option<KnownGood>) -> Result<Verification, DbErr> {
    let head = store::head(db).await?.map_or(0, |head| head.audit_sequence);
    let mut so_far = start();
    if let Some(anchor) = after {
        if let Some(why) = doubt(db, &anchor, head).await? {
            return Ok(bad(so_far, anchor.sequence, None, why));
        }
        (so_far.sequence, so_far.hash) = (anchor.sequence, anchor.hash);
    }
    let (began, mut proofs) = (Instant::now(), Proofs::default());
    while so_far.checked < MOST && began.elapsed() < BUDGET {
        let rows = store::sealed_after(db, so_far.sequence, PAGE).await?;
        if rows.is_empty() {
            return Ok(end(so_far, head));
        }
        for row in rows {
            let own = fault(so_far.sequence, &so_far.hash, &row);
            if let Some(why) = proofs.fault(db, &row, own).await? {
                let sequence = row.sequence.unwrap_or_default();
                return Ok(bad(so_far, sequence, Some(row.id), why));
            }
            so_far.checked += 1;
            so_far.sequence = row.sequence.unwrap_or_default();
            so_far.hash = row.hash.unwrap_or_default();
        }
    }
    Ok(so_far)
}

/// Whether the chain still holds the entry that the anchor was taken of.
async fn doubt(
    db: &impl ConnectionTrait,
    anchor: &KnownGood,
    head: i64,
) -> Result<Option<Why>, DbErr> {
    let row = store::sealed_at(db, anchor.sequence).await?;
    Ok(match row {
        Some(row) => {
            let own = anchor_fault(&anchor.hash, &row);
            Proofs::default().fault(db, &row, own).await?
        }
        None if anchor.sequence > head => Some(Why::Truncated),
        None => Some(Why::Gap),
    })
}

fn start() -> Verification {
    Verification {
        valid: true,
        complete: false,
        checked: 0,
        sequence: 0,
        hash: seal::GENESIS.to_owned(),
        first_bad: None,
    }
}

/// `head` was read first, so all that it counts must have been met.
fn end(so_far: Verification, head: i64) -> Verification {
    if so_far.sequence < head {
        let sequence = so_far.sequence + 1;
        return bad(so_far, sequence, None, Why::Truncated);
    }
    Verification { complete: true, ..so_far }
}

fn bad(so_far: Verification, sequence: i64, entry_id: Option<Uuid>, why: Why) -> Verification {
    let first_bad = Some(Bad { sequence, entry_id, why });
    Verification { valid: false, complete: true, first_bad, ..so_far }
}
