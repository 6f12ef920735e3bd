//! The search document of a record: one string of tokens, the same for both databases.

use super::reading::{Reading, every, runs};
use super::tokens::{FILLER, fold, split, tokens};

/// PostgreSQL keeps word positions up to 16 383; documents stop well before, at a whole token.
pub const MAX_DOCUMENT_CHARS: usize = 8_000;
const MAX_CODE_CHARS: usize = 2_000;
/// Readings tried for one joined name: enough for three characters with two readings each.
const MAX_COMBINATIONS: usize = 8;
/// A name can be found by pinyin from any of its first characters, for so many syllables.
const WINDOW: usize = 6;
const MAX_STARTS: usize = 12;
const WHOLE_NAME: usize = 24;

/// Builds the document to index.
///
/// `names` are found by their characters, by pinyin (`zhang san`, `zhangsan`) and by initials
/// (`zsmy`); `fields` by their characters and words; numbers in both also without their dashes and
/// by the digits inside (`HT20261122` by `20261122`). Fields are kept apart by [`FILLER`]. Names
/// come first: what the cut at [`MAX_DOCUMENT_CHARS`] loses is the end of the longest texts.
pub fn document(names: &[&str], fields: &[&str]) -> String {
    let mut builder = Builder::default();
    for name in names {
        builder.section(&split(name));
    }
    for name in names {
        builder.section(&spoken(name));
    }
    builder.section(&codes(names.iter().chain(fields)));
    for field in fields {
        builder.section(&split(field));
    }
    builder.text
}

#[derive(Default)]
struct Builder {
    text: String,
    chars: usize,
    full: bool,
}

impl Builder {
    fn section(&mut self, tokens: &[String]) {
        if tokens.is_empty() {
            return;
        }
        if !self.text.is_empty() {
            self.push(FILLER);
        }
        for token in tokens {
            self.push(token);
        }
    }

    fn push(&mut self, token: &str) {
        let needed = token.chars().count().saturating_add(1);
        self.full |= self.chars.saturating_add(needed) > MAX_DOCUMENT_CHARS;
        if self.full {
            return;
        }
        if !self.text.is_empty() {
            self.text.push(' ');
        }
        self.text.push_str(token);
        self.chars = self.chars.saturating_add(needed);
    }
}

/// Pinyin tokens of a name, long ones as the several tokens they are split into: every syllable, then joined syllables and initials from each start.
fn spoken(name: &str) -> Vec<String> {
    let mut found = Vec::new();
    for run in runs(&super::normalise(name)) {
        for reading in &run {
            let readings = reading.plain.iter().cloned().chain(every(reading.hanzi));
            readings.for_each(|syllable| push_new(&mut found, syllable));
        }
        let mut rest = run.as_slice();
        for start in 0..MAX_STARTS {
            let reach = if start == 0 { WHOLE_NAME } else { WINDOW };
            joined(rest, reach).into_iter().for_each(|token| push_new(&mut found, token));
            let Some((_, tail)) = rest.split_first() else { break };
            rest = tail;
        }
    }
    found
}

fn push_new(found: &mut Vec<String>, token: String) {
    if !token.is_empty() && !found.contains(&token) {
        found.push(token);
    }
}

/// `zhangsanmaoyi` and `zsmy` for the likeliest readings, fewest unusual ones first.
fn joined(run: &[Reading], reach: usize) -> Vec<String> {
    let mut ways = vec![(0_usize, String::new(), String::new())];
    for reading in run.iter().take(reach) {
        let mut longer = Vec::new();
        for (unusual, whole, initials) in &ways {
            for (place, syllable) in reading.plain.iter().enumerate() {
                let initial = syllable.chars().take(1).collect::<String>();
                longer.push((
                    unusual.saturating_add(usize::from(place > 0)),
                    format!("{whole}{syllable}"),
                    format!("{initials}{initial}"),
                ));
            }
        }
        longer.sort_by_key(|(unusual, _, _)| *unusual);
        longer.truncate(MAX_COMBINATIONS);
        ways = longer;
    }
    ways.into_iter()
        .flat_map(|(_, whole, initials)| [whole, initials])
        .map(|t| tokens(&t))
        .collect()
}

/// Further spellings of the numbers in a text: without dashes, and the digits within letters.
fn codes<'a>(texts: impl Iterator<Item = &'a &'a str>) -> Vec<String> {
    let mut found = Vec::new();
    let mut chars = 0_usize;
    for text in texts {
        for code in fold(text).split(|c| !in_code(c)).flat_map(variants) {
            chars = chars.saturating_add(code.len());
            if chars > MAX_CODE_CHARS {
                return found;
            }
            push_new(&mut found, code);
        }
    }
    found
}

pub(super) fn in_code(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '/' | '.')
}

fn variants(code: &str) -> Vec<String> {
    let mut found: Vec<String> = undashed(code).map(|code| tokens(&code)).into_iter().collect();
    for run in code.split(|c: char| !c.is_ascii_alphanumeric()) {
        let inner = run.trim_start_matches(|c: char| c.is_ascii_digit());
        let digits = inner.split(|c: char| !c.is_ascii_digit()).filter(|d| d.len() >= 3);
        found.extend(digits.map(tokens));
    }
    found
}

/// `kh-2026-0001` as `kh20260001`; none when there is no dash or no digit, or it would be cut.
pub(super) fn undashed(code: &str) -> Option<String> {
    let joined: String = code.chars().filter(char::is_ascii_alphanumeric).collect();
    let trimmed = code.trim_matches(|c: char| !c.is_ascii_alphanumeric());
    let dashed = joined.len() < trimmed.len();
    (dashed && joined.len() <= 40 && joined.contains(|c: char| c.is_ascii_digit()))
        .then_some(joined)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_carry_syllables_joined_pinyin_and_initials() {
        let text = document(&["张三贸易"], &["上海"]);
        let expected = format!(
            "张 三 贸 易 {FILLER} zhang san mao yi zhangsanmaoyi zsmy sanmaoyi smy maoyi my y {FILLER} 上 海"
        );
        assert_eq!(text, expected);
    }

    #[test]
    fn several_readings_are_bounded() {
        let text = document(&["长乐单曾解查"], &[]);
        for token in ["changle", "zhangle", "changyue"] {
            assert!(text.split(' ').any(|t| t.starts_with(token)), "{token} in {text}");
        }
        assert!(joined(&runs("长乐单曾解查").remove(0), 6).len() <= 2 * MAX_COMBINATIONS);
    }

    #[test]
    fn codes_are_found_without_dashes_and_by_digits() {
        let text = document(&[], &["KH-20261122-0001", "HT20261122"]);
        let words: Vec<&str> = text.split(' ').collect();
        assert!(words.contains(&"kh202611220001"));
        assert!(words.contains(&"20261122"));
        assert_eq!(undashed("zhang.san"), None);
    }

    #[test]
    fn documents_are_cut_at_a_whole_token_and_keep_names() {
        let long = "螺丝M12 ".repeat(5_000);
        let text = document(&["张三"], &[&long]);
        assert!(text.chars().count() <= MAX_DOCUMENT_CHARS);
        assert!(text.starts_with("张 三 "));
        assert!(["螺", "丝", "m12"].contains(&text.split(' ').next_back().unwrap()));
    }

    #[test]
    fn nothing_gives_nothing() {
        assert_eq!(document(&[""], &["", "，"]), "");
    }
}
