//! One spelling for texts that mean the same.

use super::hanzi::simplified;
use unicode_normalization::UnicodeNormalization;

/// Folds a text for comparison: NFKC (full width becomes half width), lower case, traditional
/// characters to simplified, runs of white space to one space, none at the ends.
///
/// Idempotent. Punctuation stays.
pub fn normalise(text: &str) -> String {
    let lower: String = text.nfkc().flat_map(char::to_lowercase).collect();
    let folded: String = lower.nfkc().map(simplified).collect();
    let mut result = String::with_capacity(folded.len());
    for word in folded.split_whitespace() {
        if !result.is_empty() {
            result.push(' ');
        }
        result.push_str(word);
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

    proptest! {
        #[test]
        fn normalising_twice_changes_nothing(text in "\\PC{0,40}") {
            let once = normalise(&text);
            prop_assert_eq!(normalise(&once), once);
        }
    }
}
