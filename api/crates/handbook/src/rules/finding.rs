use super::book::{Rule, all};
use crate::haystack::{Haystack, Needle};
use kernel::code;
use kernel::error::ApiResult;
use std::sync::LazyLock;

/// One search text for each rule, in the handbook's order; made when somebody first searches, so
/// that a service nobody searches in does not hold it.
static TEXTS: LazyLock<Vec<Haystack>> = LazyLock::new(|| all().iter().map(text).collect());

fn text(rule: &Rule) -> Haystack {
    let system = rule.of_system().map(|system| system.name);
    let (zh, en) = system.map_or(("", ""), |name| (name.zh, name.en));
    // Traditional text folds into the simplified one, so a query in either finds both.
    Haystack::new(
        &[rule.title.zh, rule.id],
        &[rule.text.zh, rule.title.en, rule.text.en, zh, en, rule.source],
    )
}

/// Make the texts; a tenth of a second that no other request should wait for.
pub async fn prepare() -> ApiResult<()> {
    if LazyLock::get(&TEXTS).is_some() {
        return Ok(());
    }
    let made = actix_web::web::block(|| TEXTS.len()).await;
    made.map(|_| ()).map_err(|_| code::UNAVAILABLE.into())
}

/// Whether the rule at a place of the handbook answers the query.
pub fn holds(place: usize, needle: &Needle) -> bool {
    TEXTS.get(place).is_some_and(|text| text.holds(needle))
}

#[cfg(test)]
mod tests {
    use super::super::book::place;
    use super::*;

    #[test]
    fn rules_are_found_in_every_language_and_by_id() {
        let first = place("A-CLI-01").unwrap();
        for typed in
            ["统一保管", "統一保管", "khdatybg", "tongyibaoguan", "custody", "A-CLI-01", "S01"]
        {
            let needle = Needle::of(Some(typed)).unwrap();
            assert!(holds(first, &needle), "{typed}");
        }
        let needle = Needle::of(Some("A-CLI-02")).unwrap();
        assert!(!holds(first, &needle));
        assert!(!holds(usize::MAX, &needle));
    }
}
