//! Telephone numbers of the mainland, and foreign ones left in international form.

/// One spelling of a number, or `None` when it is none.
///
/// Mobile `13800138000`; fixed line with area code `021-62345678`, extension after a further dash
/// (`021-62345678-801`); service numbers `4008001234`, `8008101234`; foreign numbers `+` and 8 to
/// 15 digits. Accepts +86, 0086, full width, spaces, dots, brackets, 转 and ext.
pub fn normalise(text: &str) -> Option<String> {
    let folded = super::normalise(text);
    let (number, extension) = split_extension(&folded);
    let spelled =
        |c: char| c.is_ascii_digit() || matches!(c, '+' | '-' | ' ' | '.' | '(' | ')' | '/');
    if !number.chars().all(spelled)
        || number.trim_start_matches(['(', ' ']).matches('+').count() > 1
    {
        return None;
    }
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    let international = number.trim_start_matches(['(', ' ']).starts_with('+');
    if !international && number.contains('+') {
        return None;
    }
    let home = match (international, digits.strip_prefix("0086")) {
        (true, _) => match digits.strip_prefix("86") {
            Some(home) => home,
            None => return foreign(&digits, extension.as_deref()),
        },
        (false, Some(home)) => home,
        (false, None) => without_bare_86(&digits),
    };
    domestic(home, extension, number)
}

/// `8613800138000` is the mobile number with its country code, the plus sign forgotten.
fn without_bare_86(digits: &str) -> &str {
    match digits.strip_prefix("86") {
        Some(home) if is_mobile(home) => home,
        _ => digits,
    }
}

fn split_extension(text: &str) -> (&str, Option<String>) {
    for mark in ["转分机", "分机", "转", "extension", "ext", "x", "#", "*"] {
        if let Some((number, extension)) = text.split_once(mark) {
            let digits = extension.trim_start_matches(['.', ':', ' ', '-']).trim_end();
            return (number, Some(digits.to_owned()));
        }
    }
    (text, None)
}

fn foreign(digits: &str, extension: Option<&str>) -> Option<String> {
    let plausible = (8..=15).contains(&digits.len()) && !digits.starts_with('0');
    (plausible && extension.is_none()).then(|| format!("+{digits}"))
}

fn domestic(digits: &str, extension: Option<String>, written: &str) -> Option<String> {
    if is_mobile(digits) {
        return extension.is_none().then(|| digits.to_owned());
    }
    if is_service(digits) {
        return with_extension(digits.to_owned(), extension);
    }
    let (digits, extension) = match extension {
        Some(extension) => (digits.to_owned(), Some(extension)),
        None => dashed_extension(digits, written),
    };
    // After +86 the area code is written without its 0.
    let zeroed = if digits.starts_with('0') { digits } else { format!("0{digits}") };
    let zero_left_out = !written.trim_start_matches(['(', ' ']).starts_with('0');
    if zero_left_out && !written.contains('+') {
        return None;
    }
    let area = zeroed.get(..area_length(&zeroed)?)?;
    let local = zeroed.get(area.len()..)?;
    let proper = (7..=8).contains(&local.len()) && !local.starts_with(['0', '1']);
    if !proper {
        return None;
    }
    with_extension(format!("{area}-{local}"), extension)
}

/// `021-62345678-801`: the third group is the extension.
fn dashed_extension(digits: &str, written: &str) -> (String, Option<String>) {
    let groups: Vec<&str> = written.split('-').map(str::trim).filter(|g| !g.is_empty()).collect();
    let country = groups.first().is_some_and(|g| matches!(*g, "+86" | "(+86)" | "0086"));
    let last = groups.last().copied().unwrap_or_default();
    let enough = groups.len() >= if country { 4 } else { 3 };
    match digits.strip_suffix(last) {
        Some(rest) if enough && rest.len() >= 9 && last.len() <= 6 => {
            (rest.to_owned(), Some(last.to_owned()))
        }
        _ => (digits.to_owned(), None),
    }
}

fn with_extension(number: String, extension: Option<String>) -> Option<String> {
    match extension {
        None => Some(number),
        Some(e) if (1..=6).contains(&e.len()) && e.chars().all(|c| c.is_ascii_digit()) => {
            Some(format!("{number}-{e}"))
        }
        Some(_) => None,
    }
}

fn is_mobile(digits: &str) -> bool {
    let mut chars = digits.chars();
    digits.len() == 11
        && chars.next() == Some('1')
        && chars.next().is_some_and(|c| ('3'..='9').contains(&c))
}

fn is_service(digits: &str) -> bool {
    digits.len() == 10 && (digits.starts_with("400") || digits.starts_with("800"))
}

/// 010 and 020 to 029 have three digits, 03xx to 09xx four.
fn area_length(digits: &str) -> Option<usize> {
    match digits.chars().nth(1)? {
        '1' => digits.starts_with("010").then_some(3),
        '2' => Some(3),
        '3'..='9' => Some(4),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn numbers_take_one_spelling() {
        for (written, expected) in [
            ("13800138000", "13800138000"),
            ("138-0013-8000", "13800138000"),
            ("+86 138 0013 8000", "13800138000"),
            ("(+86)13800138000", "13800138000"),
            ("008613800138000", "13800138000"),
            ("8613800138000", "13800138000"),
            ("１３８００１３８０００", "13800138000"),
            ("021-62345678", "021-62345678"),
            ("(021) 6234 5678", "021-62345678"),
            ("（0512）65221234", "0512-65221234"),
            ("0755 2678 9012", "0755-26789012"),
            ("+86 21 6234 5678", "021-62345678"),
            ("+86-21-62345678-801", "021-62345678-801"),
            ("021-62345678-801", "021-62345678-801"),
            ("021-62345678转801", "021-62345678-801"),
            ("010-8888 6666 ext. 12", "010-88886666-12"),
            ("0898-6535123", "0898-6535123"),
            ("400-800-1234", "4008001234"),
            ("400-800-1234转5", "4008001234-5"),
            ("800 810 1234", "8008101234"),
            ("+1 (415) 555-0100", "+14155550100"),
            ("+852 2345 6789", "+85223456789"),
        ] {
            assert_eq!(normalise(written).as_deref(), Some(expected), "{written}");
        }
    }

    #[test]
    fn other_texts_are_no_numbers() {
        for written in [
            "",
            "无",
            "12345",
            "62345678",
            "12800138000",
            "1380013800",
            "021-12345678",
            "138001380001",
            "021-62345678-1234567",
            "021-62345678转abc",
            "13800138000转1",
            "++8613800138000",
            "0012345678",
            "13800138000/13900139000",
            "400-800-12345",
            "+123",
        ] {
            assert_eq!(normalise(written), None, "{written}");
        }
    }

    proptest! {
        #[test]
        fn normalising_twice_changes_nothing(written in "[+(]{0,2}[0-9]{0,4}[-) ]{0,2}[0-9]{3,11}(-[0-9]{1,4}|转[0-9]{1,4})?") {
            if let Some(once) = normalise(&written) {
                prop_assert_eq!(normalise(&once), Some(once));
            }
        }

        #[test]
        fn any_text_is_read_without_panic(text in "\\PC{0,40}") {
            if let Some(number) = normalise(&text) {
                prop_assert!(number.chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | '+')));
            }
        }
    }
}
