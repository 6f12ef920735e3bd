//! Chinese order as a stored column.

use super::normalise::normalise;
use super::reading::{runs, speakable};

const MAX_CHARS: usize = 64;

/// The key to store beside a name and to sort by, compared byte by byte (SQLite's default; a
/// PostgreSQL column needs `COLLATE "C"`).
///
/// Numbers come first and by their value (2 before 10), then Hanzi by pinyin, tone and character,
/// then Latin letters, then the rest. Width, case, script and punctuation make no difference, so
/// sort by `(sort_key, id)`. Covers the first 64 characters.
pub fn sort_key(text: &str) -> String {
    let folded: String = normalise(text).chars().take(MAX_CHARS).collect();
    let mut readings = runs(&folded).into_iter().flatten();
    let mut key = String::new();
    let mut number = String::new();
    for c in folded.chars() {
        if c.is_ascii_digit() {
            number.push(c);
            continue;
        }
        end_number(&mut key, &mut number);
        if c == ' ' {
            key.push('0');
        } else if speakable(c) {
            let toned = readings.next().map(|reading| reading.toned()).unwrap_or_default();
            key.push_str(&format!("2{toned}{c}"));
        } else if c.is_ascii_lowercase() {
            key.push_str(&format!("3{c}"));
        } else if c.is_alphanumeric() {
            key.push_str(&format!("4{c}"));
        }
    }
    end_number(&mut key, &mut number);
    key
}

/// A number is its count of digits (two places; it has at most 64) and the digits.
fn end_number(key: &mut String, number: &mut String) {
    if number.is_empty() {
        return;
    }
    let significant = number.trim_start_matches('0');
    key.push_str(&format!("1{:02}{significant}", significant.len()));
    number.clear();
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn names_sort_by_pinyin_with_latin_last() {
        let order = [
            "3M中国",
            "12号仓库",
            "阿里",
            "北京",
            "重庆",
            "李四",
            "厦门",
            "张三",
            "Abc",
            "xyz",
            "日本",
        ];
        let mut sorted = order.to_vec();
        sorted.sort_by_key(|name| sort_key(name));
        assert_eq!(
            sorted,
            [
                "3M中国",
                "12号仓库",
                "阿里",
                "北京",
                "重庆",
                "李四",
                "日本",
                "厦门",
                "张三",
                "Abc",
                "xyz"
            ]
        );
    }

    #[test]
    fn numbers_sort_by_value_and_same_sounds_by_character() {
        assert!(sort_key("第2车间") < sort_key("第10车间"));
        assert!(sort_key("KH-20261122-0002") < sort_key("KH-20261122-0010"));
        assert!(sort_key("李一") < sort_key("里一"));
        assert!(sort_key("张") < sort_key("张三"));
        assert!(sort_key("李四") < sort_key("连云港") || sort_key("李四") < sort_key("利群"));
    }

    #[test]
    fn spellings_share_a_key() {
        assert_eq!(sort_key("（張三）ＡＢＣ"), sort_key("张三abc"));
    }

    proptest! {
        #[test]
        fn a_longer_name_never_sorts_before_its_beginning(
            name in "[一-龥]{1,8}", more in "[一-龥]{1,4}") {
            let longer = format!("{name}{more}");
            prop_assume!(sort_key(&longer).starts_with(&sort_key(&name)));
            prop_assert!(sort_key(&name) < sort_key(&longer));
        }

        #[test]
        fn any_text_has_a_key(text in "\\PC{0,100}") {
            prop_assert!(!sort_key(&text).chars().any(char::is_control));
        }

        #[test]
        fn numbers_sort_by_value(a in 0_u64.., b in 0_u64..) {
            prop_assert_eq!(sort_key(&format!("批次{a}")).cmp(&sort_key(&format!("批次{b}"))), a.cmp(&b));
        }
    }
}
