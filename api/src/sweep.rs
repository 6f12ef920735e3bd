//! Bytes in the file store that no record names: their upload's transaction failed, or the process
//! was killed between the two. They are served to nobody; here they go.
use chrono::Duration;
use kernel::{
    app::App,
    error::{ApiResult, Fault},
    files::Lying,
};
use std::collections::HashSet;

/// How long bytes may lie in their place before they count as forgotten, and then how long aside.
/// Longer than any request or job.
const PATIENCE: Duration = Duration::hours(24);

/// What one round did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Swept {
    pub aside: usize,
    pub back: usize,
    pub removed: usize,
}

/// One round. Safe to run in several processes at once, and beside uploads.
pub async fn sweep(app: &App) -> ApiResult<Swept> {
    let before = app.clock.now() - PATIENCE;
    // The files first: what is named by the time the records are read was not forgotten.
    let (lying, place) = (app.files.lying_aside().await?, app.files.in_place().await?);
    let named = named(app).await?;
    let present: HashSet<&str> = place.iter().map(|file| file.hash.as_str()).collect();
    let mut swept = Swept::default();
    for Lying { hash, since } in &lying {
        if named.contains(hash) && !present.contains(hash.as_str()) {
            app.files.put_back(hash).await?;
            swept.back += 1;
        } else if *since < before {
            app.files.remove_aside(hash).await?;
            swept.removed += 1;
        }
    }
    for Lying { hash, since } in &place {
        if *since < before && !named.contains(hash) {
            app.files.put_aside(hash).await?;
            swept.aside += 1;
        }
    }
    let unfinished = app.files.remove_unfinished(before).await;
    swept.removed += unfinished.map_err(|error| Fault(format!("file store: {error}")))?;
    Ok(swept)
}

/// How many files no record names, wherever they lie.
pub async fn forgotten(app: &App) -> ApiResult<usize> {
    let mut files = app.files.in_place().await?;
    files.extend(app.files.lying_aside().await?);
    let named = named(app).await?;
    let hashes: HashSet<&str> = files.iter().map(|file| file.hash.as_str()).collect();
    Ok(hashes.into_iter().filter(|hash| !named.contains(*hash)).count())
}

/// By all areas.
async fn named(app: &App) -> ApiResult<HashSet<String>> {
    Ok(clients::files_named(app.db.reader()).await?)
}
