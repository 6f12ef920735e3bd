//! Field rules that several requests share. They name their code, which the kernel turns into
//! `errors[].code`.
pub use kernel::checks::{blank_lines as free_lines, line, lines};
use validator::ValidationError;

fn refuse(code: &'static str) -> ValidationError {
    ValidationError::new(code)
}

/// 2 to 64 of a–z, 0–9, `.`, `_`, `-`, `@`, beginning with a letter or digit.
pub fn login(text: &str) -> Result<(), ValidationError> {
    let allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-' | '@');
    let begins = text.chars().next().is_some_and(|c| c.is_ascii_alphanumeric());
    if !(2..=64).contains(&text.len()) {
        return Err(refuse("LENGTH"));
    }
    if begins && text.chars().all(allowed) { Ok(()) } else { Err(refuse("FORMAT")) }
}

/// 1 to 40 of A–Z, 0–9, `_`, `-`: codes of departments, sites and roles.
pub fn code(text: &str) -> Result<(), ValidationError> {
    let allowed = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || matches!(c, '_' | '-');
    if !(1..=40).contains(&text.len()) {
        return Err(refuse("LENGTH"));
    }
    if text.chars().all(allowed) { Ok(()) } else { Err(refuse("FORMAT")) }
}

/// A telephone number in any spelling.
pub fn phone(text: &str) -> Result<(), ValidationError> {
    kernel::text::phone::normalise(text).map(|_| ()).ok_or_else(|| refuse("FORMAT"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_login_is_typed_on_any_keyboard() {
        for good in ["zhang.wei", "z2", "li_na@example.com"] {
            assert!(login(good).is_ok(), "{good}");
        }
        for bad in ["z", "-zhang", "zhang wei", "张伟", "a/b", &"x".repeat(65)] {
            assert!(login(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn a_code_is_upper_case() {
        assert!(code("CW-01").is_ok());
        assert!(code("cw").is_err() && code("").is_err() && code("财务").is_err());
    }
}
