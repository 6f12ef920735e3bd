//! The distinguishing part of a company's name, for finding the same company entered twice.

use super::hanzi::is_hanzi;

/// Legal forms, longest first, stripped from the end. 分公司 stays: a branch is another client.
const FORMS: &[&str] = &[
    "有限责任公司",
    "股份有限公司",
    "有限总公司",
    "股份公司",
    "有限公司",
    "总公司",
    "公司",
    "companylimited",
    "corporation",
    "coltd",
    "inccorp",
    "limited",
    "gmbh",
    "corp",
    "ltd",
    "llc",
    "inc",
];
const BRANCH: &str = "分公司";
const GROUPS: &[&str] = &["集团股份", "控股集团", "集团", "控股", "股份"];

/// Regions as they begin names, or stand in brackets, with or without their 省, 市 and so on.
const REGIONS: &[&str] = &[
    "中国",
    "北京",
    "天津",
    "上海",
    "重庆",
    "河北",
    "山西",
    "辽宁",
    "吉林",
    "黑龙江",
    "江苏",
    "浙江",
    "安徽",
    "福建",
    "江西",
    "山东",
    "河南",
    "湖北",
    "湖南",
    "广东",
    "海南",
    "四川",
    "贵州",
    "云南",
    "陕西",
    "甘肃",
    "青海",
    "内蒙古",
    "广西",
    "西藏",
    "宁夏",
    "新疆",
    "香港",
    "澳门",
    "台湾",
    "深圳",
    "广州",
    "杭州",
    "宁波",
    "温州",
    "苏州",
    "无锡",
    "常州",
    "南通",
    "南京",
    "合肥",
    "福州",
    "厦门",
    "泉州",
    "南昌",
    "济南",
    "青岛",
    "烟台",
    "郑州",
    "武汉",
    "长沙",
    "东莞",
    "佛山",
    "珠海",
    "中山",
    "惠州",
    "成都",
    "贵阳",
    "昆明",
    "西安",
    "兰州",
    "太原",
    "石家庄",
    "沈阳",
    "大连",
    "长春",
    "哈尔滨",
    "嘉兴",
    "绍兴",
    "台州",
    "昆山",
    "徐州",
    "扬州",
    "唐山",
];
const REGION_ENDINGS: &[&str] =
    &["维吾尔自治区", "壮族自治区", "回族自治区", "特别行政区", "自治区", "省", "市"];
/// Fewer characters than this say too little once the region is gone (上海电气 and 北京电气).
const MIN_AFTER_REGION: usize = 4;
const MIN_AFTER_FORM: usize = 2;

/// Folds a name: one script, width and case, no punctuation or spaces, without legal form, 集团,
/// a bracketed region, and a leading region where enough remains. Empty only for a name without
/// letters. Equal folds suggest the same company; they do not prove it.
pub fn fold(name: &str) -> String {
    let spelled = super::normalise(name);
    let without_brackets = drop_bracketed_regions(&spelled);
    let mut rest: String = without_brackets.chars().filter(|c| c.is_alphanumeric()).collect();
    if !rest.ends_with(BRANCH) {
        rest = strip_end(&rest, FORMS);
        rest = strip_end(&rest, GROUPS);
    }
    strip_region(&strip_region(&rest))
}

fn drop_bracketed_regions(name: &str) -> String {
    let mut kept = String::new();
    let mut rest = name;
    while let Some((before, after)) = rest.split_once(['(', '[', '【', '〔']) {
        kept.push_str(before);
        let Some((inside, tail)) = after.split_once([')', ']', '】', '〕']) else {
            rest = after;
            continue;
        };
        if !is_region(inside.trim()) && !GROUPS.contains(&inside.trim()) {
            kept.push_str(inside);
        }
        rest = tail;
    }
    kept.push_str(rest);
    kept
}

fn is_region(text: &str) -> bool {
    region_length(text) == Some(text.len())
}

/// Bytes of the region a text begins with.
fn region_length(text: &str) -> Option<usize> {
    let region = REGIONS.iter().find(|region| text.starts_with(**region))?;
    let after = text.strip_prefix(region)?;
    let ending = REGION_ENDINGS.iter().find(|ending| after.starts_with(**ending));
    Some(region.len().saturating_add(ending.map_or(0, |ending| ending.len())))
}

fn strip_region(name: &str) -> String {
    let rest = region_length(name).and_then(|length| name.get(length..));
    match rest {
        Some(rest) if rest.chars().count() >= MIN_AFTER_REGION => rest.to_owned(),
        _ => name.to_owned(),
    }
}

fn strip_end(name: &str, endings: &[&str]) -> String {
    let rest = endings.iter().find_map(|ending| name.strip_suffix(ending));
    match rest {
        Some(rest)
            if rest.chars().count() >= MIN_AFTER_FORM
                && rest.chars().any(|c| is_hanzi(c) || c.is_alphabetic()) =>
        {
            rest.to_owned()
        }
        _ => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_same_company_folds_to_the_same_name() {
        for (a, b) in [
            ("上海张三贸易有限公司", "張三貿易（上海）有限公司"),
            ("江苏省恒力精密机械股份有限公司", "恒力精密机械有限责任公司"),
            ("华为技术（中国）有限公司", "华为技术 有限公司"),
            ("美的集团股份有限公司", "美的集团"),
            ("江苏省苏州市恒力精密机械有限公司", "恒力精密机械"),
            ("ACME Co., Ltd.", "acme"),
            ("ＡＣＭＥ（Shanghai）Co.,Ltd", "acme Shanghai"),
        ] {
            assert_eq!(fold(a), fold(b), "{a} {b}");
        }
    }

    #[test]
    fn different_companies_stay_apart() {
        for (a, b) in [
            ("上海电气有限公司", "北京电气有限公司"),
            ("张三贸易有限公司", "张三贸易有限公司苏州分公司"),
            ("张三贸易有限公司", "张三实业有限公司"),
            ("恒力（筹）有限公司", "恒力有限公司"),
        ] {
            assert_ne!(fold(a), fold(b), "{a} {b}");
        }
    }

    #[test]
    fn a_name_is_never_folded_away() {
        assert_eq!(fold("有限公司"), "有限公司");
        assert_eq!(fold("上海公司"), "上海");
        assert_eq!(fold("（张三）"), "张三");
        assert_eq!(fold("（张三"), "张三");
        assert_eq!(fold("，"), "");
    }

    proptest! {
        #[test]
        fn letters_never_vanish(name in "[一-龥a-z（）()]{0,20}") {
            let bare = super::super::normalise(&name);
            let letters = bare.chars().any(char::is_alphanumeric);
            prop_assert!(fold(&name).is_empty() != letters || is_region(bare.trim_matches(['(', ')'])));
        }
    }
}
