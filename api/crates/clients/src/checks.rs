//! Field rules that several requests share; each names the code that `errors[].code` shows.
pub(crate) use kernel::checks::{blank_line, blank_lines, line, lines};
use kernel::money::Money;
use kernel::text::{credit_code as credit, phone as telephone};
use validator::ValidationError;

type Checked = Result<(), ValidationError>;

fn refuse(code: &'static str) -> ValidationError {
    ValidationError::new(code)
}

fn format(holds: bool) -> Checked {
    if holds { Ok(()) } else { Err(refuse("FORMAT")) }
}

/// 统一社会信用代码, check digit included.
pub(crate) fn credit_code(text: &str) -> Checked {
    format(text.trim().is_empty() || credit::check(text))
}

pub(crate) fn phone(text: &str) -> Checked {
    format(text.trim().is_empty() || telephone::normalise(text).is_some())
}

/// Six digits in the mainland; letters, spaces and dashes elsewhere.
pub(crate) fn postcode(text: &str) -> Checked {
    let allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, ' ' | '-');
    format(text.chars().all(allowed))
}

/// A web address; no scheme but http and https, since it is shown as a link.
pub(crate) fn website(text: &str) -> Checked {
    blank_line(text)?;
    let lower = text.trim().to_ascii_lowercase();
    let rest = lower.strip_prefix("https://").or_else(|| lower.strip_prefix("http://"));
    let host = rest.unwrap_or(&lower).split('/').next().unwrap_or_default();
    let bare = rest.is_some() || !host.contains(':');
    format(lower.is_empty() || (bare && host.contains('.') && !lower.contains(char::is_whitespace)))
}

pub(crate) fn not_negative(money: &Money) -> Checked {
    if money.amount.0 < 0 { Err(refuse("RANGE")) } else { Ok(()) }
}

/// Up to 20 tags of up to 30 characters, none twice.
pub(crate) fn tags(tags: &[String]) -> Checked {
    if tags.len() > 20 || tags.iter().any(|tag| tag.chars().count() > 30) {
        return Err(refuse("LENGTH"));
    }
    let distinct: std::collections::BTreeSet<_> = tags.iter().map(|tag| tag.trim()).collect();
    if distinct.len() < tags.len() {
        return Err(refuse("DUPLICATE"));
    }
    tags.iter().try_for_each(|tag| line(tag))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(checked: Checked) -> String {
        checked.map_or_else(|e| e.code.into_owned(), |()| String::new())
    }

    #[test]
    fn a_link_can_only_lead_to_the_web() {
        for good in ["", "https://www.example.com/关于", "www.example.com.cn", "http://a.b:8080/x"]
        {
            assert_eq!(code(website(good)), "", "{good}");
        }
        for bad in ["javascript:alert(1)", "data:text/html,x.y", "example", "https://a b.c"] {
            assert_eq!(code(website(bad)), "FORMAT", "{bad}");
        }
    }

    #[test]
    fn numbers_that_people_look_up_by_are_checked() {
        assert_eq!(code(phone("021-62345678转801")), "");
        assert_eq!(code(phone("不详")), "FORMAT");
        assert_eq!(code(credit_code("91310000MA1FL0000X")), "FORMAT");
        assert_eq!(code(credit_code(" ")), "");
        assert_eq!(code(postcode("610041")), "");
        assert_eq!(code(postcode("六一零")), "FORMAT");
    }

    #[test]
    fn tags_are_few_short_and_distinct() {
        let list = |words: &[&str]| words.iter().map(|w| (*w).to_owned()).collect::<Vec<_>>();
        assert_eq!(code(tags(&list(&["月结", "展会"]))), "");
        assert_eq!(code(tags(&list(&["月结", " 月结"]))), "DUPLICATE");
        assert_eq!(code(tags(&list(&[""]))), "REQUIRED");
        assert_eq!(code(tags(&["长".repeat(31)])), "LENGTH");
    }
}
