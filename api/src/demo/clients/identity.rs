//! Who a client is: trade, place and name.

use super::super::dice::Dice;
use super::super::industries::{self, Industry};
use super::super::names::{self, Name};
use super::super::places::{self, City, District, Region};

/// Where a client is.
pub(super) enum Place {
    Mainland(&'static City, District),
    Overseas(&'static Region),
}

/// What the rest of the archive is written from.
pub(super) struct Who {
    pub individual: bool,
    pub industry: &'static Industry,
    pub place: Place,
    pub brand: Name,
    /// The owner's surname.
    pub owner: &'static str,
    pub name: String,
    pub english: String,
}

/// Form in the name, its share, and the authority in the credit code.
const FORMS: &[(u32, (&str, &str))] = &[
    (76, ("有限公司", "91")),
    (8, ("有限责任公司", "91")),
    (5, ("股份有限公司", "91")),
    (3, ("集团有限公司", "91")),
    (3, ("中心（有限合伙）", "91")),
    (5, ("经营部", "92")),
];

impl Who {
    /// One in 13 is an individual, one in 45 lies outside the mainland.
    pub(super) fn draw(dice: &mut Dice) -> Self {
        let individual = dice.per_mille(75);
        let industry = industries::industry(dice).unwrap_or(&industries::DEFAULT);
        let overseas = !individual && dice.per_mille(24);
        let region = if overseas { places::region(dice) } else { None };
        let place = region.map_or_else(|| mainland(dice), Place::Overseas);
        let owner = names::surname(dice);
        let mut who = Self {
            individual,
            industry,
            brand: match place {
                Place::Mainland(..) => names::brand(dice),
                Place::Overseas(_) => names::traditional_brand(dice),
            },
            place,
            owner,
            name: String::new(),
            english: String::new(),
        };
        who.christen(dice);
        who
    }

    /// The place as salespeople call it.
    pub(super) fn city(&self) -> &'static str {
        match &self.place {
            Place::Mainland(city, _) => city.short(),
            Place::Overseas(region) => region.short(),
        }
    }

    pub(super) fn region(&self) -> String {
        match &self.place {
            Place::Mainland(city, _) => city.region(),
            Place::Overseas(region) => region.name.to_owned(),
        }
    }

    /// The six digits of the district, or those of no district.
    pub(super) fn district_code(&self) -> &'static str {
        match &self.place {
            Place::Mainland(_, (code, _, _)) => code,
            Place::Overseas(_) => "000000",
        }
    }

    /// The domain of its mail and web addresses.
    pub(super) fn domain(&self) -> String {
        format!("{}.example.com", self.brand.pinyin)
    }

    fn christen(&mut self, dice: &mut Dice) {
        if self.individual {
            let female = dice.percent(50);
            self.brand = names::person(dice, female);
            self.name.clone_from(&self.brand.text);
            return;
        }
        let (word, english) = dice.pick(self.industry.words);
        let brand = names::capitalised(&self.brand.pinyin);
        self.english = format!("{} {brand} {english} Co., Ltd.", self.pinyin());
        self.name = match &self.place {
            Place::Overseas(region) => {
                let (prefix, form) = (dice.pick(region.prefixes), dice.pick(region.forms));
                let trade =
                    dice.pick(&["貿易", "國際貿易", "實業", "食品", "科技", "百貨", "電子"]);
                format!("{prefix}{}{trade}{form}", self.brand.text)
            }
            Place::Mainland(city, district) => {
                mainland_name(dice, self.industry, city, *district, &self.brand.text, word)
            }
        };
    }

    fn pinyin(&self) -> &'static str {
        match &self.place {
            Place::Mainland(city, _) => city.pinyin,
            Place::Overseas(region) => region.pinyin,
        }
    }
}

fn mainland(dice: &mut Dice) -> Place {
    let city = places::city(dice).unwrap_or(&places::DEFAULT);
    Place::Mainland(city, dice.pick(city.districts))
}

fn mainland_name(
    dice: &mut Dice,
    industry: &Industry,
    city: &City,
    district: District,
    brand: &str,
    word: &str,
) -> String {
    let (short, province) = (city.short(), city.short_province());
    if industry.kind != industries::Kind::Company {
        return match dice.below(3) {
            0 => format!("{short}{brand}{word}"),
            1 => format!("{}{}{brand}{word}", city.name, district.1),
            _ => format!("{province}{brand}{word}"),
        };
    }
    let (form, _) = dice.weighted(FORMS, ("有限公司", "91"));
    match dice.below(100) {
        0..40 => format!("{short}{brand}{word}{form}"),
        40..58 => format!("{province}{brand}{word}{form}"),
        58..74 => format!("{brand}{word}（{short}）{form}"),
        74..84 => format!("{}{}{brand}{word}{form}", city.name, district.1),
        84..94 => format!("{brand}{word}{form}{short}分公司"),
        94..98 => format!("{province}{brand}{word}产业发展{form}"),
        _ => long_name(dice, city, district, brand, word),
    }
}

/// Names that break narrow columns.
fn long_name(dice: &mut Dice, city: &City, district: District, brand: &str, word: &str) -> String {
    let second = names::brand(dice).text;
    let number = dice.pick(&["第一", "第二", "第三", "第五", "第八"]);
    format!(
        "{}{}{brand}{second}{word}与供应链综合服务产业投资发展（集团）股份有限公司{}{}{number}分公司",
        if city.is_municipality() { "" } else { city.province },
        city.name,
        city.short(),
        district.1,
    )
}

/// The authority in the credit code that belongs to the form of the name.
pub(super) fn authority(who: &Who) -> &'static str {
    if who.industry.kind != industries::Kind::Company {
        return "52";
    }
    let form = FORMS.iter().find(|(_, (form, _))| who.name.ends_with(form));
    form.map_or("91", |(_, (_, authority))| authority)
}
