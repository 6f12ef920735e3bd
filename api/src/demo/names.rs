//! Names of persons and firms with their pinyin, for addresses of mail and English names.

use super::dice::Dice;

type Pinyin = (&'static str, &'static str);

#[rustfmt::skip]
const SURNAMES: &[Pinyin] = &[
    ("王", "wang"), ("李", "li"), ("张", "zhang"), ("刘", "liu"), ("陈", "chen"), ("杨", "yang"),
    ("黄", "huang"), ("赵", "zhao"), ("周", "zhou"), ("吴", "wu"), ("徐", "xu"), ("孙", "sun"),
    ("胡", "hu"), ("朱", "zhu"), ("高", "gao"), ("林", "lin"), ("何", "he"), ("郭", "guo"),
    ("马", "ma"), ("罗", "luo"), ("梁", "liang"), ("宋", "song"), ("郑", "zheng"), ("谢", "xie"),
    ("韩", "han"), ("唐", "tang"), ("冯", "feng"), ("于", "yu"), ("董", "dong"), ("萧", "xiao"),
    ("程", "cheng"), ("曹", "cao"), ("袁", "yuan"), ("邓", "deng"), ("许", "xu"), ("傅", "fu"),
    ("沈", "shen"), ("曾", "zeng"), ("彭", "peng"), ("吕", "lv"), ("苏", "su"), ("卢", "lu"),
    ("蒋", "jiang"), ("蔡", "cai"), ("贾", "jia"), ("丁", "ding"), ("魏", "wei"), ("薛", "xue"),
    ("叶", "ye"), ("阎", "yan"), ("余", "yu"), ("潘", "pan"), ("杜", "du"), ("戴", "dai"),
    ("夏", "xia"), ("钟", "zhong"), ("汪", "wang"), ("田", "tian"), ("任", "ren"), ("姜", "jiang"),
    ("范", "fan"), ("方", "fang"), ("石", "shi"), ("姚", "yao"), ("谭", "tan"), ("廖", "liao"),
    ("邹", "zou"), ("熊", "xiong"), ("金", "jin"), ("陆", "lu"), ("郝", "hao"), ("孔", "kong"),
    ("白", "bai"), ("崔", "cui"), ("康", "kang"), ("毛", "mao"), ("邱", "qiu"), ("秦", "qin"),
    ("欧阳", "ouyang"), ("上官", "shangguan"), ("司马", "sima"), ("诸葛", "zhuge"),
];
#[rustfmt::skip]
const MALE: &[Pinyin] = &[
    ("伟", "wei"), ("强", "qiang"), ("磊", "lei"), ("军", "jun"), ("洋", "yang"), ("勇", "yong"),
    ("杰", "jie"), ("涛", "tao"), ("明", "ming"), ("超", "chao"), ("建国", "jianguo"),
    ("志强", "zhiqiang"), ("建华", "jianhua"), ("国栋", "guodong"), ("文斌", "wenbin"),
    ("俊峰", "junfeng"), ("海涛", "haitao"), ("晓东", "xiaodong"), ("振华", "zhenhua"),
    ("永胜", "yongsheng"), ("家豪", "jiahao"), ("子轩", "zixuan"), ("浩然", "haoran"),
    ("宇航", "yuhang"), ("天佑", "tianyou"), ("立新", "lixin"), ("德全", "dequan"),
    ("光辉", "guanghui"), ("启明", "qiming"), ("承志", "chengzhi"), ("学文", "xuewen"),
    ("少华", "shaohua"), ("泽宇", "zeyu"), ("思远", "siyuan"), ("鹏飞", "pengfei"),
    ("长青", "changqing"), ("万里", "wanli"), ("兴旺", "xingwang"), ("成林", "chenglin"),
    ("仲谋", "zhongmou"),
];
#[rustfmt::skip]
const FEMALE: &[Pinyin] = &[
    ("芳", "fang"), ("娜", "na"), ("敏", "min"), ("静", "jing"), ("丽", "li"), ("艳", "yan"),
    ("娟", "juan"), ("霞", "xia"), ("婷", "ting"), ("雪", "xue"), ("秀英", "xiuying"),
    ("桂兰", "guilan"), ("玉梅", "yumei"), ("晓燕", "xiaoyan"), ("丽华", "lihua"),
    ("雅琴", "yaqin"), ("慧敏", "huimin"), ("佳怡", "jiayi"), ("梦琪", "mengqi"),
    ("思涵", "sihan"), ("欣怡", "xinyi"), ("雨桐", "yutong"), ("诗涵", "shihan"),
    ("婉清", "wanqing"), ("海燕", "haiyan"), ("春梅", "chunmei"), ("素芬", "sufen"),
    ("红霞", "hongxia"), ("美玲", "meiling"), ("淑珍", "shuzhen"), ("晓雯", "xiaowen"),
    ("若兰", "ruolan"), ("文静", "wenjing"), ("子涵", "zihan"), ("冬梅", "dongmei"),
    ("凤英", "fengying"),
];
#[rustfmt::skip]
const BRAND_FIRST: &[Pinyin] = &[
    ("瑞", "rui"), ("恒", "heng"), ("鑫", "xin"), ("华", "hua"), ("盛", "sheng"), ("嘉", "jia"),
    ("锦", "jin"), ("宏", "hong"), ("泰", "tai"), ("金", "jin"), ("明", "ming"), ("兴", "xing"),
    ("联", "lian"), ("康", "kang"), ("天", "tian"), ("海", "hai"), ("博", "bo"), ("德", "de"),
    ("利", "li"), ("永", "yong"), ("安", "an"), ("众", "zhong"), ("盈", "ying"), ("启", "qi"),
    ("融", "rong"), ("汇", "hui"), ("创", "chuang"), ("百", "bai"), ("万", "wan"), ("佳", "jia"),
    ("益", "yi"), ("顺", "shun"), ("祥", "xiang"), ("福", "fu"), ("春", "chun"), ("蜀", "shu"),
    ("川", "chuan"), ("岷", "min"), ("青", "qing"), ("云", "yun"), ("翔", "xiang"), ("鼎", "ding"),
    ("卓", "zhuo"), ("睿", "rui"), ("诚", "cheng"), ("信", "xin"), ("和", "he"), ("禾", "he"),
    ("乐", "le"), ("景", "jing"), ("凯", "kai"), ("润", "run"), ("东", "dong"), ("南", "nan"),
];
#[rustfmt::skip]
const BRAND_SECOND: &[Pinyin] = &[
    ("达", "da"), ("源", "yuan"), ("通", "tong"), ("丰", "feng"), ("隆", "long"), ("昌", "chang"),
    ("盈", "ying"), ("辉", "hui"), ("峰", "feng"), ("腾", "teng"), ("诺", "nuo"), ("捷", "jie"),
    ("旺", "wang"), ("泽", "ze"), ("岳", "yue"), ("新", "xin"), ("成", "cheng"), ("宇", "yu"),
    ("悦", "yue"), ("邦", "bang"), ("林", "lin"), ("城", "cheng"), ("元", "yuan"), ("晟", "sheng"),
    ("力", "li"), ("途", "tu"), ("维", "wei"), ("朗", "lang"), ("亿", "yi"), ("航", "hang"),
    ("远", "yuan"), ("思", "si"), ("程", "cheng"), ("佰", "bai"), ("满", "man"), ("慧", "hui"),
    ("颐", "yi"), ("锐", "rui"), ("茂", "mao"), ("烨", "ye"), ("澜", "lan"), ("曜", "yao"),
    ("楷", "kai"), ("淳", "chun"), ("穗", "sui"), ("屹", "yi"), ("骏", "jun"), ("舟", "zhou"),
];
#[rustfmt::skip]
const BRAND_THIRD: &[Pinyin] = &[
    ("德", "de"), ("特", "te"), ("尔", "er"), ("鼎", "ding"), ("兴", "xing"), ("康", "kang"),
    ("世", "shi"), ("合", "he"), ("美", "mei"), ("佳", "jia"), ("赛", "sai"), ("宝", "bao"),
    ("同", "tong"), ("士", "shi"), ("乐", "le"), ("科", "ke"), ("昕", "xin"), ("诚", "cheng"),
    ("年", "nian"), ("来", "lai"), ("里", "li"), ("优", "you"), ("易", "yi"), ("嘉", "jia"),
];
#[rustfmt::skip]
const TRADITIONAL_FIRST: &[Pinyin] = &[
    ("鴻", "hong"), ("聯", "lian"), ("寶", "bao"), ("東", "dong"), ("華", "hua"), ("萬", "wan"),
    ("榮", "rong"), ("順", "shun"), ("億", "yi"), ("鑫", "xin"), ("環", "huan"), ("維", "wei"),
    ("偉", "wei"), ("龍", "long"), ("麗", "li"), ("廣", "guang"), ("國", "guo"), ("錦", "jin"),
    ("滙", "hui"), ("臺", "tai"), ("潤", "run"), ("豐", "feng"), ("慶", "qing"), ("達", "da"),
];
#[rustfmt::skip]
const TRADITIONAL_SECOND: &[Pinyin] = &[
    ("灃", "feng"), ("翀", "chong"), ("穗", "sui"), ("曜", "yao"), ("穎", "ying"), ("澤", "ze"),
    ("騰", "teng"), ("業", "ye"), ("陽", "yang"), ("興", "xing"), ("隆", "long"), ("昇", "sheng"),
    ("發", "fa"), ("勝", "sheng"), ("燁", "ye"), ("嶽", "yue"), ("駿", "jun"), ("銳", "rui"),
    ("瀾", "lan"), ("詠", "yong"), ("恆", "heng"), ("綸", "lun"), ("堯", "yao"), ("禮", "li"),
];

/// A name with its pinyin, lower case and without spaces.
#[derive(Clone)]
pub(super) struct Name {
    pub text: String,
    pub pinyin: String,
}

/// A person; `female` chooses the given name.
pub(super) fn person(dice: &mut Dice, female: bool) -> Name {
    let given = if female { FEMALE } else { MALE };
    joined(&[dice.pick(SURNAMES), dice.pick(given)])
}

pub(super) fn surname(dice: &mut Dice) -> &'static str {
    dice.pick(SURNAMES).0
}

/// The invented word in a firm's name, two or three characters.
pub(super) fn brand(dice: &mut Dice) -> Name {
    let (first, second) = (dice.pick(BRAND_FIRST), dice.pick(BRAND_SECOND));
    if dice.percent(45) {
        joined(&[first, second, dice.pick(BRAND_THIRD)])
    } else {
        joined(&[first, second])
    }
}

/// The same in traditional characters.
pub(super) fn traditional_brand(dice: &mut Dice) -> Name {
    joined(&[dice.pick(TRADITIONAL_FIRST), dice.pick(TRADITIONAL_SECOND)])
}

fn joined(parts: &[Pinyin]) -> Name {
    Name {
        text: parts.iter().map(|(text, _)| *text).collect(),
        pinyin: parts.iter().map(|(_, pinyin)| *pinyin).collect(),
    }
}

/// `ruiheng` → `Ruiheng`, for English names.
pub(super) fn capitalised(pinyin: &str) -> String {
    let mut letters = pinyin.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_ascii_uppercase().to_string() + letters.as_str())
}
