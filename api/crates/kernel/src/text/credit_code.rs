//! 统一社会信用代码, GB 32100-2015: 18 characters, the last a check digit modulo 31.

use thiserror::Error;

const ALPHABET: &str = "0123456789ABCDEFGHJKLMNPQRTUWXY";
/// GB 11714 weights of the organisation code inside (places 9 to 16, its check digit at 17).
const ORGANISATION_WEIGHTS: [u32; 8] = [3, 7, 9, 10, 5, 8, 4, 2];

/// Why a text is no credit code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum CreditCodeError {
    #[error("a credit code has 18 characters, this has {0}")]
    Length(usize),
    #[error("character {0:?} does not occur in credit codes")]
    Character(char),
    #[error("the region (places 3 to 8) must be digits")]
    Region,
    #[error("the check digit does not fit")]
    CheckDigit,
}

/// The code in its one spelling (upper case, half width, no spaces).
///
/// The organisation code's own check digit is not asked for: issued codes exist that miss it.
pub fn parse(text: &str) -> Result<String, CreditCodeError> {
    let code: String =
        super::normalise(text).to_uppercase().chars().filter(|c| *c != ' ').collect();
    let length = code.chars().count();
    if length != 18 {
        return Err(CreditCodeError::Length(length));
    }
    if let Some(wrong) = code.chars().find(|c| value(*c).is_none()) {
        return Err(CreditCodeError::Character(wrong));
    }
    if !code.chars().skip(2).take(6).all(|c| c.is_ascii_digit()) {
        return Err(CreditCodeError::Region);
    }
    let body: String = code.chars().take(17).collect();
    if check_character(&body) != code.chars().last() {
        return Err(CreditCodeError::CheckDigit);
    }
    Ok(code)
}

/// Whether a text is a valid credit code.
pub fn check(text: &str) -> bool {
    parse(text).is_ok()
}

/// Completes a code for sample data: 16 characters (authority, kind, region, organisation without
/// check digit) get both check digits, 17 the last. `None` when the body is not of that form, or
/// where the organisation's check digit cannot be written.
pub fn with_check_digit(body: &str) -> Option<String> {
    let mut code = body.to_uppercase();
    if code.chars().count() == 16 {
        code.push(organisation_check(&code)?);
    }
    if code.chars().count() != 17 {
        return None;
    }
    code.push(check_character(&code)?);
    parse(&code).ok()
}

fn value(c: char) -> Option<u32> {
    ALPHABET.chars().position(|known| known == c).and_then(|at| u32::try_from(at).ok())
}

/// 31 minus the sum of value × 3^place modulo 31, places from 0.
fn check_character(body: &str) -> Option<char> {
    let mut weight = 1_u32;
    let mut sum = 0_u32;
    for c in body.chars() {
        sum = (sum + value(c)? * weight) % 31;
        weight = weight * 3 % 31;
    }
    ALPHABET.chars().nth(usize::try_from((31 - sum) % 31).ok()?)
}

/// Letters count from A = 10 here, all 26 of them.
fn organisation_check(code: &str) -> Option<char> {
    let mut sum = 0_u32;
    for (c, weight) in code.chars().skip(8).zip(ORGANISATION_WEIGHTS) {
        sum += c.to_digit(36)? * weight;
    }
    match 11 - sum % 11 {
        10 => Some('X'),
        11 => Some('0'),
        digit => char::from_digit(digit, 10),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const ISSUED: [&str; 4] =
        ["91330100799655058B", "9144030071526726XG", "914403001922038216", "91110000802100433B"];

    #[test]
    fn issued_codes_pass() {
        for code in ISSUED {
            assert_eq!(parse(code).as_deref(), Ok(code));
        }
        assert_eq!(parse(" 9133 0100 7996 5505 8ｂ").unwrap(), ISSUED[0]);
    }

    #[test]
    fn both_check_digits_are_computed_as_issued() {
        for code in ISSUED {
            assert_eq!(with_check_digit(&code[..16]).as_deref(), Some(code));
            assert_eq!(with_check_digit(&code[..17]).as_deref(), Some(code));
        }
        assert_eq!(with_check_digit("913"), None);
        assert_eq!(with_check_digit("91330I0079965505"), None);
    }

    #[test]
    fn wrong_codes_say_why() {
        assert_eq!(parse("9133010079965505"), Err(CreditCodeError::Length(16)));
        assert_eq!(parse("91330100799655058I"), Err(CreditCodeError::Character('I')));
        assert_eq!(parse("9133A100799655058B"), Err(CreditCodeError::Region));
        assert_eq!(parse("91330100799655058C"), Err(CreditCodeError::CheckDigit));
    }

    proptest! {
        #[test]
        fn one_wrong_character_is_always_noticed(
            body in "91[0-9]{6}[0-9A-HJ-NPQRTUWXY]{9}", place in 0_usize..18, other in "[0-9A-HJ-NPQRTUWXY]") {
            let code = with_check_digit(&body).unwrap();
            let mut chars: Vec<char> = code.chars().collect();
            let wrong = other.chars().next().unwrap();
            prop_assume!(chars[place] != wrong);
            chars[place] = wrong;
            prop_assert!(!check(&chars.into_iter().collect::<String>()));
        }
    }
}
