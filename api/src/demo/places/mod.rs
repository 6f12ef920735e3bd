//! Where clients are: cities with their districts, codes and numbers, and addresses in them.

mod east;
mod overseas;
mod west;

pub(super) use overseas::{Region, region};

use super::dice::Dice;

/// A city at prefecture level or above.
pub(super) struct City {
    pub province: &'static str,
    pub name: &'static str,
    pub pinyin: &'static str,
    pub area_code: &'static str,
    /// Digits of a local telephone number.
    pub local_digits: u8,
    /// How many clients it has in proportion to the others.
    pub weight: u32,
    pub districts: &'static [District],
}

/// Code, name (empty where the city has none) and postcode.
pub(super) type District = (&'static str, &'static str, &'static str);

impl City {
    /// 成都市 → 成都.
    pub(super) fn short(&self) -> &'static str {
        self.name.strip_suffix('市').unwrap_or(self.name)
    }

    /// 四川省 → 四川, 内蒙古自治区 → 内蒙古.
    pub(super) fn short_province(&self) -> &'static str {
        const AUTONOMOUS: [(&str, &str); 5] = [
            ("内蒙", "内蒙古"),
            ("广西", "广西"),
            ("西藏", "西藏"),
            ("宁夏", "宁夏"),
            ("新疆", "新疆"),
        ];
        let known = AUTONOMOUS.iter().find(|(start, _)| self.province.starts_with(start));
        known.map_or_else(|| self.province.trim_end_matches(['省', '市']), |(_, short)| short)
    }

    /// 四川省成都市, but 北京市 once.
    pub(super) fn region(&self) -> String {
        if self.is_municipality() {
            self.name.to_owned()
        } else {
            format!("{}{}", self.province, self.name)
        }
    }

    pub(super) fn is_municipality(&self) -> bool {
        self.province == self.name
    }
}

/// For the case that no weight was hit, which the sum of the weights excludes.
pub(super) static DEFAULT: City = City {
    province: "四川省",
    name: "成都市",
    pinyin: "Chengdu",
    area_code: "028",
    local_digits: 8,
    weight: 0,
    districts: &[("510107", "武侯区", "610041")],
};

/// A city in proportion to its weight.
pub(super) fn city(dice: &mut Dice) -> Option<&'static City> {
    let cities = || west::WEST.iter().chain(east::EAST);
    let mut left = dice.below(cities().map(|city| city.weight).sum());
    for city in cities() {
        if left < city.weight {
            return Some(city);
        }
        left -= city.weight;
    }
    None
}

#[rustfmt::skip]
const STREETS: &[&str] = &[
    "人民南路", "人民中路", "建设路", "解放路", "中山路", "和平路", "新华大道", "青年路", "文化路",
    "迎宾大道", "滨江路", "长江路", "黄河路", "科技路", "创业路", "工业大道", "学府路", "体育路",
    "站前路", "环城东路", "环城西路", "府前街", "光华大道", "金桥路", "兴业街", "友谊路", "团结路",
    "朝阳路", "凤凰大道", "龙湖路", "翠屏路", "锦绣路", "天平街", "东升路", "西林街", "北苑路",
    "南湖路", "物流大道", "港口路", "开源路", "丰收路", "荷花池街", "桂溪东路", "梧桐街", "银杏路",
];
#[rustfmt::skip]
const BUILDINGS: &[&str] = &[
    "金融中心", "商务大厦", "国际广场", "时代中心", "创新大厦", "财富中心", "世纪大厦", "科技园",
    "产业园", "总部基地", "万象中心", "银座", "商贸城", "物流园", "工业园", "软件园", "环球中心",
    "都会广场",
];
#[rustfmt::skip]
const ESTATES: &[&str] =
    &["锦绣花园", "翠湖名苑", "阳光家园", "滨河雅居", "桂花苑", "都市春天", "御景湾", "和馨苑"];

/// A street address in the district, without the region.
pub(super) fn street_address(dice: &mut Dice, district: &str, at_home: bool) -> String {
    let (street, number) = (dice.pick(STREETS), dice.between(1, 899));
    if at_home {
        let (estate, block) = (dice.pick(ESTATES), dice.between(1, 28));
        let (unit, floor, door) = (dice.between(1, 4), dice.between(1, 32), dice.between(1, 4));
        return format!("{district}{street}{number}号{estate}{block}栋{unit}单元{floor}0{door}室");
    }
    match dice.below(4) {
        0 => format!("{district}{street}{number}号"),
        1 => format!("{district}{street}{}段{number}号", dice.pick(&["一", "二", "三", "四"])),
        2 => {
            let (building, block) = (dice.pick(BUILDINGS), dice.between(1, 12));
            format!("{district}{street}{number}号{building}{block}号楼{}层", dice.between(1, 9))
        }
        _ => {
            let (building, floor) = (dice.pick(BUILDINGS), dice.between(3, 36));
            let (tower, door) = (dice.pick(&["A", "B", "C"]), dice.between(1, 18));
            format!("{district}{street}{number}号{building}{tower}座{floor}{door:02}室")
        }
    }
}
