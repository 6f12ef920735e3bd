//! 人民币大写: amounts as they stand on bills and contracts.

const DIGITS: [&str; 10] = ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"];
const PLACES: [&str; 4] = ["", "拾", "佰", "仟"];

/// The amount in capitals, without the word 人民币 that a form prints before it.
///
/// Unit: fen. Follows 支付结算办法 annex 1: 整 after 元 and not after 角 or 分, one 零 for any run
/// of zeros inside, 零 after 元 when yuan end in 0 or jiao is 0. Negative amounts begin with 负.
pub fn amount_in_capitals(fen: i64) -> String {
    let total = fen.unsigned_abs();
    let (yuan, jiao, cent) = (total / 100, total / 10 % 10, total % 10);
    let mut text = String::from(if fen < 0 { "负" } else { "" });
    if yuan > 0 || total == 0 {
        text.push_str(&integer(yuan));
        text.push('元');
    }
    if jiao == 0 && cent == 0 {
        text.push('整');
        return text;
    }
    if yuan > 0 && (jiao == 0 || yuan % 10 == 0) {
        text.push('零');
    }
    push(&mut text, jiao, "角");
    push(&mut text, cent, "分");
    text
}

fn integer(yuan: u64) -> String {
    for (unit, name) in [(100_000_000, "亿"), (10_000, "万")] {
        if yuan >= unit {
            let (high, low) = (yuan / unit, yuan % unit);
            let zero = if low > 0 && low < unit / 10 { "零" } else { "" };
            let rest = if low > 0 { integer(low) } else { String::new() };
            return format!("{}{name}{zero}{rest}", integer(high));
        }
    }
    if yuan == 0 { digit(0).to_owned() } else { group(yuan) }
}

/// Four digits without leading 零: 1050 is 壹仟零伍拾.
fn group(value: u64) -> String {
    let mut text = String::new();
    let mut zero = false;
    for (divisor, place) in [1_000, 100, 10, 1].into_iter().zip(PLACES.into_iter().rev()) {
        let one = value / divisor % 10;
        if one == 0 {
            zero = !text.is_empty();
            continue;
        }
        if zero {
            text.push('零');
        }
        zero = false;
        push(&mut text, one, place);
    }
    text
}

fn push(text: &mut String, value: u64, unit: &str) {
    if value > 0 {
        text.push_str(digit(value));
        text.push_str(unit);
    }
}

fn digit(value: u64) -> &'static str {
    usize::try_from(value).ok().and_then(|at| DIGITS.get(at)).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_examples_of_the_regulation() {
        for (fen, text) in [
            (140_950, "壹仟肆佰零玖元伍角"),
            (600_714, "陆仟零柒元壹角肆分"),
            (168_032, "壹仟陆佰捌拾元零叁角贰分"),
            (10_700_053, "壹拾万柒仟元零伍角叁分"),
            (1_640_902, "壹万陆仟肆佰零玖元零贰分"),
            (32_504, "叁佰贰拾伍元零肆分"),
        ] {
            assert_eq!(amount_in_capitals(fen), text);
        }
    }

    #[test]
    fn zeros_groups_and_signs() {
        for (fen, text) in [
            (0, "零元整"),
            (1, "壹分"),
            (10, "壹角"),
            (12, "壹角贰分"),
            (100, "壹元整"),
            (1_000, "壹拾元整"),
            (10_000_000, "壹拾万元整"),
            (10_001_000, "壹拾万零壹拾元整"),
            (100_050_000, "壹佰万零伍佰元整"),
            (10_000_000_000, "壹亿元整"),
            (10_000_000_100, "壹亿零壹元整"),
            (100_001_000_000, "壹拾亿零壹万元整"),
            (1_050_000_000_000, "壹佰零伍亿元整"),
            (100_000_000_000_000, "壹万亿元整"),
            (100_010_000_000_000, "壹万零壹亿元整"),
            (-250, "负贰元伍角"),
        ] {
            assert_eq!(amount_in_capitals(fen), text);
        }
    }

    /// Reads capitals back; the writer shares nothing with it but the words.
    fn read(text: &str) -> i128 {
        let (sign, text) = text.strip_prefix('负').map_or((1, text), |rest| (-1, rest));
        let (mut total, mut wan, mut section) = (0_i128, 0_i128, 0_i128);
        let (mut digit, mut fen) = (0_i128, 0_i128);
        for c in text.chars() {
            match c {
                '拾' | '佰' | '仟' => {
                    section += digit
                        * match c {
                            '拾' => 10,
                            '佰' => 100,
                            _ => 1000,
                        };
                    digit = 0;
                }
                '万' => {
                    wan += (section + digit) * 10_000;
                    (section, digit) = (0, 0);
                }
                '亿' => {
                    total = (total + wan + section + digit) * 100_000_000;
                    (wan, section, digit) = (0, 0, 0);
                }
                '元' => {
                    total += wan + section + digit;
                    (section, digit) = (0, 0);
                }
                '角' => {
                    fen += digit * 10;
                    digit = 0;
                }
                '分' => {
                    fen += digit;
                    digit = 0;
                }
                '整' => {}
                _ => {
                    digit = i128::try_from(DIGITS.iter().position(|d| d.starts_with(c)).unwrap())
                        .unwrap();
                }
            }
        }
        sign * (total * 100 + fen)
    }

    proptest! {
        #[test]
        fn capitals_can_be_read_back(fen in any::<i64>(), shift in 0_u32..60) {
            let fen = fen >> shift;
            let text = amount_in_capitals(fen);
            prop_assert_eq!(read(&text), i128::from(fen), "{}", text);
            prop_assert!(!text.contains("零零") && !text.contains("零万") && !text.contains("零亿"));
        }
    }
}
