//! Short lists of words kept as JSON in a text column.

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

#[cfg(test)]
mod tests {
    #[test]
    fn a_list_comes_back_and_damage_gives_nothing() {
        let words = vec!["client.read".to_owned(), "client.verify".to_owned()];
        assert_eq!(super::list(&super::text(&words)), words);
        assert!(super::list("[\"client.read\"").is_empty());
    }
}
