//! What is left of a destroyed file outside the tables goes after the commit: bytes in the file store, and
//! what the database itself keeps of deleted rows. Called now and then; several processes may.
use super::entity::Model;
use super::{inventory, store, tell};
use crate::archive::store::SEARCH;
use crate::files_named;
use kernel::access::Actor;
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::work::Work;

/// Tables beside those of the file itself in which a destruction deletes or empties rows.
const BESIDE: [&str; 11] = [
    SEARCH.table,
    "audit_entry",
    "client_incident",
    "client_incident_party",
    "client_incident_statement",
    "client_incident_act",
    "exception",
    "notification",
    "job",
    "job_row",
    "idempotency_record",
];

/// How many certificates were completed.
pub async fn clear(app: &App) -> ApiResult<u64> {
    let rows = store::with_leftovers(app.db.reader()).await?;
    if rows.is_empty() {
        return Ok(0);
    }
    let mut emptied = vec![];
    for row in rows {
        match remove_bytes(app, &row).await {
            Ok(()) => emptied.push(row),
            // It keeps no other certificate waiting.
            Err(error) => {
                tracing::error!(number = row.number, %error, "bytes of a destroyed file stay");
            }
        }
    }
    // A reader still looks at what was there before: the next round is soon.
    let mut tables = inventory::tables();
    tables.extend(BESIDE.map(str::to_owned));
    if !app.db.scrub(SEARCH, &tables).await? {
        return Ok(0);
    }
    let mut cleared = 0_u64;
    for row in emptied {
        cleared = cleared.saturating_add(u64::from(complete(app, &row).await?));
    }
    Ok(cleared)
}

/// Bytes that another record names as well stay with it.
async fn remove_bytes(app: &App, row: &Model) -> ApiResult<()> {
    let mut hashes: Vec<String> = serde_json::from_str(row.leftovers.as_deref().unwrap_or("[]"))?;
    if hashes.is_empty() {
        return Ok(());
    }
    let named = files_named(app.db.reader()).await?;
    hashes.retain(|hash| !named.contains(hash));
    for hash in &hashes {
        app.files.put_aside(hash).await?;
    }
    // Somebody may have uploaded the very same in the meantime.
    let named = files_named(app.db.reader()).await?;
    for hash in &hashes {
        if named.contains(hash) {
            app.files.put_back(hash).await?;
        } else {
            app.files.remove_aside(hash).await?;
        }
    }
    Ok(())
}

/// `false`: another process was faster.
async fn complete(app: &App, row: &Model) -> ApiResult<bool> {
    let system = Actor::system([], "destruction");
    let mut work = Work::begin(app, &system).await?;
    let Some(now) = store::hold(work.db(), row.id).await? else { return Ok(false) };
    if now.leftovers.is_none() {
        return Ok(false);
    }
    let after =
        Model { leftovers: None, cleared_at: Some(work.at()), version: now.version + 1, ..now };
    store::save(work.db(), &after).await?;
    work.record(tell::record("client-destruction.cleared", &after));
    work.commit_nothing().await?;
    Ok(true)
}
