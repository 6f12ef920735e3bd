//! Text as people in a Chinese company write it: folding, search tokens, pinyin, telephone
//! numbers, credit codes, names, masks, amounts in capitals. Pure functions, no IO.

mod capitals;
pub mod company_name;
pub mod credit_code;
mod document;
mod hanzi;
pub mod mask;
mod normalise;
pub mod phone;
mod plain;
mod query;
mod reading;
mod sort_key;
mod tokens;

#[cfg(test)]
mod search_tests;

pub use capitals::amount_in_capitals;
pub use document::{MAX_DOCUMENT_CHARS, document};
pub use hanzi::{is_hanzi, to_simplified};
pub use normalise::normalise;
pub use plain::{Lines, PlainError, validate_plain};
pub use query::{Phrase, SearchQuery, Word, query};
pub use reading::initials;
pub use sort_key::sort_key;
pub use tokens::{FILLER, tokens, with_pairs};

/// What somebody wrote, without the blanks around it; nothing where that was all.
#[must_use]
pub fn trimmed(text: Option<&str>) -> Option<String> {
    text.map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned)
}
