//! What a user typed, as a full-text query for either database.

use super::document::{in_code, undashed};
use super::tokens::{fold, pairs, split};

const MAX_CHARS: usize = 256;
const MAX_WORDS: usize = 16;

/// The user's words; every one of them must occur.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchQuery {
    pub words: Vec<Word>,
}

/// One word: any of its spellings will do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    pub spellings: Vec<Phrase>,
}

/// Tokens that must follow each other; the last may be the beginning of a longer one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    pub tokens: Vec<String>,
    pub prefix: bool,
}

/// Reads a search box. `None` when nothing in the text can be searched for (punctuation only);
/// what that means, no filter or no result, is the caller's to say.
///
/// Words are parted by white space. Hanzi match as a phrase, ASCII at the end of a word by prefix.
/// Past 256 characters or 16 words the rest is ignored.
pub fn query(text: &str) -> Option<SearchQuery> {
    let short: String = text.chars().take(MAX_CHARS).collect();
    let folded = fold(&short);
    let words: Vec<Word> = folded.split(' ').filter_map(word).take(MAX_WORDS).collect();
    (!words.is_empty()).then_some(SearchQuery { words })
}

fn word(text: &str) -> Option<Word> {
    let tokens = split(text);
    let prefix = tokens.last()?.is_ascii() && text.ends_with(char_of_run_or_mark);
    let mut spellings = vec![Phrase { tokens, prefix }];
    if text.chars().all(in_code)
        && let Some(joined) = undashed(text)
    {
        spellings.push(Phrase { tokens: split(&joined), prefix: true });
    }
    Some(Word { spellings })
}

/// `u0436` is ASCII as a token and yet a whole letter: only a typed ASCII run goes by prefix.
fn char_of_run_or_mark(c: char) -> bool {
    c.is_ascii_alphanumeric() || !c.is_alphanumeric()
}

impl SearchQuery {
    /// The right-hand side of FTS5's `MATCH`, to be bound as a parameter. Tokens are quoted and
    /// hold only letters and digits, so no operator can come from the user.
    pub fn to_fts5(&self) -> String {
        self.render(" AND ", " OR ", |phrase| {
            let star = if phrase.prefix { "*" } else { "" };
            format!("\"{}\"{star}", phrase.tokens.join(" "))
        })
    }

    /// The text for PostgreSQL's `to_tsquery('simple', $1)`, to be bound as a parameter; over documents
    /// [`with_pairs`](super::with_pairs).
    pub fn to_tsquery(&self) -> String {
        self.render(" & ", " | ", |phrase| {
            let pairs = pairs(&phrase.tokens);
            // Nothing but Hanzi: the pairs say it all, and two of them need no look at the record.
            if !pairs.is_empty() && pairs.len().saturating_add(1) == phrase.tokens.len() {
                return format!("({})", following(&pairs));
            }
            let star = if phrase.prefix { ":*" } else { "" };
            let whole = format!("({}{star})", following(&phrase.tokens));
            let narrowed = pairs.iter().map(|pair| format!("'{pair}' & "));
            narrowed.chain([whole]).collect()
        })
    }

    fn render(&self, and: &str, or: &str, phrase: impl Fn(&Phrase) -> String) -> String {
        let word = |word: &Word| {
            let spellings: Vec<String> = word.spellings.iter().map(&phrase).collect();
            if spellings.len() > 1 {
                format!("({})", spellings.join(or))
            } else {
                spellings.concat()
            }
        };
        self.words.iter().map(word).collect::<Vec<_>>().join(and)
    }
}

fn following(tokens: &[String]) -> String {
    tokens.iter().map(|token| format!("'{token}'")).collect::<Vec<_>>().join(" <-> ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn both(text: &str) -> (String, String) {
        let found = query(text).unwrap();
        (found.to_fts5(), found.to_tsquery())
    }

    #[test]
    fn words_become_phrases_joined_by_and() {
        let (fts5, tsquery) = both("張三　M3X");
        assert_eq!(fts5, "\"张 三\" AND \"m3x\"*");
        assert_eq!(tsquery, "('张三') & ('m3x':*)");
    }

    #[test]
    fn hanzi_are_looked_for_in_pairs() {
        assert_eq!(both("贸").1, "('贸')");
        assert_eq!(both("贸易有限").1, "('贸易' <-> '易有' <-> '有限')");
        assert_eq!(both("螺丝M12").1, "'螺丝' & ('螺' <-> '丝' <-> 'm12':*)");
        assert_eq!(both("M12丝").1, "('m12' <-> '丝')");
    }

    #[test]
    fn numbers_are_looked_for_with_and_without_dashes() {
        let (fts5, tsquery) = both("KH-20261122-0001");
        assert_eq!(fts5, "(\"kh 20261122 0001\"* OR \"kh202611220001\"*)");
        assert_eq!(tsquery, "(('kh' <-> '20261122' <-> '0001':*) | ('kh202611220001':*))");
    }

    #[test]
    fn operators_and_quotes_are_only_punctuation() {
        assert_eq!(
            both("\"a\" OR b* NEAR(c) -d ' & !x:*").0,
            "\"a\"* AND \"or\"* AND \"b\"* AND \"near c\"* AND \"d\"* AND \"x\"*"
        );
        assert_eq!(query("' \" ; -- （）"), None);
        assert_eq!(query(""), None);
    }

    #[test]
    fn a_letter_by_code_point_is_not_a_prefix() {
        assert_eq!(both("ж").0, "\"u0436\"");
    }

    proptest! {
        #[test]
        fn no_text_escapes_its_quotes(text in "\\PC{0,80}") {
            if let Some(found) = query(&text) {
                for token in found.words.iter().flat_map(|w| &w.spellings).flat_map(|p| &p.tokens) {
                    prop_assert!(!token.is_empty() && token.chars().all(char::is_alphanumeric));
                }
            }
        }
    }
}
