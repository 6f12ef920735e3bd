//! Field rules for text, in the form that the `validator` derive calls.
use kernel::text::{Lines, validate_plain};
use validator::ValidationError;

pub fn one_line(text: &str) -> Result<(), ValidationError> {
    plain(text, Lines::Single)
}

pub fn several_lines(text: &str) -> Result<(), ValidationError> {
    plain(text, Lines::Multiple)
}

/// No control characters, and more than white space.
fn plain(text: &str, lines: Lines) -> Result<(), ValidationError> {
    if text.trim().is_empty() {
        return Err(ValidationError::new("REQUIRED"));
    }
    validate_plain(text, lines).map_err(|_| ValidationError::new("CONTROL_CHARACTER"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blank_and_control_characters_are_refused() {
        assert_eq!(one_line(" ").unwrap_err().code, "REQUIRED");
        assert_eq!(one_line("a\nb").unwrap_err().code, "CONTROL_CHARACTER");
        assert!(several_lines("a\nb").is_ok());
    }
}
