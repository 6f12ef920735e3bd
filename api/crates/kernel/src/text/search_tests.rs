//! Documents and queries meet here: a small matcher with the databases' rules (adjacent tokens,
//! last one by prefix) stands for both.

use super::{Phrase, SearchQuery, document, query};
use proptest::prelude::*;

fn matches(document: &str, query: &SearchQuery) -> bool {
    let tokens: Vec<&str> = document.split(' ').collect();
    query.words.iter().all(|word| word.spellings.iter().any(|phrase| follows(&tokens, phrase)))
}

fn follows(tokens: &[&str], phrase: &Phrase) -> bool {
    let last = phrase.tokens.len() - 1;
    tokens.windows(phrase.tokens.len()).any(|window| {
        window.iter().zip(&phrase.tokens).enumerate().all(|(place, (token, wanted))| {
            token == wanted
                || (place == last && phrase.prefix && token.starts_with(wanted.as_str()))
        })
    })
}

fn finds(document: &str, text: &str) -> bool {
    query(text).is_some_and(|query| matches(document, &query))
}

fn client() -> String {
    document(
        &["張三貿易有限公司", "张三"],
        &[
            "KH-20261122-0001",
            "HT20261122001",
            "上海市浦东新区世纪大道100号",
            "M3x12 内六角螺丝",
            "13800138000",
        ],
    )
}

#[test]
fn a_client_is_found_by_all_that_users_type() {
    let client = client();
    for text in [
        "张",
        "三贸",
        "張三",
        "贸易有限",
        "zsmy",
        "ZSMY",
        "zhangsan",
        "zhang san",
        "zhangs",
        "maoyi",
        "my",
        "zsmyyxgs",
        "KH-20261122-0001",
        "ＫＨ－２０２６",
        "kh-2026",
        "kh202611220001",
        "KH20261122",
        "20261122",
        "0001",
        "20261122-0001",
        "20261122001",
        "HT2026",
        "1380013",
        "138-0013-8000",
        "m3x",
        "M3X12",
        "六角螺",
        "世纪大道100",
        "浦东 螺丝",
        "张三　m3x",
        "「张三」，贸易",
    ] {
        assert!(finds(&client, text), "{text} in {client}");
    }
}

#[test]
fn a_client_is_not_found_by_what_it_lacks() {
    let client = client();
    for text in [
        "李四",
        "三张",
        "贸三",
        "zhangsi",
        "x12",
        "司上",
        "张三 李四",
        "kh-2027",
        "m4",
        "㐀",
        "司张",
    ] {
        assert!(!finds(&client, text), "{text} in {client}");
    }
}

#[test]
fn names_with_several_readings_are_found_by_each() {
    for (name, texts) in [
        ("单晓明", ["shan", "shanxiaoming", "sxm", "danxiao"]),
        ("重庆长安汽车", ["chongqing", "cqca", "changan", "zhang"]),
        ("工商银行", ["yinhang", "gsyh", "gongshangyin", "hang"]),
        ("吕梁绿地", ["lvliang", "luliang", "lü", "lvdi"]),
        ("厦门国贸", ["xiamen", "xmgm", "shamen", "guomao"]),
    ] {
        let client = document(&[name], &[]);
        for text in texts {
            assert!(finds(&client, text), "{text} in {client}");
        }
    }
}

/// A number as documents carry it: letters, dashes, digits.
const NUMBER: &str = "[A-Z]{2}-?20[0-9]{6}-?[0-9]{3,5}";

proptest! {
    #[test]
    fn every_part_of_a_chinese_text_finds_it(
        text in "[一-龥㐀-䶵張貿國繁體，。（） 、𠮷-𠮾]{1,40}", start in 0_usize..40, length in 1_usize..12,
        name in "[一-龥]{0,8}", number in NUMBER) {
        let client = document(&[&name], &[&number, &text]);
        let part: String = text.chars().skip(start).take(length).collect();
        if let Some(query) = query(&part) {
            prop_assert!(matches(&client, &query), "{} in {}", part, client);
        }
    }

    #[test]
    fn every_beginning_of_a_number_finds_it(number in NUMBER, length in 2_usize..20, name in "[一-龥]{0,8}") {
        let client = document(&[&name], &[&number]);
        let beginning: String = number.chars().take(length).collect();
        let bare: String = beginning.chars().filter(|c| *c != '-').collect();
        prop_assert!(finds(&client, &beginning), "{} in {}", beginning, client);
        prop_assert!(finds(&client, &bare), "{} in {}", bare, client);
        for digits in number.split(|c: char| !c.is_ascii_digit()).filter(|d| !d.is_empty()) {
            prop_assert!(finds(&client, digits), "{} in {}", digits, client);
        }
    }

    #[test]
    fn a_phrase_never_crosses_two_fields(a in "[一-龥]{1,6}", b in "[一-龥]{1,6}") {
        let client = document(&[], &[&a, &b]);
        let across: String = a.chars().last().into_iter().chain(b.chars().next()).collect();
        prop_assume!(!a.contains(&across) && !b.contains(&across));
        let folded = super::to_simplified(&across);
        prop_assume!(!super::to_simplified(&a).contains(&folded) && !super::to_simplified(&b).contains(&folded));
        prop_assert!(!finds(&client, &across), "{} in {}", across, client);
    }

    #[test]
    fn initials_and_joined_pinyin_find_a_name(name in "[张李王陈林上海苏州恒力精密机械贸易]{2,6}", skip in 0_usize..4) {
        let client = document(&[&name], &[]);
        let initials: String = super::initials(&name).chars().skip(skip).collect();
        prop_assert!(initials.is_empty() || finds(&client, &initials), "{} in {}", initials, client);
    }
}
