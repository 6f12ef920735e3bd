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
        let class = class(dice, who.individual);
        let (number, created_on) = self.registration(index);
        let mut client = DemoClient {
            state: class.state,
            tier: class.tier,
            level: class.level,
            ..DemoClient::blank(index, number, created_on)
        };
        self.identify(dice, &mut client, who);
        self.assign(dice, &mut client, who);
        if !who.individual {
            describe(dice, &mut client, who);
        }
        client
    }

    /// Name, codes and where to reach it.
    fn identify(&self, dice: &mut Dice, client: &mut DemoClient, who: &Who) {
        let founded_on = self.founded(dice, client.created_on);
        client.name.clone_from(&who.name);
        client.kind = if who.individual { Kind::Individual } else { Kind::Institution };
        client.founded_on = (!who.individual && dice.percent(92)).then_some(founded_on);
        client.credit_code = self.credit_code(dice, who, client.index, founded_on);
        client.region = who.region();
        client.address = dice.percent(94).then(|| address(dice, who));
        client.postcode = postcode(dice, who);
        client.telephone = self.telephone(dice, who, client.index);
    }

    /// Who looks after it, and how that has gone.
    fn assign(&self, dice: &mut Dice, client: &mut DemoClient, who: &Who) {
        client.group_buy = who.individual || dice.percent(28);
        client.owner = owner(dice, who, client.group_buy, client.tier);
        (client.department, client.site) = people::place_of(client.owner);
        client.level_until = later(client.created_on, 365 * dice.between(7, 15));
        (client.inferior, client.inferior_reason) = inferior(dice);
        client.trading_since = (client.state == State::Existing)
            .then(|| later(client.created_on, dice.below(60)).min(self.today));
        client.last_verified_on = self.verified(dice, client.created_on);
        client.tags = tags(dice);
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

/// What only institutions have.
fn describe(dice: &mut Dice, client: &mut DemoClient, who: &Who) {
    let size = size(dice, who);
    client.short_name = dice.percent(60).then(|| short_name(who));
    client.english_name = dice.percent(25).then(|| who.english.clone());
    client.website = dice.percent(35).then(|| format!("https://www.{}", who.domain()));
    client.industry = Some(who.industry.name);
    client.employees = size.map(|size| size.employees);
    client.assets = size.filter(|_| dice.percent(70)).map(|size| size.assets);
    client.registered_capital = size.filter(|_| dice.percent(85)).map(|size| size.capital);
    client.annual_sales = size.filter(|_| dice.percent(75)).map(|size| size.sales);
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
