//! Content-addressed files: named by the SHA-256 of their bytes, so that the same content is kept
//! once and a changed byte is found. Local directory or an S3 API; served only through the record
//! that owns them.
use crate::code;
use crate::config::Storage;
use crate::error::{ApiResult, Fault};
use bytes::Bytes;
use object_store::{
    BackoffConfig, ClientOptions, ObjectStore, ObjectStoreExt, PutPayload, RetryConfig, path::Path,
};
use sha2::{Digest, Sha256};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

mod aside;
mod unfinished;

pub use aside::Lying;

#[derive(Clone, Debug)]
pub struct Files {
    store: Arc<dyn ObjectStore>,
    /// Of the kind `file`.
    directory: Option<PathBuf>,
    /// Largest file, in bytes.
    pub limit: usize,
}

impl Files {
    /// Open the store that the settings name.
    pub fn open(settings: &Storage) -> anyhow::Result<Self> {
        let store: Arc<dyn ObjectStore> = match settings.kind.as_str() {
            "file" => {
                std::fs::create_dir_all(&settings.directory)?;
                Arc::new(
                    object_store::local::LocalFileSystem::new_with_prefix(&settings.directory)?
                        .with_fsync(true),
                )
            }
            "s3" => Arc::new(s3(settings)?),
            other => anyhow::bail!("storage.kind is `file` or `s3`, not `{other}`"),
        };
        let directory = (settings.kind == "file").then(|| PathBuf::from(&settings.directory));
        Ok(Self { store, directory, limit: settings.attachment_limit_bytes })
    }

    /// Keep bytes; answers their SHA-256 in hex. Keeping the same bytes again costs nothing.
    pub async fn put(&self, bytes: Bytes) -> ApiResult<String> {
        let hash = hex::encode(Sha256::digest(&bytes));
        let place = place(&hash);
        if self.store.head(&place).await.is_ok() {
            return Ok(hash);
        }
        self.store.put(&place, PutPayload::from_bytes(bytes)).await.map_err(|e| fault(&e))?;
        Ok(hash)
    }

    /// The bytes of a hash, checked against it.
    pub async fn get(&self, hash: &str) -> ApiResult<Bytes> {
        let found = match self.store.get(&place(hash)).await {
            Err(object_store::Error::NotFound { .. }) => self.store.get(&aside::aside(hash)).await,
            found => found,
        };
        let found = found.map_err(|e| fault(&e))?;
        let bytes = found.bytes().await.map_err(|e| fault(&e))?;
        if hex::encode(Sha256::digest(&bytes)) != hash {
            return Err(Fault(format!("the bytes of file {hash} have changed")).into());
        }
        Ok(bytes)
    }

    /// Whether the store answers, for `doctor` and `/readyz`.
    pub async fn check(&self) -> Result<(), object_store::Error> {
        match self.store.head(&Path::from("probe")).await {
            Ok(_) | Err(object_store::Error::NotFound { .. }) => Ok(()),
            Err(error) => Err(error),
        }
    }
}

fn place(hash: &str) -> Path {
    let shelf: String = hash.chars().take(2).collect();
    Path::from_iter([shelf.as_str(), hash])
}

fn fault(error: &object_store::Error) -> crate::error::ApiError {
    let Some((code, what)) = known(error) else {
        return Fault(format!("file store: {error}")).into();
    };
    tracing::error!(%error, "{what}");
    code.into()
}

fn known(error: &object_store::Error) -> Option<(code::Code, &'static str)> {
    // What remains after the retries is a bucket that does not answer, or answers 5xx.
    if matches!(error, object_store::Error::Generic { store: "S3", .. }) {
        return Some((code::UNAVAILABLE, "the bucket is away"));
    }
    let text = format!("{error:?}");
    let full = ["StorageFull", "QuotaExceeded", "FileTooLarge", "No space left"];
    let is_full = full.iter().any(|sign| text.contains(sign));
    is_full.then_some((code::STORAGE_FULL, "the file store is full"))
}

/// The library would go on trying for three minutes; a person who saves a paper hears within some
/// seconds that it did not work, and tries again.
fn s3(settings: &Storage) -> Result<object_store::aws::AmazonS3, object_store::Error> {
    object_store::aws::AmazonS3Builder::new()
        .with_endpoint(&settings.s3_endpoint)
        .with_bucket_name(&settings.s3_bucket)
        .with_region(&settings.s3_region)
        .with_access_key_id(&settings.s3_access_key_id)
        .with_secret_access_key(&settings.s3_secret_access_key)
        .with_client_options(
            ClientOptions::new()
                .with_allow_http(settings.s3_endpoint.starts_with("http://"))
                .with_connect_timeout(Duration::from_secs(2))
                .with_timeout(Duration::from_secs(30)),
        )
        .with_retry(RetryConfig {
            backoff: BackoffConfig { max_backoff: Duration::from_secs(1), ..Default::default() },
            max_retries: 2,
            retry_timeout: Duration::from_secs(10),
        })
        .build()
}

/// What a file really is, by its first bytes; only these kinds are kept. `(media type, extension)`.
#[must_use]
pub fn sniff(bytes: &[u8], name: &str) -> Option<(&'static str, &'static str)> {
    const KINDS: &[(&str, &str)] = &[
        ("application/pdf", "pdf"),
        ("image/png", "png"),
        ("image/jpeg", "jpg"),
        ("image/webp", "webp"),
        ("image/gif", "gif"),
        ("image/tiff", "tif"),
        ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
        ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
        ("application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"),
        ("application/msword", "doc"),
        ("application/vnd.ms-excel", "xls"),
        ("application/zip", "zip"),
        ("image/vnd.dwg", "dwg"),
        ("audio/mpeg", "mp3"),
        ("audio/x-wav", "wav"),
        ("video/mp4", "mp4"),
    ];
    if let Some(kind) = infer::get(bytes) {
        return KINDS.iter().copied().find(|(media, _)| *media == kind.mime_type());
    }
    if bytes.starts_with(b"AC10") {
        return Some(("image/vnd.dwg", "dwg"));
    }
    let text = std::str::from_utf8(bytes).is_ok_and(|t| !t.contains('\0'));
    let extension = name.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
    match extension.as_str() {
        "txt" if text => Some(("text/plain", "txt")),
        "csv" if text => Some(("text/csv", "csv")),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn bytes_come_back_and_a_changed_byte_is_found() {
        let dir = tempfile::tempdir().unwrap();
        let settings =
            Storage { directory: dir.path().to_str().unwrap().to_owned(), ..Storage::default() };
        let files = Files::open(&settings).unwrap();
        let hash = files.put(Bytes::from_static("报价单".as_bytes())).await.unwrap();
        assert_eq!(files.put(Bytes::from_static("报价单".as_bytes())).await.unwrap(), hash);
        assert_eq!(files.get(&hash).await.unwrap(), "报价单".as_bytes());
        let path = dir.path().join(&hash[..2]).join(&hash);
        std::fs::write(path, "报价").unwrap();
        assert!(files.get(&hash).await.is_err());
    }

    #[test]
    fn a_file_is_what_its_bytes_say() {
        assert_eq!(sniff(b"%PDF-1.7 ...", "x.exe").map(|k| k.1), Some("pdf"));
        assert_eq!(sniff(b"MZ\x90\0", "photo.png"), None);
        assert_eq!(sniff(b"<html><script>", "page.html"), None);
        assert_eq!(sniff("品名,数量".as_bytes(), "a.csv").map(|k| k.1), Some("csv"));
    }
}
