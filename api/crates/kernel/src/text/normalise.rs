//! One spelling for texts that mean the same.

use super::hanzi::simplified;
use unicode_normalization::UnicodeNormalization;

/// Folds a text for comparison: NFKC (full width becomes half width), lower case, traditional
/// characters to simplified, runs of white space to one space, none at the ends.
///
/// Idempotent. Punctuation stays.
pub fn normalise(text: &str) -> String {
    if text.chars().all(|c| everyday(c).is_some()) {
        return spaced(text.chars().filter_map(everyday));
    }
    let lower: String = text.nfkc().flat_map(char::to_lowercase).collect();
    spaced(lower.nfkc().map(simplified))
}

/// The fold of a character that means the same whatever stands beside it: ASCII, its full width, the
/// Hanzi and punctuation of everyday texts. Nearly every text has no other, and then the tables of
/// Unicode need not be asked, which cost a third of what indexing a record takes.
fn everyday(c: char) -> Option<char> {
    match c {
        '\0'..='\x7f' => Some(c.to_ascii_lowercase()),
        '\u{4e00}'..='\u{9fff}' => Some(simplified(c)),
        '\u{3000}' => Some(' '),
        '\u{3001}' | '\u{3002}' | '\u{3008}'..='\u{3011}' => Some(c),
        '\u{ff01}'..='\u{ff5e}' => {
            let narrow = u32::from(c).checked_sub(0xfee0).and_then(char::from_u32)?;
            Some(narrow.to_ascii_lowercase())
        }
        _ => None,
    }
}

/// Runs of white space to one space, none at the ends.
fn spaced(chars: impl Iterator<Item = char>) -> String {
    let mut result = String::with_capacity(chars.size_hint().0);
    let mut space = false;
    for c in chars {
        if c.is_whitespace() {
            space = !result.is_empty();
            continue;
        }
        if space {
            result.push(' ');
            space = false;
        }
        result.push(c);
    }
    result
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn widths_case_spaces_and_scripts_fold() {
        assert_eq!(normalise("　ＫＨ－２０２６（中國）　\n 貿易 "), "kh-2026(中国) 贸易");
        assert_eq!(normalise("ﾃｽﾄ ㈱ ①"), "テスト (株) 1");
        assert_eq!(normalise("   "), "");
    }

    /// By the tables of Unicode alone.
    fn slowly(text: &str) -> String {
        let lower: String = text.nfkc().flat_map(char::to_lowercase).collect();
        let folded: String = lower.nfkc().map(simplified).collect();
        folded.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn every_everyday_character_folds_as_the_tables_say() {
        let everyday: Vec<char> = ('\0'..='\u{ffff}').filter(|c| everyday(*c).is_some()).collect();
        assert!(everyday.len() > 21_000, "{}", everyday.len());
        for c in everyday {
            let text = format!("a{c}一");
            assert_eq!(normalise(&text), slowly(&text), "{c:?}");
        }
    }

    proptest! {
        #[test]
        fn everyday_texts_fold_as_the_tables_say(
            text in "[ -~\t\n\u{3000}-\u{3002}\u{3008}-\u{3011}\u{ff01}-\u{ff5e}一-\u{9fff}]{0,40}") {
            prop_assert_eq!(normalise(&text), slowly(&text));
        }

        #[test]
        fn normalising_twice_changes_nothing(text in "\\PC{0,40}") {
            let once = normalise(&text);
            prop_assert_eq!(normalise(&once), once);
        }
    }
}
