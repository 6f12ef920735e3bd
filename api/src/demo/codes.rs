//! Codes and numbers that are unique because they are computed from the record's index by
//! permutations, so no list of used ones is kept however many clients there are.

use super::dice::Dice;
use std::fmt::Write;

/// The alphabet of GB 32100-2015: digits and capitals without I, O, S, V, Z.
const ALPHABET: &[u8; 31] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";
const CREDIT_WEIGHTS: [u32; 17] = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
/// GB 11714: the organisation code inside the credit code has a check digit of its own.
const ORGANISATION_WEIGHTS: [u32; 8] = [3, 7, 9, 10, 5, 8, 4, 2];
const CREDIT_BASE: u64 = 31;
/// 31⁶: the bodies of organisation codes allotted since October 2015, "MA" and six characters.
const NEW_BODIES: u64 = 887_503_681;
const OLD_BODIES: u64 = 70_000_000;
/// Prime to 31, 2, 5 and 7, so that multiplying by it permutes each of the ranges used here.
const STRIDE: u64 = 387_420_489;
/// Prime to 2 and 5: telephone numbers must not show the digits of the credit code beside them.
const TELEPHONE_STRIDE: u64 = 2_718_281_829;
/// Mobile prefixes that are not opened to ordinary subscribers: valid in form, nobody's number.
const MOBILE_PREFIXES: [&str; 8] = ["154", "160", "161", "163", "164", "168", "169", "179"];

/// A bijection of 0..`range` onto itself, shifted by the seed. `index` must be below `range` for
/// uniqueness, `stride` prime to it.
fn permuted(index: u64, stride: u64, seed: u64, range: u64) -> u64 {
    // Spread, so that small seeds shift as far as large ones (the golden ratio of 2⁶⁴).
    let shift = seed.wrapping_add(1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    let sum = u128::from(index) * u128::from(stride) + u128::from(shift);
    u64::try_from(sum % u128::from(range)).unwrap_or_default()
}

/// A telephone number's own digits, below `range`, a number made of twos and fives.
pub(super) fn subscriber(index: u64, seed: u64, range: u64) -> u64 {
    permuted(index, TELEPHONE_STRIDE, seed, range)
}

/// A unified social credit code (GB 32100-2015), valid in both its check digits. `authority` is
/// the first two characters (91 enterprise, 92 household business, 52 private institution …).
pub(super) fn credit_code(
    authority: &str,
    district: &str,
    index: u64,
    seed: u64,
    before_2015: bool,
) -> String {
    let mut code = String::with_capacity(18);
    code.push_str(authority);
    code.push_str(district);
    let body = if before_2015 {
        format!("{:08}", 10_000_000 + permuted(index, STRIDE, seed, OLD_BODIES))
    } else {
        let mut rest = permuted(index, STRIDE, seed, NEW_BODIES);
        let mut digits = [b'0'; 6];
        for digit in digits.iter_mut().rev() {
            *digit = character(rest % CREDIT_BASE);
            rest /= CREDIT_BASE;
        }
        digits.iter().fold(String::from("MA"), |mut text, digit| {
            text.push(char::from(*digit));
            text
        })
    };
    code.push(organisation_check(&body));
    code.insert_str(8, &body);
    code.push(credit_check(&code));
    code
}

/// A mobile number; unique for ids below 800 million.
pub(super) fn mobile(id: u64, seed: u64) -> String {
    let value = subscriber(id, seed, 800_000_000);
    let prefix = usize::try_from(value / 100_000_000).unwrap_or_default();
    let prefix = MOBILE_PREFIXES.get(prefix).copied().unwrap_or("154");
    format!("{prefix}{:08}", value % 100_000_000)
}

/// A local number of 7 or 8 digits that begins with 5 to 8; unique up to four million.
pub(super) fn landline(area: &str, digits: u8, index: u64, seed: u64) -> String {
    if digits == 7 {
        format!("{area}-{}", 5_000_000 + subscriber(index, seed, 4_000_000))
    } else {
        format!("{area}-{}", 50_000_000 + subscriber(index, seed, 40_000_000))
    }
}

/// A licence number such as `JY15101040012345`.
pub(super) fn licence_number(prefix: &str, district: &str, dice: &mut Dice) -> String {
    let mut number = format!("{prefix}{district}");
    // Writing to a String cannot fail.
    let _ = write!(number, "{:07}", dice.below(10_000_000));
    number
}

fn character(value: u64) -> u8 {
    usize::try_from(value).ok().and_then(|at| ALPHABET.get(at)).copied().unwrap_or(b'0')
}

fn organisation_check(body: &str) -> char {
    let value = |byte: u8| match byte {
        b'0'..=b'9' => u32::from(byte - b'0'),
        _ => u32::from(byte.saturating_sub(b'A')) + 10,
    };
    let sum: u32 =
        body.bytes().zip(ORGANISATION_WEIGHTS).map(|(byte, weight)| value(byte) * weight).sum();
    match 11 - sum % 11 {
        10 => 'X',
        11 => '0',
        digit => char::from_digit(digit, 10).unwrap_or('0'),
    }
}

fn credit_check(code: &str) -> char {
    let value = |byte: u8| {
        let at = ALPHABET.iter().position(|known| *known == byte).unwrap_or_default();
        u32::try_from(at).unwrap_or_default()
    };
    let sum: u32 =
        code.bytes().zip(CREDIT_WEIGHTS).map(|(byte, weight)| value(byte) * weight).sum();
    char::from(character(u64::from((31 - sum % 31) % 31)))
}
