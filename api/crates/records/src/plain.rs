//! Field rules of texts, as the validator wants them.
use kernel::code::field;
use kernel::text::{Lines, validate_plain};
use validator::ValidationError;

/// One line without control characters.
pub fn one_line(text: &str) -> Result<(), ValidationError> {
    validate_plain(text, Lines::Single)
        .map_err(|_| ValidationError::new(field::CONTROL_CHARACTER.name))
}

/// One line that says something.
pub fn filled(text: &str) -> Result<(), ValidationError> {
    one_line(text)?;
    if text.trim().is_empty() {
        return Err(ValidationError::new(field::REQUIRED.name));
    }
    Ok(())
}

/// A name out of the code: `clients`, `client.create`, `018f…`.
pub fn slug(text: &str) -> Result<(), ValidationError> {
    let allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    if text.is_empty() || !text.chars().all(allowed) {
        return Err(ValidationError::new(field::FORMAT.name));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_is_a_name_out_of_the_code() {
        assert!(slug("client.create-2_x").is_ok());
        for text in ["", "a b", "a/b", "客户", "a\0"] {
            assert!(slug(text).is_err(), "{text:?}");
        }
    }

    #[test]
    fn blanks_and_control_characters_are_no_name() {
        assert!(filled("华东大客户").is_ok());
        assert_eq!(filled(" \u{3000}").unwrap_err().code, "REQUIRED");
        assert_eq!(filled("a\nb").unwrap_err().code, "CONTROL_CHARACTER");
    }
}
