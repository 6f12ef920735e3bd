//! Hong Kong, Macau and Taiwan: names and addresses in traditional characters.

use crate::demo::codes::subscriber;
use crate::demo::dice::Dice;

/// A region that registers companies its own way.
pub(in crate::demo) struct Region {
    pub name: &'static str,
    pub pinyin: &'static str,
    /// In front of the company's name.
    pub prefixes: &'static [&'static str],
    pub forms: &'static [&'static str],
    pub postcode: &'static str,
    streets: &'static [&'static str],
    buildings: &'static [&'static str],
    country_code: &'static str,
    /// The first digits of a local number and how many follow.
    local: (&'static str, u32),
    /// What proves the registration, and who issues it.
    pub certificate: (&'static str, &'static str),
}

#[rustfmt::skip]
const REGIONS: &[(u32, Region)] = &[
    (
        5,
        Region {
            name: "香港特别行政区",
            pinyin: "Hong Kong",
            prefixes: &["香港", "香港", "港"],
            forms: &["有限公司", "國際有限公司", "集團有限公司", "（香港）有限公司"],
            postcode: "999077",
            streets: &[
                "九龍尖沙咀廣東道", "九龍旺角彌敦道", "九龍觀塘巧明街", "香港中環德輔道中",
                "香港灣仔軒尼詩道", "香港銅鑼灣告士打道", "新界荃灣青山公路", "新界沙田安耀街",
            ],
            buildings: &["工業大廈", "商業中心", "中心", "廣場", "商業大廈"],
            country_code: "+852",
            local: ("2", 7),
            certificate: ("商業登記證", "香港稅務局"),
        },
    ),
    (
        4,
        Region {
            name: "台湾地区",
            pinyin: "Taiwan",
            prefixes: &["臺灣", "臺北", ""],
            forms: &["股份有限公司", "有限公司", "企業股份有限公司", "實業有限公司"],
            postcode: "999079",
            streets: &[
                "臺北市信義區松高路", "臺北市大安區復興南路一段", "新北市板橋區縣民大道二段",
                "臺中市西屯區臺灣大道三段", "高雄市前鎮區成功二路", "桃園市桃園區中正路",
            ],
            buildings: &["大樓", "科技大樓", "商業大樓"],
            country_code: "+886-2",
            local: ("2", 7),
            certificate: ("公司登記證明", "經濟部商業發展署"),
        },
    ),
    (
        2,
        Region {
            name: "澳门特别行政区",
            pinyin: "Macau",
            prefixes: &["澳門", "濠江"],
            forms: &["有限公司", "一人有限公司", "國際有限公司"],
            postcode: "999078",
            streets: &["新口岸宋玉生廣場", "南灣大馬路", "氹仔埃武拉街", "黑沙環中街"],
            buildings: &["商業中心", "大廈", "工業中心"],
            country_code: "+853",
            local: ("28", 6),
            certificate: ("商業登記證明", "澳門商業及動產登記局"),
        },
    ),
];

/// A region in the proportion of the company's trade with it.
pub(in crate::demo) fn region(dice: &mut Dice) -> Option<&'static Region> {
    let mut left = dice.below(REGIONS.iter().map(|(weight, _)| weight).sum());
    for (weight, region) in REGIONS {
        if left < *weight {
            return Some(region);
        }
        left -= weight;
    }
    None
}

impl Region {
    /// 香港特别行政区 → 香港.
    pub(in crate::demo) fn short(&self) -> &'static str {
        self.name.trim_end_matches("特别行政区").trim_end_matches("地区")
    }

    pub(in crate::demo) fn address(&self, dice: &mut Dice, brand: &str) -> String {
        let (street, building) = (dice.pick(self.streets), dice.pick(self.buildings));
        let (number, floor) = (dice.between(1, 499), dice.between(2, 38));
        let room = dice.pick(&["A室", "B室", "01室", "08室", ""]);
        format!("{street}{number}號{brand}{building}{floor}樓{room}")
    }

    /// A local number, unique up to a million clients.
    pub(in crate::demo) fn telephone(&self, index: u64, seed: u64) -> String {
        let (start, digits) = self.local;
        let value = subscriber(index, seed, 10_u64.pow(digits));
        let width = usize::try_from(digits).unwrap_or_default();
        format!("{} {start}{value:0width$}", self.country_code)
    }
}
