//! The first page of the file: numbers, class, owner, size.

use super::super::codes;
use super::super::dice::Dice;
use super::super::people;
use super::super::places;
use super::identity::{Place, Who, authority};
use super::*;

const TAGS: &[&str] = &[
    "年度框架",
    "月结",
    "节日团购",
    "需专票",
    "转介绍",
    "展会",
    "招投标",
    "样品试用",
    "重点培育",
    "需预约送货",
    "连锁网点",
    "国有企业",
    "校企合作",
    "本地企业",
];
const INFERIOR_REASONS: &[&str] = &[
    "多次无理由拒收定制货物",
    "长期拖欠货款且拒绝对账",
    "要求虚开发票",
    "辱骂客服人员",
    "恶意投诉索赔",
];
/// Registered capital in ten thousand yuan.
const CAPITALS: &[u32] = &[50, 100, 200, 300, 500, 500, 800, 1_000, 1_000, 2_000, 3_000, 5_000];
const FEN_IN_WAN: i64 = 1_000_000;

/// State, tier and level of one client: they hang together.
struct Class {
    state: State,
    tier: Tier,
    level: Level,
}

impl DemoClients {
    /// The client without its sections, people and history.
    pub(super) fn draft(&self, dice: &mut Dice, index: u64, who: &Who) -> DemoClient {
        let (number, created_on) = self.registration(index);
        let class = class(dice, who.individual);
        let group_buy = who.individual || dice.percent(28);
        let owner = owner(dice, who, group_buy, class.tier);
        let (department, site) = people::place_of(owner);
        let founded_on = self.founded(dice, created_on);
        let (inferior, inferior_reason) = inferior(dice);
        let size = size(dice, who);
        let trading_since = (class.state == State::Existing)
            .then(|| later(created_on, dice.below(60)).min(self.today));
        let full = !who.individual;
        DemoClient {
            index,
            number,
            short_name: (full && dice.percent(60)).then(|| short_name(who)),
            english_name: (full && dice.percent(25)).then(|| who.english.clone()),
            name: who.name.clone(),
            kind: if full { Kind::Institution } else { Kind::Individual },
            group_buy,
            state: class.state,
            tier: class.tier,
            level: class.level,
            level_until: later(created_on, 365 * dice.between(3, 10)),
            inferior,
            inferior_reason,
            credit_code: self.credit_code(dice, who, index, founded_on),
            industry: full.then_some(who.industry.name),
            region: who.region(),
            address: dice.percent(94).then(|| address(dice, who)),
            postcode: postcode(dice, who),
            telephone: self.telephone(dice, who, index),
            website: (full && dice.percent(35)).then(|| format!("https://www.{}", who.domain())),
            owner,
            department,
            site,
            founded_on: (full && dice.percent(92)).then_some(founded_on),
            trading_since,
            employees: size.map(|size| size.employees),
            assets: size.filter(|_| dice.percent(70)).map(|size| size.assets),
            registered_capital: size.filter(|_| dice.percent(85)).map(|size| size.capital),
            annual_sales: size.filter(|_| dice.percent(75)).map(|size| size.sales),
            tags: tags(dice),
            sections: Sections::default(),
            contacts: Vec::new(),
            qualifications: Vec::new(),
            interactions: Vec::new(),
            purchases: Vec::new(),
            comments: Vec::new(),
            created_on,
            last_verified_on: self.verified(dice, created_on),
            twin_of: None,
        }
    }

    /// Older than the file, at most 34 years.
    fn founded(&self, dice: &mut Dice, created_on: NaiveDate) -> NaiveDate {
        let days = dice.between(90, 12_000).min(dice.between(200, 12_000));
        created_on.checked_sub_days(Days::new(u64::from(days))).unwrap_or(self.today)
    }

    fn credit_code(
        &self,
        dice: &mut Dice,
        who: &Who,
        index: u64,
        founded: NaiveDate,
    ) -> Option<String> {
        let mainland = matches!(who.place, Place::Mainland(..));
        if who.individual || !mainland || dice.percent(6) {
            return None;
        }
        // Since October 2015 bodies begin with MA.
        let old = (founded.year(), founded.month()) < (2015, 10);
        let district = who.district_code();
        Some(codes::credit_code(authority(who), district, index, self.seed, old))
    }

    fn telephone(&self, dice: &mut Dice, who: &Who, index: u64) -> String {
        match &who.place {
            _ if who.individual => contacts::mobile_of(index, 0, self.seed),
            Place::Overseas(region) => region.telephone(index, self.seed),
            Place::Mainland(city, _) => {
                let number = codes::landline(city.area_code, city.local_digits, index, self.seed);
                if dice.percent(4) { format!("{number}-8{:02}", dice.below(100)) } else { number }
            }
        }
    }

    /// Most files were verified in this quarter or the last, some are overdue, new ones not yet.
    fn verified(&self, dice: &mut Dice, created_on: NaiveDate) -> Option<NaiveDate> {
        let days = dice.weighted(&[(55, 60), (30, 150), (15, 400)], 60);
        let on = self.days_ago(dice.below(days) + 1);
        (on > created_on).then_some(on)
    }
}

fn class(dice: &mut Dice, individual: bool) -> Class {
    use State::{Existing, InTheMaking, Potential};
    let state = dice.weighted(&[(60, Existing), (16, InTheMaking), (24, Potential)], Existing);
    let tier = match state {
        Existing if individual => Tier::General,
        Existing => {
            let shares = [(7, Tier::Key), (18, Tier::Core), (75, Tier::General)];
            dice.weighted(&shares, Tier::General)
        }
        InTheMaking => {
            dice.weighted(&[(30, Tier::General), (70, Tier::Potential)], Tier::Potential)
        }
        Potential => Tier::Potential,
    };
    let (secret, confidential) = match tier {
        Tier::Key => (10, 60),
        Tier::Core => (55, 42),
        Tier::General | Tier::Potential => (96, 4),
    };
    let top = 100 - secret - confidential;
    let shares =
        [(secret, Level::Secret), (confidential, Level::Confidential), (top, Level::TopSecret)];
    Class { state, tier, level: dice.weighted(&shares, Level::Secret) }
}

fn owner(dice: &mut Dice, who: &Who, group_buy: bool, tier: Tier) -> &'static str {
    let important = matches!(tier, Tier::Key | Tier::Core);
    if group_buy {
        return dice.pick(people::group_buyers(important));
    }
    let near_branch = ["重庆", "贵阳", "遵义", "昆明", "曲靖"].contains(&who.city());
    dice.pick(people::sellers(who.city() == "成都", near_branch))
}

fn inferior(dice: &mut Dice) -> (Inferior, Option<&'static str>) {
    let shares = [(975, Inferior::None), (15, Inferior::Reported), (10, Inferior::Confirmed)];
    let inferior = dice.weighted(&shares, Inferior::None);
    (inferior, (inferior != Inferior::None).then(|| dice.pick(INFERIOR_REASONS)))
}

#[derive(Clone, Copy)]
struct Size {
    employees: u32,
    sales: i64,
    assets: i64,
    capital: i64,
}

/// Small ones are many: the smaller of two draws.
fn size(dice: &mut Dice, who: &Who) -> Option<Size> {
    if who.individual || dice.percent(5) {
        return None;
    }
    let (low, high) = who.industry.staff;
    let employees = dice.between(low, high).min(dice.between(low, high));
    let (from, to) = who.industry.sales_per_head;
    let sales = i64::from(employees) * i64::from(dice.between(from, to)) * FEN_IN_WAN;
    Some(Size {
        employees,
        sales,
        assets: sales / 100 * i64::from(dice.between(35, 160)),
        capital: i64::from(dice.pick(CAPITALS)) * FEN_IN_WAN,
    })
}

fn short_name(who: &Who) -> String {
    match leading_place(who) {
        Some(place) => format!("{place}{}", who.brand.text),
        None => who.brand.text.clone(),
    }
}

/// The place stands in the short name when it stands in front of the full one.
fn leading_place(who: &Who) -> Option<&'static str> {
    who.name.starts_with(who.city()).then(|| who.city())
}

fn address(dice: &mut Dice, who: &Who) -> String {
    match &who.place {
        Place::Overseas(region) => region.address(dice, &who.brand.text),
        Place::Mainland(_, (_, district, _)) => {
            let street = places::street_address(dice, district, who.individual);
            format!("{}{street}", who.region())
        }
    }
}

fn postcode(dice: &mut Dice, who: &Who) -> Option<&'static str> {
    let code = match &who.place {
        Place::Overseas(region) => region.postcode,
        Place::Mainland(_, (_, _, code)) => code,
    };
    dice.percent(86).then_some(code)
}

fn tags(dice: &mut Dice) -> Vec<&'static str> {
    let mut tags: Vec<_> = (0..dice.below(4)).map(|_| dice.pick(TAGS)).collect();
    tags.sort_unstable();
    tags.dedup();
    tags
}

pub(super) fn later(date: NaiveDate, days: u32) -> NaiveDate {
    date.checked_add_days(Days::new(u64::from(days))).unwrap_or(date)
}
