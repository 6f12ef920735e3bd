//! Propose a file for destruction (A-BOR-06, A-BOR-07). From now on to the end the file is obsolete: it is
//! read and not touched.
use super::dto::{DestroyedFile, Destruction, Proposal, Why};
use super::entity::Model;
use super::inventory::{self, Inventory};
use super::kinds::DestructionState;
use super::refusal::Refusal;
use super::subject::Destructions;
use super::{KIND, rules, show, standing, store, tell};
use crate::archive::entity::Model as File;
use crate::archive::kinds::FileStatus;
use crate::archive::{act, rules as files, step};
use approvals::Approvals;
use kernel::access::Actor;
use kernel::app::App;
use kernel::audit::Changes;
use kernel::code::field;
use kernel::error::{ApiError, ApiResult};
use kernel::http::reply::Reply;
use kernel::numbers;
use kernel::work::Work;

/// Number series of the certificates.
const SERIES: &str = "DS";

pub async fn propose(
    app: &App,
    approvals: &Approvals,
    actor: &Actor,
    input: Proposal,
) -> ApiResult<Reply<Destruction>> {
    let mut work = Work::begin(app, actor).await?;
    // Named in the body: one that the caller does not see is wrong there like one that does not exist.
    let unknown = || ApiError::field("/client_id", field::UNKNOWN_REFERENCE);
    let found = standing::hold(&work, input.client_id).await?;
    let (file, with) = found.ok_or_else(unknown)?;
    rules::propose(actor, &file)?;
    let standing = standing::of(&work, &approvals.handbook, &file, &with).await?;
    rules::obsolete(&file, &standing)?;
    let why = Why { ground: input.ground, reason: input.reason.trim().to_owned() };
    rules::tells_nothing(&why.reason, &with)?;
    let ids: Vec<_> = with.iter().map(|file| file.id).collect();
    // Nor what goes with another one that is proposed, or takes one along.
    let related = ids.iter().copied().chain(file.merged_into_id);
    if store::is_open(work.db(), related).await? {
        return Err(Refusal::Proposed.into());
    }
    let found = inventory::take(work.db(), &ids).await?;
    let today = approvals.handbook.date(work.at());
    let numbered = numbers::next(work.db(), SERIES, today, KIND).await?;
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
