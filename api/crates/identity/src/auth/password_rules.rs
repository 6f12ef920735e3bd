//! Which passwords are taken: long enough, not a name, not one that everybody tries first. No
//! demands on the kinds of characters (NIST SP 800-63B): they make passwords worse.
use crate::codes;
use kernel::code::{self, Code};
use kernel::error::ApiError;
use kernel::http::problem::FieldProblem;
use std::collections::HashSet;
use std::sync::LazyLock;

const LONGEST: usize = 200;

/// Beginnings that everybody tries; one a line.
static COMMON: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| include_str!("data/common-passwords.txt").lines().collect());

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weakness {
    Length { least: usize },
    HoldsName,
    Common,
}

impl Weakness {
    #[must_use]
    pub const fn code(self) -> Code {
        match self {
            Self::Length { .. } => code::field::LENGTH,
            Self::HoldsName => codes::PASSWORD_HOLDS_NAME,
            Self::Common => codes::PASSWORD_COMMON,
        }
    }

    /// As a field's problem.
    #[must_use]
    pub fn at(self, pointer: &str) -> ApiError {
        let mut problem = FieldProblem::new(pointer, self.code());
        if let Self::Length { least } = self {
            problem = problem.with("min", &least).with("max", &LONGEST);
        }
        ApiError::Invalid(vec![problem])
    }
}

/// `names`: login, name, employee number of the person.
pub fn check(password: &str, names: &[&str], least: u32) -> Result<(), Weakness> {
    let least = usize::try_from(least).unwrap_or(usize::MAX);
    if !(least..=LONGEST).contains(&password.chars().count()) {
        return Err(Weakness::Length { least });
    }
    let lower = password.to_lowercase();
    let holds = |name: &&str| name.chars().count() > 1 && lower.contains(&name.to_lowercase());
    if names.iter().any(holds) {
        return Err(Weakness::HoldsName);
    }
    if is_common(&lower) { Err(Weakness::Common) } else { Ok(()) }
}

/// Common, or common with a number or mark before or behind it, or with too little in it.
fn is_common(lower: &str) -> bool {
    let words = lower.trim_matches(|c: char| !c.is_alphabetic());
    let marks = lower.trim_matches(|c: char| !c.is_alphanumeric());
    let distinct: HashSet<char> = lower.chars().collect();
    distinct.len() < 4 || [lower, words, marks].iter().any(|part| COMMON.contains(part))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn weak(password: &str) -> Option<Weakness> {
        check(password, &["zhang.wei", "张伟"], 10).err()
    }

    #[test]
    fn length_counts_characters_not_bytes() {
        assert_eq!(weak("渡轮七点半开"), Some(Weakness::Length { least: 10 }));
        assert_eq!(weak("清晨七点半的渡轮开往对岸"), None);
        assert_eq!(weak(&"xyzw".repeat(51)), Some(Weakness::Length { least: 10 }));
    }

    #[test]
    fn a_name_is_no_secret() {
        assert_eq!(weak("Zhang.Wei-2026"), Some(Weakness::HoldsName));
        assert_eq!(weak("我是张伟我是张伟"), Some(Weakness::Length { least: 10 }));
        assert_eq!(weak("我是张伟也是自己的主人"), Some(Weakness::HoldsName));
    }

    #[test]
    fn what_everybody_tries_first_is_refused() {
        for password in [
            "password2026!",
            "Password123",
            "1234567890",
            "!!qwertyuiop!!",
            "aaaaaaaaaa",
            "1qaz2wsx3edc",
        ] {
            assert_eq!(weak(password), Some(Weakness::Common), "{password}");
        }
    }

    #[test]
    fn long_ordinary_words_are_fine() {
        assert_eq!(weak("correct-ferry-leaves-at-seven"), None);
        assert_eq!(weak("tulip gravel onion"), None);
    }
}
