//! Use case: which rules a few typed words mean, for the search over all areas.
use super::book;
use super::finding;
use crate::haystack::Needle;
use kernel::error::ApiResult;
use kernel::lang::Lang;

/// A rule, as a list of hits names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundRule {
    pub id: &'static str,
    pub title: &'static str,
    /// The group of rules that it belongs to.
    pub system: Option<&'static str>,
}

/// In the handbook's own order; the rule with this very id first.
pub async fn search(lang: Lang, q: &str, limit: u64) -> ApiResult<Vec<FoundRule>> {
    finding::prepare().await?;
    Ok(found(lang, q, usize::try_from(limit).unwrap_or(usize::MAX)))
}

fn found(lang: Lang, q: &str, most: usize) -> Vec<FoundRule> {
    let Some(needle) = Needle::of(Some(q)) else { return vec![] };
    let matching = book::all().iter().enumerate();
    let mut rules: Vec<_> = matching
        .filter(|(place, _)| finding::holds(*place, &needle))
        .map(|(_, rule)| rule)
        .collect();
    rules.sort_by_key(|rule| !rule.id.eq_ignore_ascii_case(q));
    let shown = |rule: &book::Rule| FoundRule {
        id: rule.id,
        title: rule.title.in_lang(lang),
        system: rule.of_system().map(|system| system.name.in_lang(lang)),
    };
    rules.into_iter().take(most).map(shown).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rule_with_the_very_id_comes_first_and_words_find_in_the_callers_language() {
        let found_ids = |q: &str| -> Vec<_> {
            found(Lang::ZhCn, q, 5).into_iter().map(|rule| rule.id).collect()
        };
        assert_eq!(found_ids("a-cli-16").first(), Some(&"A-CLI-16"));
        assert!(found_ids("统一保管").contains(&"A-CLI-01"));
        assert!(found_ids("，。").is_empty());
        let english = found(Lang::En, "A-CLI-16", 1);
        assert!(english.iter().all(|rule| rule.title.is_ascii()));
    }
}
