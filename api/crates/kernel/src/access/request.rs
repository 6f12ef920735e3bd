//! What every request carries, whoever sends it.
use crate::lang::Lang;
use sha2::{Digest, Sha256};
use std::sync::{Arc, OnceLock};

/// Of every action: check everything, change nothing ([`crate::work::Work`]).
pub const DRY_RUN: &str = "dry_run";
/// In the path of every action.
pub const ACTIONS: &str = "/actions/";

/// What every request carries, signed in or not. Set by the outermost middleware.
#[derive(Clone, Debug)]
pub struct RequestInfo {
    pub id: String,
    pub lang: Lang,
    /// Address of the caller, as the trusted proxies tell it.
    pub address: String,
    pub user_agent: String,
    /// Method and path, for the idempotency record.
    pub target: String,
    pub idempotency_key: Option<String>,
    /// [`DRY_RUN`] is asked for.
    pub dry_run: bool,
    body: Arc<OnceLock<[u8; 32]>>,
}

impl RequestInfo {
    #[must_use]
    pub fn new(id: String, lang: Lang, target: String) -> Self {
        Self {
            id,
            lang,
            target,
            address: String::new(),
            user_agent: String::new(),
            idempotency_key: None,
            dry_run: false,
            body: Arc::default(),
        }
    }

    /// For what stands by itself beside the caller's act (an attempt that is counted, a refusal that is
    /// noted): it neither answers a later use of the key, nor is it let go with an act that is only
    /// tried.
    #[must_use]
    pub fn beside(&self) -> Self {
        Self { idempotency_key: None, dry_run: false, ..self.clone() }
    }

    /// Note the body, once it has been read.
    pub fn fingerprint_body(&self, bytes: &[u8]) {
        // Only the first reading counts; a body is read once.
        let _ = self.body.set(Sha256::digest(bytes).into());
    }

    /// SHA-256 over target and body, in hex.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        let mut hash = Sha256::new();
        hash.update(self.target.as_bytes());
        hash.update(self.body.get().copied().unwrap_or_default());
        hex::encode(hash.finalize())
    }
}
