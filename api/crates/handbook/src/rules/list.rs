use super::book::{self, Rule};
use super::dto::{RuleAnswer, RuleFilter, RuleState};
use super::finding;
use crate::Handbook;
use crate::haystack::Needle;
use kernel::access::Actor;
use kernel::code;
use kernel::error::ApiResult;
use kernel::http::paging::{Page, Paging};
use kernel::http::reply::Reply;

/// In the handbook's own order; the place to continue from is the last rule's id, which a release
/// that inserts a rule does not move.
pub async fn list(
    handbook: &Handbook,
    actor: &Actor,
    filter: &RuleFilter,
    paging: &Paging,
) -> ApiResult<Reply<Page<RuleAnswer>>> {
    let start = match paging.after::<String>()? {
        Some(last) => book::place(&last).ok_or(code::CURSOR_INVALID)? + 1,
        None => 0,
    };
    if filter.q.is_some() {
        finding::prepare().await?;
    }
    let matching = matching(filter);
    let total = paging.wants_total().then(|| u64::try_from(matching.len()).unwrap_or(u64::MAX));
    let most = usize::try_from(paging.rows()).unwrap_or(usize::MAX);
    let rest = matching.into_iter().filter(|(place, _)| *place >= start);
    let rows = rest.map(|(_, rule)| rule).take(most).collect();
    let show = |rule| RuleAnswer::of(rule, handbook.catalogue(), actor.request.lang);
    paging.page(rows, total, |rule: &&'static Rule| rule.id, show).map(Reply::ok)
}

fn matching(filter: &RuleFilter) -> Vec<(usize, &'static Rule)> {
    let needle = Needle::of(filter.q.as_deref());
    let found = |place| needle.as_ref().is_none_or(|needle| finding::holds(place, needle));
    let rules = book::all().iter().enumerate();
    rules.filter(|(place, rule)| fits(rule, filter) && found(*place)).collect()
}

fn fits(rule: &Rule, filter: &RuleFilter) -> bool {
    let named = |wanted: &[String], is: &str| wanted.is_empty() || wanted.iter().any(|w| w == is);
    let kind = || filter.kind.is_empty() || rule.kinds.iter().any(|k| filter.kind.contains(k));
    let state = || filter.state.is_empty() || filter.state.contains(&RuleState::of(rule));
    named(&filter.module, rule.module())
        && named(&filter.system, rule.system)
        && named(&filter.document, rule.document)
        && kind()
        && state()
}

#[cfg(test)]
mod tests {
    use super::super::RuleKind;
    use super::*;

    fn ids(filter: &RuleFilter) -> Vec<&'static str> {
        matching(filter).into_iter().map(|(_, rule)| rule.id).collect()
    }

    #[test]
    fn without_a_filter_all_rules_come_in_the_handbooks_order() {
        let ids = ids(&RuleFilter::default());
        assert_eq!((ids.len(), ids[0], ids[30]), (1064, "A-CLI-01", "A-CIR-01"));
    }

    #[test]
    fn filters_narrow_together_and_repeats_widen() {
        let clients = RuleFilter { module: vec!["clients".to_owned()], ..RuleFilter::default() };
        assert_eq!(ids(&clients).len(), 73);
        let kind = vec![RuleKind::Remind, RuleKind::Measure];
        let narrowed = RuleFilter { kind, system: vec!["A-CLI".to_owned()], ..clients };
        assert!(ids(&narrowed).iter().all(|id| id.starts_with("A-CLI")));
        assert!(ids(&narrowed).contains(&"A-CLI-08"));
        let document = RuleFilter { document: vec!["999".to_owned()], ..RuleFilter::default() };
        assert!(ids(&document).is_empty());
    }

    #[test]
    fn states_part_the_handbook_in_two() {
        let of = |state| ids(&RuleFilter { state: vec![state], ..RuleFilter::default() }).len();
        assert_eq!(of(RuleState::Live) + of(RuleState::Planned), 1064);
    }

    #[test]
    fn words_and_filters_work_together() {
        let filter = RuleFilter {
            q: Some("daochu".to_owned()),
            module: vec!["inventory".to_owned()],
            ..RuleFilter::default()
        };
        let found = ids(&filter);
        assert!(!found.is_empty());
        assert!(found.iter().all(|id| book::find(id).unwrap().module() == "inventory"));
        let nothing = RuleFilter { q: Some("，。".to_owned()), ..RuleFilter::default() };
        assert!(ids(&nothing).is_empty());
    }
}
