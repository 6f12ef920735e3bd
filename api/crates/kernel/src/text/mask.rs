//! Personal data shown to those who may not read it in full.

const HIDDEN: char = '*';

/// `13800138000` as `138****8000`; `021-62345678` as `021-****5678`; shorter numbers keep two.
pub fn mobile(number: &str) -> String {
    let digits = number.chars().filter(char::is_ascii_digit).count();
    let (head, tail) = match digits {
        0..=4 => (0, 0),
        5..=8 => (0, 2),
        9 | 10 => (2, 3),
        _ => (3, 4),
    };
    let mut seen = 0_usize;
    let hide = |c: char| {
        if !c.is_ascii_digit() {
            return if c.is_alphanumeric() { HIDDEN } else { c };
        }
        seen = seen.saturating_add(1);
        if seen <= head || digits.saturating_sub(seen) < tail { c } else { HIDDEN }
    };
    number.chars().map(hide).collect()
}

/// `zhangsan@example.com` as `z***@example.com`; a text without @ is hidden altogether.
pub fn email(address: &str) -> String {
    match address.rsplit_once('@') {
        Some((local, domain)) if !local.is_empty() => {
            let first: String = if local.chars().nth(1).is_some() {
                local.chars().take(1).collect()
            } else {
                String::new()
            };
            format!("{first}***@{domain}")
        }
        _ => text(address),
    }
}

/// 张三 as 张*, 欧阳修远 as 欧***; the count of characters stays.
pub fn name(full: &str) -> String {
    let alone = full.chars().nth(1).is_none();
    let hide = |(place, c): (usize, char)| if place == 0 && !alone { c } else { HIDDEN };
    full.chars().enumerate().map(hide).collect()
}

/// Any other personal text: three stars whatever its length, none for none.
pub fn text(hidden: &str) -> String {
    if hidden.is_empty() { String::new() } else { "***".to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn numbers_keep_their_ends() {
        assert_eq!(mobile("13800138000"), "138****8000");
        assert_eq!(mobile("021-62345678"), "021-****5678");
        assert_eq!(mobile("+85223456789"), "+852****6789");
        assert_eq!(mobile("62345678"), "******78");
        assert_eq!(mobile("110"), "***");
        assert_eq!(mobile(""), "");
    }

    #[test]
    fn addresses_and_names() {
        assert_eq!(email("zhangsan@example.com"), "z***@example.com");
        assert_eq!(email("z@example.com"), "***@example.com");
        assert_eq!(email("zhangsan"), "***");
        assert_eq!(name("张三"), "张*");
        assert_eq!(name("欧阳修远"), "欧***");
        assert_eq!(name("张"), "*");
        assert_eq!(text("江苏苏州"), "***");
        assert_eq!(text(""), "");
    }

    proptest! {
        #[test]
        fn at_least_four_digits_of_a_number_are_hidden(number in "[0-9]{9,15}") {
            let shown = mobile(&number).chars().filter(char::is_ascii_digit).count();
            prop_assert!(number.len() - shown >= 4);
        }

        #[test]
        fn a_name_never_shows_more_than_its_first_character(full in "\\PC{1,20}") {
            prop_assert!(name(&full).chars().skip(1).all(|c| c == '*'));
        }
    }
}
