use super::book;
use super::dto::{HandbookOutline, RuleCount, RuleGroup, RuleSystem};
use kernel::http::reply::Reply;
use kernel::lang::Lang;

/// What the filters of the rule list can be, and how far the product has come.
pub fn outline(lang: Lang) -> Reply<HandbookOutline> {
    let documents = book::documents().iter();
    let modules = book::modules().iter();
    Reply::ok(HandbookOutline {
        documents: documents
            .map(|document| RuleGroup::of(document, lang, |rule| rule.document == document.id))
            .collect(),
        modules: modules
            .map(|module| RuleGroup::of(module, lang, |rule| rule.module() == module.id))
            .collect(),
        systems: book::systems().iter().map(|system| RuleSystem::of(system, lang)).collect(),
        count: RuleCount::of(|_| true),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_grouping_counts_every_rule_once() {
        let outline = outline(Lang::En).body;
        let sum = |counts: Vec<RuleCount>| counts.iter().map(|count| count.rules).sum::<usize>();
        assert_eq!(outline.count.rules, 1064);
        assert_eq!(sum(outline.documents.iter().map(|group| group.count).collect()), 1064);
        assert_eq!(sum(outline.modules.iter().map(|group| group.count).collect()), 1064);
        assert_eq!(sum(outline.systems.iter().map(|group| group.count).collect()), 1064);
    }
}
