//! Splitting text into search tokens. Documents and queries both come through here: a difference
//! between the two would be a record that cannot be found.

use super::normalise::normalise;
use unicode_normalization::UnicodeNormalization;

/// Stands between fields so that a phrase cannot cross from one into the next. No text yields this
/// token (see [`direct`]) and it is no ASCII word, so no prefix reaches it.
pub const FILLER: &str = "\u{3400}";

/// PostgreSQL drops lexemes above 2 kB; longer runs are cut, in queries at the same places.
const MAX_RUN: usize = 64;

/// The search tokens of a text, joined by single spaces.
///
/// Each Hanzi is one token, each run of ASCII letters and digits one token (lower case, accents
/// dropped), any other letter one token by its code point (`u0436`). All else separates. The same
/// words come out of SQLite's `unicode61` and PostgreSQL's `simple` unchanged.
pub fn tokens(text: &str) -> String {
    split(text).join(" ")
}

/// A document with the pairs of its Hanzi behind it, each run of them in order.
#[must_use]
pub fn with_pairs(document: String) -> String {
    let tokens: Vec<&str> = document.split(' ').collect();
    let mut more = String::new();
    for run in tokens.chunk_by(|one, next| is_one_hanzi(one) && is_one_hanzi(next)) {
        let pairs = pairs(run);
        if pairs.is_empty() {
            continue;
        }
        for token in [FILLER].into_iter().chain(pairs.iter().map(String::as_str)) {
            more.push(' ');
            more.push_str(token);
        }
    }
    document + &more
}

/// Every two Hanzi that follow each other, as one token each.
pub(super) fn pairs<T: AsRef<str>>(tokens: &[T]) -> Vec<String> {
    let two = |two: &[T]| match two {
        [one, next] if is_one_hanzi(one.as_ref()) && is_one_hanzi(next.as_ref()) => {
            Some(format!("{}{}", one.as_ref(), next.as_ref()))
        }
        _ => None,
    };
    tokens.windows(2).filter_map(two).collect()
}

/// A token of one character that is not ASCII; what stands between fields is none.
fn is_one_hanzi(token: &str) -> bool {
    let mut chars = token.chars();
    token != FILLER && chars.next().is_some_and(|c| !c.is_ascii()) && chars.next().is_none()
}

pub(super) fn split(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut run = String::new();
    for c in fold(text).chars() {
        if c.is_ascii_alphanumeric() {
            if run.len() == MAX_RUN {
                end_run(&mut found, &mut run);
            }
            run.push(c);
            continue;
        }
        end_run(&mut found, &mut run);
        if direct(c) {
            found.push(c.to_string());
        } else if c.is_alphanumeric() {
            found.push(format!("u{:04x}", u32::from(c)));
        }
    }
    end_run(&mut found, &mut run);
    found
}

/// PostgreSQL's parser takes `12e5` at the beginning of `12e5ab` for a number and breaks the word
/// there; so do we, for both databases to agree.
fn end_run(found: &mut Vec<String>, run: &mut String) {
    let run = std::mem::take(run);
    let after_digits = run.trim_start_matches(|c: char| c.is_ascii_digit());
    let exponent = after_digits.strip_prefix('e').filter(|_| after_digits.len() < run.len());
    let rest =
        exponent.map(|digits| (digits, digits.trim_start_matches(|c: char| c.is_ascii_digit())));
    match rest {
        Some((digits, rest)) if !rest.is_empty() && rest.len() < digits.len() => {
            found.extend(run.strip_suffix(rest).map(str::to_owned));
            found.push(rest.to_owned());
        }
        _ if run.is_empty() => {}
        _ => found.push(run),
    }
}

/// Normalised text without the accents of Latin and Greek letters (é finds e).
pub(super) fn fold(text: &str) -> String {
    let folded = normalise(text);
    if folded.chars().all(without_accent) {
        return folded;
    }
    let plain: String = folded.nfkd().filter(|c| !accent(*c)).nfc().collect();
    normalise(&plain)
}

/// Has none and is none: nothing to take off.
const fn without_accent(c: char) -> bool {
    matches!(c, '\0'..='\x7f' | '\u{3001}' | '\u{3002}' | '\u{3008}'..='\u{3011}' | '\u{4e00}'..='\u{9fff}')
}

fn accent(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// Hanzi that both tokenizers know for letters: SQLite's table is Unicode 6.1, later characters
/// would vanish there. The filler's character is left out so that no text can produce it.
fn direct(c: char) -> bool {
    matches!(c, '\u{3401}'..='\u{4db5}' | '\u{4e00}'..='\u{9fcc}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_document_gets_the_pairs_of_each_run_behind_it() {
        let document = format!("张 三 贸 zhang u0436 {FILLER} 上 海 m12 川");
        let expected = format!("{document} {FILLER} 张三 三贸 {FILLER} 上海");
        assert_eq!(with_pairs(document), expected);
        assert_eq!(with_pairs(String::new()), "");
        assert_eq!(with_pairs("张 m3".to_owned()), "张 m3");
    }

    #[test]
    fn hanzi_stand_alone_and_ascii_runs_together() {
        assert_eq!(
            tokens("張三Ｍ3x12螺丝（KH-20261122-0001）"),
            "张 三 m3x12 螺 丝 kh 20261122 0001"
        );
        assert_eq!(tokens("Café 𠮷野 Ж"), "cafe u20bb7 野 u0436");
        assert_eq!(tokens("12e5ab 12e5 9131e 1e2e3"), "12e5 ab 12e5 9131e 1e2 e3");
        assert_eq!(tokens("，。!? \n"), "");
    }

    #[test]
    fn the_filler_cannot_be_written() {
        assert_eq!(tokens(FILLER), "u3400");
    }

    #[test]
    fn long_runs_are_cut() {
        let run = "a".repeat(150);
        assert_eq!(split(&run).iter().map(String::len).collect::<Vec<_>>(), [64, 64, 22]);
    }

    #[test]
    fn what_has_no_accent_loses_nothing() {
        for c in ('\0'..='\u{ffff}').filter(|c| without_accent(*c)) {
            let text = normalise(&format!("a{c}一"));
            let plain: String = text.nfkd().filter(|c| !accent(*c)).nfc().collect();
            assert_eq!(normalise(&plain), text, "{c:?}");
        }
    }

    proptest! {
        #[test]
        fn tokens_are_safe_words(text in "\\PC{0,60}") {
            for token in split(&text) {
                prop_assert!(token.chars().all(|c| c.is_ascii_alphanumeric() || direct(c)), "{}", token);
                prop_assert!(token.len() <= MAX_RUN);
            }
        }

        #[test]
        fn tokens_of_tokens_are_the_same(text in "\\PC{0,60}") {
            let once = tokens(&text);
            prop_assert_eq!(tokens(&once), once);
        }
    }
}
