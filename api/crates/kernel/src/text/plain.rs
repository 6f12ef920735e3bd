//! What may stand in a text field.

use thiserror::Error;

/// Whether a field is one line or several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lines {
    Single,
    Multiple,
}

/// A character no field may hold: PostgreSQL refuses NUL, and invisible direction marks can make
/// a text read as another one than it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("character U+{:04X} at position {position} is not allowed", u32::from(*.character))]
pub struct PlainError {
    pub character: char,
    /// Counted in characters from 0.
    pub position: usize,
}

/// Refuses control characters and direction overrides; `\n` and `\t` are allowed in fields of
/// several lines. `\r\n` is to be turned into `\n` before.
pub fn validate_plain(text: &str, lines: Lines) -> Result<(), PlainError> {
    let refused = |c: char| match c {
        '\n' | '\t' => lines == Lines::Single,
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}' => true,
        '\u{feff}' | '\u{fffe}' | '\u{ffff}' => true,
        _ => c.is_control(),
    };
    match text.chars().enumerate().find(|(_, c)| refused(*c)) {
        Some((position, character)) => Err(PlainError { character, position }),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn controls_are_refused_with_their_place() {
        let error = validate_plain("张三\0", Lines::Multiple).unwrap_err();
        assert_eq!(error, PlainError { character: '\0', position: 2 });
        assert_eq!(error.to_string(), "character U+0000 at position 2 is not allowed");
        assert!(validate_plain("a\u{85}", Lines::Multiple).is_err());
        assert!(validate_plain("a\u{202e}gpj", Lines::Single).is_err());
    }

    #[test]
    fn line_breaks_depend_on_the_field() {
        assert!(validate_plain("第一行\n\t第二行", Lines::Multiple).is_ok());
        assert!(validate_plain("第一行\n", Lines::Single).is_err());
        assert!(validate_plain("a\rb", Lines::Multiple).is_err());
        assert!(validate_plain("普通文字 😀", Lines::Single).is_ok());
    }
}
