//! Hanzi: what counts as one, and traditional to simplified.

use std::collections::HashMap;
use std::sync::LazyLock;

const TABLE: &str = include_str!("data/traditional.txt");

static SIMPLIFIED: LazyLock<HashMap<char, char>> = LazyLock::new(|| {
    let pairs = TABLE.lines().filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace);
    pairs.filter_map(pair).collect()
});

/// The same for the block in which nearly every character lies: one look instead of a hash for each
/// character of each text.
static COMMON: LazyLock<Vec<char>> = LazyLock::new(|| {
    (FIRST_COMMON..=LAST_COMMON).map(|c| SIMPLIFIED.get(&c).copied().unwrap_or(c)).collect()
});

const FIRST_COMMON: char = '\u{4e00}';
const LAST_COMMON: char = '\u{9fff}';

fn pair(entry: &str) -> Option<(char, char)> {
    let mut chars = entry.chars();
    Some((chars.next()?, chars.next()?))
}

/// Whether `c` is a Chinese character (unified ideograph of any plane, or 〇).
pub fn is_hanzi(c: char) -> bool {
    matches!(c,
        '\u{3007}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{323af}')
}

/// The simplified form of one character; itself where it has none.
pub(super) fn simplified(c: char) -> char {
    if c.is_ascii() {
        return c;
    }
    let place = u32::from(c).checked_sub(u32::from(FIRST_COMMON));
    let common = place.and_then(|place| COMMON.get(usize::try_from(place).ok()?));
    common.or_else(|| SIMPLIFIED.get(&c)).copied().unwrap_or(c)
}

/// Traditional characters replaced by simplified ones, character by character.
///
/// Meant for comparing and searching: a character with several simplified forms always takes the
/// commonest, so that the result does not depend on the words around it (乾隆 becomes 干隆).
pub fn to_simplified(text: &str) -> String {
    text.chars().map(simplified).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_whole_table_is_read() {
        assert!(SIMPLIFIED.len() > 3000, "{}", SIMPLIFIED.len());
        assert!(TABLE.contains("Apache License"));
    }

    #[test]
    fn traditional_becomes_simplified() {
        assert_eq!(to_simplified("張三貿易股份有限公司"), "张三贸易股份有限公司");
        assert_eq!(to_simplified("臺灣積體電路製造，瞭解裏面"), "台湾积体电路制造，了解里面");
        assert_eq!(to_simplified("北京 ABC 123"), "北京 ABC 123");
    }

    #[test]
    fn hanzi_are_told_from_the_rest() {
        assert!("张〇㐀𠮷".chars().all(is_hanzi));
        assert!(!"aあ，1（한".chars().any(is_hanzi));
    }

    proptest! {
        #[test]
        fn simplifying_twice_changes_nothing(text in "\\PC*|[\u{3400}-\u{9fff}]{0,40}") {
            let once = to_simplified(&text);
            prop_assert_eq!(to_simplified(&once), once);
        }
    }
}
