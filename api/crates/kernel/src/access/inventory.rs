//! What permissions are called. The kernel knows none of them; `api` names the source once at start.
use crate::lang::Text;
use std::sync::OnceLock;

type Texts = fn(&str) -> Option<Text>;
static TEXTS: OnceLock<Texts> = OnceLock::new();

/// Name the source of texts; the first call counts.
pub fn register(texts: Texts) {
    // A second registration is the same function again (several test services in one process).
    let _ = TEXTS.set(texts);
}

#[must_use]
pub fn text(permission: &str) -> Option<Text> {
    TEXTS.get().and_then(|find| find(permission))
}
