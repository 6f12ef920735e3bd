//! Bytes that no record names are first put aside, and removed only when they have lain there long
//! enough. A record may come to name them in the meantime (an upload of the same content finds the
//! bytes and keeps only its record): they are still found, and put back.
//!
//! Several processes may do this at once, one of them with an older look at the records. So nothing
//! is ever removed from one place because it was just written to the other.
use super::{Files, fault, place};
use crate::error::ApiResult;
use chrono::{DateTime, Utc};
use futures_util::TryStreamExt;
use object_store::{Error, ObjectMeta, ObjectStoreExt, PutPayload, path::Path};

/// Where they lie meanwhile; no hash begins like this.
const ASIDE: &str = "aside";

/// A file of the store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lying {
    pub hash: String,
    /// Since when it lies there.
    pub since: DateTime<Utc>,
}

pub(super) fn aside(hash: &str) -> Path {
    Path::from_iter([ASIDE, hash])
}

impl Files {
    /// Everything in its place.
    pub async fn in_place(&self) -> ApiResult<Vec<Lying>> {
        let all = self.lying(None).await?;
        Ok(all.into_iter().filter(|(at, file)| *at == place(&file.hash)).map(|(_, f)| f).collect())
    }

    /// Everything put aside.
    pub async fn lying_aside(&self) -> ApiResult<Vec<Lying>> {
        let all = self.lying(Some(&Path::from(ASIDE))).await?;
        Ok(all.into_iter().map(|(_, file)| file).collect())
    }

    async fn lying(&self, below: Option<&Path>) -> ApiResult<Vec<(Path, Lying)>> {
        let found: Vec<ObjectMeta> =
            self.store.list(below).try_collect().await.map_err(|e| fault(&e))?;
        let named = |meta: ObjectMeta| {
            let hash = meta.location.filename()?.to_owned();
            Some((meta.location, Lying { hash, since: meta.last_modified }))
        };
        Ok(found.into_iter().filter_map(named).collect())
    }

    /// Out of its place; it is still found.
    pub async fn put_aside(&self, hash: &str) -> ApiResult<()> {
        if self.copied(&place(hash), &aside(hash)).await? {
            self.delete(&place(hash)).await?;
        }
        Ok(())
    }

    /// In its place again. What lies aside stays there until it is old.
    pub async fn put_back(&self, hash: &str) -> ApiResult<()> {
        if self.store.head(&place(hash)).await.is_err() {
            let _ = self.copied(&aside(hash), &place(hash)).await?;
        }
        Ok(())
    }

    /// Gone for good, as far as it lay aside.
    pub async fn remove_aside(&self, hash: &str) -> ApiResult<()> {
        self.delete(&aside(hash)).await
    }

    /// Written anew, so that its time is that of the copy. `false`: another process was faster.
    async fn copied(&self, from: &Path, to: &Path) -> ApiResult<bool> {
        let found = match self.store.get(from).await {
            Ok(found) => found.bytes().await,
            Err(error) => Err(error),
        };
        match found {
            Err(Error::NotFound { .. }) => return Ok(false),
            Err(error) => return Err(fault(&error)),
            Ok(bytes) => {
                let payload = PutPayload::from_bytes(bytes);
                self.store.put(to, payload).await.map_err(|e| fault(&e))?;
            }
        }
        Ok(true)
    }

    async fn delete(&self, at: &Path) -> ApiResult<()> {
        match self.store.delete(at).await {
            Ok(()) | Err(Error::NotFound { .. }) => Ok(()),
            Err(error) => Err(fault(&error)),
        }
    }
}
