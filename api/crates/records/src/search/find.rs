//! Use case: find records of any kind by what somebody typed.
use super::dto::{Hit, SearchFilter};
use crate::Wiring;
use futures_util::future::try_join_all;
use kernel::access::Actor;
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::http::reply::{Items, Reply};

const USUAL: u64 = 20;
const MOST: u64 = 50;

pub async fn find(
    app: &App,
    wiring: &Wiring,
    actor: &Actor,
    filter: &SearchFilter,
) -> ApiResult<Reply<Items<Hit>>> {
    let limit = filter.limit.unwrap_or(USUAL).clamp(1, MOST);
    let q = filter.q.trim();
    if q.is_empty() {
        return Ok(Reply::ok(Items { items: vec![] }));
    }
    let asked = wiring
        .search
        .iter()
        .filter(|area| area.permission().is_none_or(|permission| actor.holds(permission)))
        .map(|area| area.search(app, actor, q, limit));
    let found = try_join_all(asked).await?;
    Ok(Reply::ok(Items { items: ranked(q, found, limit) }))
}

/// What bears the very number or name comes first; then the best of each kind, the second best of
/// each, and so on, so that no kind crowds out the others.
fn ranked(q: &str, found: Vec<Vec<Hit>>, limit: u64) -> Vec<Hit> {
    let exact = |hit: &Hit| {
        let number = hit.number.as_deref().is_some_and(|number| number.eq_ignore_ascii_case(q));
        number || hit.title == q
    };
    let mut placed: Vec<(bool, usize, Hit)> = found
        .into_iter()
        .flat_map(|hits| hits.into_iter().enumerate())
        .map(|(place, hit)| (!exact(&hit), place, hit))
        .collect();
    // Stable: at equal rank the kinds stay in their order.
    placed.sort_by_key(|(other, place, _)| (*other, *place));
    let most = usize::try_from(limit).unwrap_or(usize::MAX);
    placed.into_iter().map(|(_, _, hit)| hit).take(most).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hit(kind: &'static str, number: &str, title: &str) -> Hit {
        Hit {
            r#type: kind,
            id: number.to_owned(),
            number: Some(number.to_owned()),
            title: title.to_owned(),
            subtitle: None,
        }
    }

    fn titles(hits: &[Hit]) -> Vec<&str> {
        hits.iter().map(|hit| hit.title.as_str()).collect()
    }

    #[test]
    fn kinds_take_turns() {
        let clients =
            vec![hit("client", "1", "甲"), hit("client", "2", "乙"), hit("client", "3", "丙")];
        let people = vec![hit("person", "4", "丁")];
        let found = ranked("x", vec![clients, people], 3);
        assert_eq!(titles(&found), ["甲", "丁", "乙"]);
    }

    #[test]
    fn the_very_number_or_name_comes_first() {
        let clients = vec![hit("client", "KH-1", "甲"), hit("client", "KH-2", "王芳")];
        let rules = vec![hit("rule", "A-CLI-01", "档案"), hit("rule", "A-CLI-16", "职责")];
        let found = ranked("a-cli-16", vec![clients.clone(), rules.clone()], 9);
        assert_eq!(titles(&found), ["职责", "甲", "档案", "王芳"]);
        assert_eq!(titles(&ranked("王芳", vec![clients, rules], 1)), ["王芳"]);
    }
}
