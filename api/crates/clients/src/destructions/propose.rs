//! Propose a file for destruction, put the proposal right, submit it again, give it up (A-BOR-06,
//! A-BOR-07). From the proposal to the end the file is obsolete: it is read and not touched.
use super::dto::{Abandon, DestroyedFile, Destruction, Proposal, Why};
use super::entity::Model;
use super::inventory::{self, Inventory};
use super::kinds::DestructionState;
use super::refusal::Refusal;
use super::subject::Destructions;
use super::{KIND, restore, rules, show, standing, store, tell};
use crate::archive::entity::Model as File;
use crate::archive::kinds::FileStatus;
use crate::archive::{act, rules as files, step};
use crate::{DestructionId, notices};
use approvals::Approvals;
use kernel::access::Actor;
use kernel::app::App;
use kernel::audit::Changes;
use kernel::code;
use kernel::error::ApiResult;
use kernel::http::conditional::IfMatch;
use kernel::http::patch::Patch;
use kernel::http::reply::Reply;
use kernel::numbers;
use kernel::work::Work;

/// Number series of the certificates.
const SERIES: &str = "DS";

type On = (DestructionId, IfMatch);

pub async fn propose(
    app: &App,
    approvals: &Approvals,
    actor: &Actor,
    input: Proposal,
) -> ApiResult<Reply<Destruction>> {
    let mut work = Work::begin(app, actor).await?;
    let (file, with) = standing::hold(&work, input.client_id).await?;
    rules::propose(actor, &file)?;
    let standing = standing::of(&work, &approvals.handbook, &file, &with).await?;
    rules::obsolete(&file, &standing)?;
    let ids: Vec<_> = with.iter().map(|file| file.id).collect();
    // Nor what goes with another one that is proposed, or takes one along.
    let related = ids.iter().copied().chain(file.merged_into_id);
    if store::is_open(work.db(), related).await? {
        return Err(Refusal::Proposed.into());
    }
    let found = inventory::take(work.db(), &ids).await?;
    let today = approvals.handbook.date(work.at());
    let numbered = numbers::next(work.db(), SERIES, today, KIND).await?;
    let why = Why { ground: input.ground, reason: input.reason.trim().to_owned() };
    rules::tells_nothing(&why.reason, &with)?;
    let row = proposed(&work, numbered.number, (&file, &with), (why, standing), found)?;
    store::insert(work.db(), row.clone()).await?;
    set_aside(&mut work, &file, &row).await?;
    let said = serde_json::json!({"ground": row.ground, "reason": row.reason});
    let record = tell::record("client-destruction.requested", &row);
    work.record(record.changes(Changes::created(&said)));
    approvals::submit(&mut work, approvals, &Destructions, row.id.0).await?;
    let answer = show::whole(work.db(), actor, row).await?;
    work.commit_created(answer).await
}

fn proposed(
    work: &Work<'_>,
    number: String,
    (file, with): (&File, &[File]),
    (why, standing): (Why, rules::Standing),
    found: Inventory,
) -> ApiResult<Model> {
    let named = |file: &File| DestroyedFile { id: file.id, number: file.number.clone() };
    let place = files::place(file);
    Ok(Model {
        id: work.fresh(),
        number,
        client_id: file.id,
        client_number: file.number.clone(),
        ground: why.ground,
        reason: why.reason,
        state: DestructionState::Requested,
        prior_status: file.status,
        idle_since: standing.idle_since,
        files: serde_json::to_string(&with.iter().map(named).collect::<Vec<_>>())?,
        counts: serde_json::to_string(&found.counts)?,
        content_sha256: found.sha256,
        requested_by: work.actor().id,
        requested_at: work.at(),
        owner_id: place.owner_id,
        department_id: place.department_id,
        site_id: place.site_id,
        // Those that went into it may stand higher than it does.
        level: with.iter().map(|file| file.level.rank()).max().unwrap_or(place.level),
        settled_by: None,
        settled_at: None,
        settled_note: None,
        severed_entries: None,
        leftovers: None,
        cleared_at: None,
        version: 1,
    })
}

/// A file in force is obsolete from now on; one that is history already stays what it is.
async fn set_aside(work: &mut Work<'_>, file: &File, row: &Model) -> ApiResult<()> {
    let mut after = step::next(work, file);
    if file.status == FileStatus::Active {
        after.status = FileStatus::Obsolete;
    }
    let record = act::act("client.proposed-for-destruction", &after)
        .changes(Changes::one("status", file.status, after.status))
        .data("destruction_id", row.id);
    step::keep(work, file, after, record).await?;
    Ok(())
}

async fn held(work: &Work<'_>, (id, seen): On) -> ApiResult<Model> {
    let row = store::lock(work.db(), work.actor(), id, work.at()).await?;
    let row = row.ok_or(code::NOT_FOUND)?;
    seen.check(row.version)?;
    Ok(row)
}

/// A proposal under approval is approved as it was submitted: changed, it begins anew.
pub async fn change(
    app: &App,
    approvals: &Approvals,
    actor: &Actor,
    on: On,
    patch: &Patch<Why>,
) -> ApiResult<Reply<Destruction>> {
    let mut work = Work::begin(app, actor).await?;
    let row = held(&work, on).await?;
    rules::change(actor, &row)?;
    let now = Why { ground: row.ground, reason: row.reason.clone() };
    let input = patch.onto(&now)?;
    let input = Why { reason: input.reason.trim().to_owned(), ..input };
    let (_, with) = standing::hold(&work, row.client_id).await?;
    rules::tells_nothing(&input.reason, &with)?;
    let after = Model {
        ground: input.ground,
        reason: input.reason.clone(),
        version: row.version + 1,
        ..row.clone()
    };
    store::save(work.db(), &after).await?;
    work.record(tell::changed("client-destruction.updated", &row, &after));
    if input != now && row.state == DestructionState::Requested {
        approvals::restart(&mut work, approvals, &Destructions, row.id.0, CHANGED).await?;
    }
    let answer = show::whole(work.db(), actor, after).await?;
    work.commit(answer).await
}

/// Why the approval began anew.
const CHANGED: &str = "申请人修改了销毁理由";

/// What was sent back goes through the flow again.
pub async fn submit(
    app: &App,
    approvals: &Approvals,
    actor: &Actor,
    on: On,
) -> ApiResult<Reply<Destruction>> {
    let mut work = Work::begin(app, actor).await?;
    let row = held(&work, on).await?;
    rules::submit(actor, &row)?;
    let after = Model { state: DestructionState::Requested, version: row.version + 1, ..row };
    store::save(work.db(), &after).await?;
    work.record(tell::record("client-destruction.resubmitted", &after));
    approvals::submit(&mut work, approvals, &Destructions, after.id.0).await?;
    let answer = show::whole(work.db(), actor, after).await?;
    work.commit(answer).await
}

/// Keep the file after all.
pub async fn abandon(
    app: &App,
    actor: &Actor,
    on: On,
    input: Abandon,
) -> ApiResult<Reply<Destruction>> {
    let mut work = Work::begin(app, actor).await?;
    let row = held(&work, on).await?;
    rules::abandon(actor, &row)?;
    let reason = input.reason.trim().to_owned();
    let after = Model {
        state: DestructionState::Abandoned,
        settled_by: Some(actor.id),
        settled_at: Some(work.at()),
        settled_note: Some(reason.clone()),
        version: row.version + 1,
        ..row
    };
    store::save(work.db(), &after).await?;
    restore::restore(&mut work, &after).await?;
    work.record(tell::record("client-destruction.abandoned", &after).reason(reason));
    tell::proposer(&work, &after, notices::CLIENT_DESTRUCTION_ABANDONED).await?;
    let answer = show::whole(work.db(), actor, after).await?;
    work.commit(answer).await
}
