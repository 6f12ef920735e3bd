//! Pinyin of names, with the readings that names really use.

use super::hanzi::{is_hanzi, simplified};
use pinyin::{Pinyin, ToPinyinMulti};

/// Characters read in several ways in names of people, companies and places; the commonest there
/// first. The dictionary's further readings (有 also wei) would only crowd these out.
const POLYPHONES: &[(char, &[&str])] = &[
    ('长', &["chang", "zhang"]),
    ('重', &["zhong", "chong"]),
    ('行', &["xing", "hang"]),
    ('乐', &["le", "yue"]),
    ('单', &["dan", "shan", "chan"]),
    ('曾', &["zeng", "ceng"]),
    ('解', &["jie", "xie"]),
    ('查', &["cha", "zha"]),
    ('仇', &["qiu", "chou"]),
    ('区', &["qu", "ou"]),
    ('朴', &["pu", "piao"]),
    ('翟', &["zhai", "di"]),
    ('覃', &["qin", "tan"]),
    ('缪', &["miao", "mou"]),
    ('盖', &["gai", "ge"]),
    ('尉', &["wei", "yu"]),
    ('万', &["wan", "mo"]),
    ('俟', &["si", "qi"]),
    ('厦', &["xia", "sha"]),
    ('会', &["hui", "kuai"]),
    ('调', &["diao", "tiao"]),
    ('都', &["du", "dou"]),
    ('藏', &["cang", "zang"]),
    ('贾', &["jia", "gu"]),
    ('柏', &["bai", "bo"]),
    ('薄', &["bo", "bao"]),
    ('朝', &["chao", "zhao"]),
    ('车', &["che", "ju"]),
    ('盛', &["sheng", "cheng"]),
    ('沈', &["shen"]),
    ('牟', &["mou", "mu"]),
    ('番', &["fan", "pan"]),
    ('蚌', &["bang", "beng"]),
    ('六', &["liu", "lu"]),
    ('率', &["lv", "lu", "shuai"]),
    ('传', &["chuan", "zhuan"]),
    ('弹', &["dan", "tan"]),
    ('系', &["xi", "ji"]),
    ('种', &["zhong", "chong"]),
    ('召', &["zhao", "shao"]),
    ('员', &["yuan", "yun"]),
    ('莘', &["xin", "shen"]),
    ('铅', &["qian", "yan"]),
    ('荥', &["xing", "ying"]),
    ('阿', &["a", "e"]),
    ('秘', &["mi", "bi"]),
    ('繁', &["fan", "po"]),
    ('强', &["qiang", "jiang"]),
    ('奇', &["qi", "ji"]),
    ('角', &["jiao", "jue"]),
    ('参', &["can", "shen"]),
    ('谌', &["chen"]),
    ('隗', &["wei", "kui"]),
    ('浚', &["jun", "xun"]),
    ('洗', &["xi", "xian"]),
    ('降', &["jiang", "xiang"]),
    ('落', &["luo", "la"]),
    ('壳', &["qiao", "ke"]),
    ('绿', &["lv", "lu"]),
    ('吕', &["lv", "lu"]),
    ('旅', &["lv", "lu"]),
    ('律', &["lv", "lu"]),
    ('铝', &["lv", "lu"]),
    ('女', &["nv", "nu"]),
    ('大', &["da", "dai"]),
    ('石', &["shi", "dan"]),
    ('泊', &["bo", "po"]),
    ('佛', &["fo", "fu"]),
    ('校', &["xiao", "jiao"]),
];

/// Words whose reading is certain though a character of theirs has several.
const WORDS: &[(&str, &[&str])] = &[
    ("重庆", &["chong", "qing"]),
    ("银行", &["yin", "hang"]),
    ("商行", &["shang", "hang"]),
    ("车行", &["che", "hang"]),
    ("行业", &["hang", "ye"]),
    ("音乐", &["yin", "yue"]),
    ("乐器", &["yue", "qi"]),
    ("乐清", &["yue", "qing"]),
    ("会计", &["kuai", "ji"]),
    ("大厦", &["da", "sha"]),
    ("六安", &["lu", "an"]),
    ("蚌埠", &["beng", "bu"]),
    ("番禺", &["pan", "yu"]),
    ("西藏", &["xi", "zang"]),
    ("调料", &["tiao", "liao"]),
    ("空调", &["kong", "tiao"]),
    ("朝阳", &["chao", "yang"]),
    ("院长", &["yuan", "zhang"]),
    ("成长", &["cheng", "zhang"]),
    ("东阿", &["dong", "e"]),
    ("铅山", &["yan", "shan"]),
    ("单县", &["shan", "xian"]),
    ("荥经", &["ying", "jing"]),
    ("台州", &["tai", "zhou"]),
    ("尉迟", &["yu", "chi"]),
    ("万俟", &["mo", "qi"]),
    ("大夫", &["dai", "fu"]),
];

/// One character with its plain readings, the likeliest first, never empty.
pub(super) struct Reading {
    pub hanzi: char,
    pub plain: Vec<String>,
}

impl Reading {
    pub fn best(&self) -> &str {
        self.plain.first().map_or("", String::as_str)
    }

    /// The best reading with its tone 1 to 5 (`zhang1`), for sorting.
    pub fn toned(&self) -> String {
        let best = self.best();
        let tone = all(self.hanzi).find(|p| latin(p.plain()) == best).and_then(|p| {
            let last = p.with_tone_num_end().chars().last()?;
            last.is_ascii_digit().then_some(last)
        });
        format!("{best}{}", tone.unwrap_or('5'))
    }
}

/// The readings of the Hanzi of a text, one list for each unbroken run of Hanzi.
pub(super) fn runs(text: &str) -> Vec<Vec<Reading>> {
    let mut runs = vec![Vec::new()];
    let chars: Vec<char> = text.chars().map(simplified).collect();
    let mut rest = chars.as_slice();
    while let Some((first, tail)) = rest.split_first() {
        let word = WORDS.iter().find(|(word, _)| starts_with(rest, word));
        let taken = match (word, runs.last_mut()) {
            (Some((_, spoken)), Some(run)) => {
                let pairs = rest.iter().zip(spoken.iter());
                run.extend(
                    pairs.map(|(c, best)| Reading { hanzi: *c, plain: vec![(*best).to_owned()] }),
                );
                spoken.len()
            }
            (None, Some(run)) => {
                match reading(*first) {
                    Some(found) => run.push(found),
                    None => runs.push(Vec::new()),
                }
                1
            }
            (_, None) => 1,
        };
        rest = rest.get(taken..).unwrap_or(tail);
    }
    runs.retain(|run| !run.is_empty());
    runs
}

/// Every reading the dictionary has of a character, plain and without repeats.
pub(super) fn every(c: char) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for spoken in all(c).flat_map(|p| both_spellings(p.plain())) {
        if !found.contains(&spoken) {
            found.push(spoken);
        }
    }
    found
}

/// One letter per character, in lower case: `张三贸易ABC` gives `zsmyabc`. For jumping in lists.
pub fn initials(text: &str) -> String {
    let folded = super::tokens::fold(text);
    let mut readings = runs(&folded).into_iter().flatten();
    let letter = |c: char| {
        if !speakable(c) {
            return c.is_ascii_alphanumeric().then_some(c);
        }
        readings.next().and_then(|r| r.best().chars().next())
    };
    folded.chars().filter_map(letter).collect()
}

pub(super) fn speakable(c: char) -> bool {
    is_hanzi(c) && reading(simplified(c)).is_some()
}

fn starts_with(chars: &[char], word: &str) -> bool {
    chars.len() >= word.chars().count() && word.chars().zip(chars).all(|(a, b)| a == *b)
}

fn reading(c: char) -> Option<Reading> {
    let listed = POLYPHONES.iter().find(|(hanzi, _)| *hanzi == c).map(|(_, plain)| *plain);
    let plain = match listed {
        Some(listed) => listed.iter().map(|s| (*s).to_owned()).collect(),
        None => both_spellings(all(c).next()?.plain()),
    };
    Some(Reading { hanzi: c, plain })
}

fn all(c: char) -> impl Iterator<Item = Pinyin> {
    c.to_pinyin_multi().into_iter().flatten()
}

/// ü as it is typed: v, and u for those who leave the dots out.
fn both_spellings(plain: &str) -> Vec<String> {
    let mut spellings = vec![latin(plain)];
    if plain.contains('ü') {
        spellings.push(plain.replace('ü', "u"));
    }
    spellings
}

fn latin(plain: &str) -> String {
    let spelled = plain.replace('ü', "v").replace('ê', "e");
    spelled.chars().filter(char::is_ascii_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_follow_the_name() {
        assert_eq!(initials("張三贸易有限公司"), "zsmyyxgs");
        assert_eq!(initials("重庆长安（集团）3M"), "cqcajt3m");
        assert_eq!(initials("西部重工"), "xbzg");
        assert_eq!(initials(""), "");
    }

    #[test]
    fn words_decide_a_reading_and_runs_break_at_other_text() {
        let spoken: Vec<String> = runs("工商银行A重庆")
            .iter()
            .map(|run| run.iter().map(|r| r.best().to_owned()).collect::<Vec<_>>().join(" "))
            .collect();
        assert_eq!(spoken, ["gong shang yin hang", "chong qing"]);
    }

    #[test]
    fn tones_belong_to_the_best_reading() {
        let toned: Vec<String> = runs("重庆吕").into_iter().flatten().map(|r| r.toned()).collect();
        assert_eq!(toned, ["chong2", "qing4", "lv3"]);
    }

    #[test]
    fn listed_readings_exist_in_the_dictionary() {
        for (c, readings) in POLYPHONES {
            let known = every(*c);
            let unknown: Vec<_> =
                readings.iter().filter(|r| !known.contains(&(**r).to_owned())).collect();
            assert!(unknown.is_empty(), "{c} {unknown:?} {known:?}");
        }
    }
}
