use kernel::lang::{Lang, Text};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::sync::LazyLock;

/// Written by `scripts/handbook-data.py`. It holds no JSON escape, so every text is borrowed from
/// the binary and takes no memory of its own.
const DATA: &str = include_str!("../../data/rules.json");

static BOOK: LazyLock<Book> = LazyLock::new(|| Book::index(read().unwrap_or_default()));

/// What the product does about a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum RuleKind {
    Enforce,
    Approve,
    Record,
    Remind,
    Measure,
    Report,
    Configure,
    Track,
}

/// A rule of the handbook.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// `A-CLI-16`: stable, cited by refusals.
    pub id: &'static str,
    /// The source document, `000` to `004`.
    pub document: &'static str,
    pub system: &'static str,
    pub kinds: Vec<RuleKind>,
    /// Where it stands in the source.
    pub source: &'static str,
    #[serde(with = "Wording")]
    pub title: Text,
    #[serde(with = "Wording")]
    pub text: Text,
}

/// A group of rules about one subject.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct System {
    pub id: &'static str,
    pub module: &'static str,
    #[serde(with = "Wording")]
    pub name: Text,
}

/// A source document or a module.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Named {
    pub id: &'static str,
    #[serde(with = "Wording")]
    pub name: Text,
}

#[derive(Deserialize)]
#[serde(remote = "Text", deny_unknown_fields)]
struct Wording {
    zh: &'static str,
    tw: &'static str,
    en: &'static str,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
struct File {
    documents: Vec<Named>,
    modules: Vec<Named>,
    systems: Vec<System>,
    rules: Vec<Rule>,
}

struct Book {
    file: File,
    rules: HashMap<&'static str, usize>,
    systems: HashMap<&'static str, usize>,
}

/// A damaged file would be a damaged binary; the tests read it, so a release cannot carry one.
fn read() -> Result<File, serde_json::Error> {
    serde_json::from_str(DATA)
}

impl Book {
    fn index(file: File) -> Self {
        let rules = file.rules.iter().enumerate().map(|(place, rule)| (rule.id, place)).collect();
        let systems = file.systems.iter().enumerate().map(|(place, s)| (s.id, place)).collect();
        Self { file, rules, systems }
    }
}

/// Every rule, in the order of the handbook.
#[must_use]
pub fn all() -> &'static [Rule] {
    &BOOK.file.rules
}

pub fn documents() -> &'static [Named] {
    &BOOK.file.documents
}

#[must_use]
pub fn modules() -> &'static [Named] {
    &BOOK.file.modules
}

pub fn systems() -> &'static [System] {
    &BOOK.file.systems
}

/// The place of a rule in the handbook's order.
pub fn place(id: &str) -> Option<usize> {
    BOOK.rules.get(id).copied()
}

#[must_use]
pub fn find(id: &str) -> Option<&'static Rule> {
    place(id).and_then(|place| all().get(place))
}

/// The title of a rule, for refusals; see [`kernel::clauses::register`].
#[must_use]
pub fn clause_title(id: &str, lang: Lang) -> Option<&'static str> {
    find(id).map(|rule| rule.title.in_lang(lang))
}

impl Rule {
    /// The system that the rule belongs to.
    #[must_use]
    pub fn of_system(&self) -> Option<&'static System> {
        BOOK.systems.get(self.system).and_then(|place| systems().get(*place))
    }

    /// The module that keeps the rule.
    #[must_use]
    pub fn module(&self) -> &'static str {
        self.of_system().map_or("", |system| system.module)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn the_whole_handbook_is_there_in_three_languages() {
        let file = read().unwrap();
        assert_eq!((file.rules.len(), file.systems.len(), file.documents.len()), (1064, 85, 5));
        for text in file.rules.iter().flat_map(|rule| [rule.title, rule.text]) {
            assert!([text.zh, text.tw, text.en].iter().all(|words| !words.trim().is_empty()));
        }
        assert!(file.rules.iter().all(|rule| !rule.kinds.is_empty() && !rule.source.is_empty()));
    }

    #[test]
    fn ids_are_unique_and_everything_referred_to_exists() {
        let ids: BTreeSet<_> = all().iter().map(|rule| rule.id).collect();
        assert_eq!(ids.len(), all().len());
        for rule in all() {
            assert!(rule.id.starts_with(rule.system), "{}", rule.id);
            assert!(modules().iter().any(|module| module.id == rule.module()), "{}", rule.id);
            assert!(documents().iter().any(|doc| doc.id == rule.document), "{}", rule.id);
        }
    }

    #[test]
    fn the_data_are_those_of_the_source() {
        let source: serde_json::Value =
            serde_json::from_str(include_str!("../../data/source/handbook.json")).unwrap();
        let rules = source["rules"].as_array().unwrap();
        assert_eq!(rules.len(), all().len(), "run scripts/handbook-data.py");
        for (written, rule) in rules.iter().zip(all()) {
            assert_eq!(written["id"], rule.id, "run scripts/handbook-data.py");
            assert_eq!(written["source"], rule.source);
            for (part, text) in [("title", rule.title), ("text", rule.text)] {
                assert_eq!(
                    (&written[part]["zh"], &written[part]["en"]),
                    (&text.zh.into(), &text.en.into())
                );
            }
        }
    }

    #[test]
    fn rules_that_a_text_refers_to_exist() {
        let id = |word: &'static str| {
            let word = word.trim_matches(|c: char| !c.is_ascii_alphanumeric());
            let digits =
                word.rsplit('-').next().is_some_and(|d| d.len() == 2 && d.parse::<u8>().is_ok());
            (digits && (word.starts_with("A-") || word.starts_with("B-"))).then_some(word)
        };
        let texts = all().iter().map(|rule| (rule.id, rule.text.en));
        for (rule, text) in texts {
            for cited in text.split([' ', ',', ';', '(', ')']).filter_map(id) {
                assert!(find(cited).is_some(), "{rule} cites {cited}");
            }
        }
    }

    #[test]
    fn a_refusal_finds_the_title_in_the_callers_language() {
        assert_eq!(clause_title("A-CLI-01", Lang::ZhCn), Some("客户档案统一保管"));
        assert_eq!(clause_title("A-CLI-01", Lang::ZhTw), Some("客戶檔案統一保管"));
        assert_eq!(clause_title("A-CLI-01", Lang::En), Some("Unified custody of client archives"));
        assert_eq!(clause_title("NO-SUCH-RULE", Lang::En), None);
    }

    #[test]
    fn simplified_and_traditional_texts_say_the_same_numbers() {
        let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
        for rule in all() {
            assert_eq!(digits(rule.text.zh), digits(rule.text.tw), "{}", rule.id);
        }
    }
}
