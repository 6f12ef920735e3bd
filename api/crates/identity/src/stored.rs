//! Short lists of words kept as JSON in a text column.
use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

/// A list as it is stored.
#[must_use]
pub fn text(list: &[String]) -> String {
    serde_json::json!(list).to_string()
}

/// A stored list. What cannot be read gives nothing: a damaged row must not widen anybody's rights.
#[must_use]
pub fn list(text: &str) -> Vec<String> {
    serde_json::from_str(text).unwrap_or_default()
}

/// A rule's id for as long as the process lives: refusals name rules by lasting text. Ids are checked
/// against the handbook before they are stored, so there are no more of them than it has rules.
#[must_use]
pub fn lasting(id: &str) -> &'static str {
    static KNOWN: Mutex<BTreeSet<&'static str>> = Mutex::new(BTreeSet::new());
    let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(found) = known.get(id) {
        return found;
    }
    let kept: &'static str = Box::leak(id.to_owned().into_boxed_str());
    known.insert(kept);
    kept
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_lasting_id_is_kept_once() {
        let (one, other) = (super::lasting("A-SOD-01"), super::lasting("A-SOD-01"));
        assert_eq!(one, "A-SOD-01");
        assert!(std::ptr::eq(one, other));
    }

    #[test]
    fn a_list_comes_back_and_damage_gives_nothing() {
        let words = vec!["client.read".to_owned(), "client.verify".to_owned()];
        assert_eq!(super::list(&super::text(&words)), words);
        assert!(super::list("[\"client.read\"").is_empty());
    }
}
