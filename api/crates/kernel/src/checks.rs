//! Field rules of plain text that requests of every area share; each names the code that
//! `errors[].code` shows.
use crate::text::{Lines, validate_plain};
use validator::ValidationError;

type Checked = Result<(), ValidationError>;

fn plain(text: &str, lines: Lines) -> Checked {
    validate_plain(text, lines).map_err(|_| ValidationError::new("CONTROL_CHARACTER"))
}

fn filled(text: &str) -> Checked {
    if text.trim().is_empty() { Err(ValidationError::new("REQUIRED")) } else { Ok(()) }
}

/// One line, and not blank.
pub fn line(text: &str) -> Checked {
    plain(text, Lines::Single)?;
    filled(text)
}

/// One line that may be left blank, which clears the field.
pub fn blank_line(text: &str) -> Checked {
    plain(text, Lines::Single)
}

/// Several lines, and not blank.
pub fn lines(text: &str) -> Checked {
    plain(text, Lines::Multiple)?;
    filled(text)
}

/// Several lines that may be left blank, which clears the field.
pub fn blank_lines(text: &str) -> Checked {
    plain(text, Lines::Multiple)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(checked: Checked) -> String {
        checked.map_or_else(|e| e.code.into_owned(), |()| String::new())
    }

    #[test]
    fn a_required_text_is_not_blank() {
        assert_eq!(code(line("  ")), "REQUIRED");
        assert_eq!(code(line("第一行\n第二行")), "CONTROL_CHARACTER");
        assert_eq!(code(lines("第一行\n第二行")), "");
        assert_eq!(code(blank_lines("")), "");
    }
}
