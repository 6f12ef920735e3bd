//! Destroy a file (A-BOR-06): everything that is kept of it in the database goes in one transaction with the
//! certificate; bytes and what the database itself still holds go right afterwards ([`super::clear`]).
use super::dto::{CarryOut, DestroyedFile, Destruction};
use super::entity::Model;
use super::kinds::DestructionState;
use super::refusal::{InUse, Refusal};
use super::store::Seen;
use super::{KIND, extracts, inventory, rules, show, standing, store, tell, traces};
use crate::archive::store::SEARCH;
use crate::{ClientId, DESTRUCTION_NUMBER_DIFFERS, ReadClients, disclosures, incidents, notices};
use handbook::Handbook;
use kernel::access::{Actor, Permission};
use kernel::app::App;
use kernel::audit::severed::{self, About, Severed};
use kernel::audit::{Changes, Record, Resource};
use kernel::code;
use kernel::error::{ApiError, ApiResult};
use kernel::http::reply::Reply;
use kernel::idempotency;
use kernel::work::Work;
use std::collections::BTreeMap;

pub async fn carry_out(
    app: &App,
    handbook: &Handbook,
    actor: &Actor,
    on: Seen,
    input: CarryOut,
) -> ApiResult<Reply<Destruction>> {
    let row = store::find(app.db.reader(), actor, on.0, app.clock.now()).await?;
    let row = row.ok_or(code::NOT_FOUND)?;
    // Nobody has tables read through for what is refused anyway.
    on.1.check(row.version)?;
    rules::carry_out(actor, &row)?;
    let extracts = extracts::holding(app, &row).await?;
    let mut work = Work::begin(app, actor).await?;
    let row = store::seen(&work, on).await?;
    rules::carry_out(actor, &row)?;
    if input.client_number.trim() != row.client_number {
        return Err(ApiError::field("/client_number", DESTRUCTION_NUMBER_DIFFERS));
    }
    rules::by_three(approvals::approvers(work.db(), KIND, row.id.0).await?.len())?;
    let ids = still_obsolete(&work, handbook, &row).await?;
    let (severed, leftovers) = erase(&mut work, &row, &ids, &extracts).await?;
    let after = Model {
        state: DestructionState::CarriedOut,
        settled_by: Some(actor.id),
        settled_at: Some(work.at()),
        severed_entries: Some(severed.entries),
        leftovers: Some(serde_json::to_string(&leftovers)?),
        version: row.version + 1,
        ..row
    };
    store::save(work.db(), &after).await?;
    record(&mut work, &after, &severed)?;
    tell::proposer(&work, &after, notices::CLIENT_DESTRUCTION_CARRIED_OUT).await?;
    let answer = show::whole(work.db(), actor, after).await?;
    work.commit(answer).await
}

/// What was approved is what is there, and A-BOR-07 holds as it did then.
async fn still_obsolete(
    work: &Work<'_>,
    handbook: &Handbook,
    row: &Model,
) -> ApiResult<Vec<ClientId>> {
    let found = standing::hold(work, row.client_id).await?;
    let (file, with) = found.ok_or(code::NOT_FOUND)?;
    let standing = standing::of(work, handbook, &file, &with).await?;
    rules::obsolete(&file, &standing)?;
    let ids: Vec<ClientId> = with.iter().map(|file| file.id).collect();
    rules::same(row, &inventory::take(work.db(), &ids).await?.sha256)?;
    Ok(ids)
}

/// Everything in the database; answers what was severed in the trail and which bytes are left over.
async fn erase(
    work: &mut Work<'_>,
    row: &Model,
    ids: &[ClientId],
    extracts: &[extracts::Held],
) -> ApiResult<(Severed, Vec<String>)> {
    let found = traces::find(work, ids, extracts).await?;
    for key in &found.search_keys {
        work.index(SEARCH.remove(*key));
    }
    traces::wipe(work, row, ids, extracts).await?;
    disclosures::outlive(work.db(), ids).await?;
    let told = incidents::forget(work.db(), &found.files, row.level).await?;
    // Taken up again since it was looked at: now they are held.
    if incidents::is_open(work.db(), ids).await? {
        return Err(Refusal::InUse { why: InUse::Investigated }.into());
    }
    idempotency::forget_about(work.db(), &told).await?;
    inventory::delete(work.db(), ids).await?;
    let mut records: Vec<_> = ids.iter().map(|id| id.0).chain(found.records).collect();
    let excused = handbook::exceptions::forget(work, &records, &row.number).await?;
    records.extend(excused.into_iter().map(|id| id.0));
    let mentioning = found.reports.into_iter().chain(told).collect();
    let about = About { records, mentioning, names: incidents::names(&found.files) };
    let severed = severed::sever(work, row.id.0, &about).await?;
    Ok((severed, found.hashes))
}

/// The certificate's entry proves those that were severed; one of its own says on each file's trail that
/// it is gone.
fn record(work: &mut Work<'_>, row: &Model, severed: &Severed) -> ApiResult<()> {
    let counts: BTreeMap<String, u64> = serde_json::from_str(&row.counts)?;
    let mut changes = severed.said();
    changes.0.extend(Changes::one("destroyed", None::<()>, &counts).0);
    changes.0.extend(Changes::one("content_sha256", None::<()>, &row.content_sha256).0);
    work.record(tell::record("client-destruction.carried-out", row).changes(changes));
    let files: Vec<DestroyedFile> = serde_json::from_str(&row.files)?;
    for file in files {
        let gone = Record::new("client.destroyed", Resource::new("client", file.id, file.number))
            .at(rules::place(row))
            .tell(ReadClients::NAME)
            .data("destruction_id", row.id);
        work.record(gone);
    }
    Ok(())
}
