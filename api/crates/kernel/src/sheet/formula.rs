//! Texts that a spreadsheet program would run.

/// Whether a text, opened as CSV, would be taken for a formula.
fn looks_like_formula(text: &str) -> bool {
    text.trim_start_matches(' ')
        .starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'])
}

/// The text with an apostrophe before it where it would run. A text that already has apostrophes
/// there gets one more, so that [`restore`] gives back exactly what was written.
pub(super) fn neutralise(text: &str) -> String {
    if escapable(text) { format!("'{text}") } else { text.to_owned() }
}

/// Takes back what [`neutralise`] put there, so that an export can be imported again.
pub(super) fn restore(text: &str) -> &str {
    text.strip_prefix('\'').filter(|rest| escapable(rest)).unwrap_or(text)
}

fn escapable(text: &str) -> bool {
    looks_like_formula(text.trim_start_matches('\''))
}
