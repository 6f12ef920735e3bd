//! What has happened with a client: qualifications, talks, purchases, comments.

use super::super::codes::licence_number;
use super::super::dice::Dice;
use super::super::phrases::{self as say};
use super::draft::later;
use super::identity::{Place, Who};
use super::sections::voice;
use super::*;
use chrono::{NaiveDateTime, NaiveTime};

const CHANNELS: &[&str] = &[
    "VISIT",
    "VISIT",
    "TELEPHONE",
    "TELEPHONE",
    "TELEPHONE",
    "WECHAT",
    "WECHAT",
    "EMAIL",
    "MEETING",
];
const GIFTS: &[&str] = &[
    "中秋月饼礼盒",
    "端午粽子礼盒",
    "春节坚果礼盒",
    "米面粮油组合",
    "员工生日蛋糕券",
    "防暑降温礼包",
    "高端茶叶礼盒",
    "定制保温杯",
    "床品四件套",
    "小家电套装",
    "川味腊肉香肠礼盒",
    "有机大米",
];
/// Colleagues who comment on files.
const COMMENTERS: &[&str] = &["shenhuimin", "duxinyi", "zhoumin", "luohaitao", "lvwenjing"];
/// Order numbers count up by this for each client.
const PURCHASES_EACH: u64 = 4;

pub(super) fn add(dice: &mut Dice, client: &mut DemoClient, who: &Who, clients: &DemoClients) {
    if !who.individual {
        client.qualifications = qualifications(dice, client, who, clients);
    }
    client.interactions = interactions(dice, client, who, clients);
    if client.group_buy && client.state == State::Existing {
        client.purchases = purchases(dice, client, clients);
    }
    if dice.percent(12) {
        client.comments = vec![comment(dice, client, who, clients)];
    }
}

fn qualifications(
    dice: &mut Dice,
    client: &DemoClient,
    who: &Who,
    clients: &DemoClients,
) -> Vec<DemoQualification> {
    let mut list: Vec<_> = registration(dice, client, who).into_iter().collect();
    if matches!(who.place, Place::Overseas(_)) {
        return list;
    }
    for (kind, issuer, letters) in who.industry.licences {
        if dice.percent(60) {
            // Of the running ones a few have run out or do so within weeks.
            let valid_from = clients.days_ago(dice.between(30, 1_900));
            let years = dice.pick(&[3, 5]);
            list.push(DemoQualification {
                kind: "LICENCE",
                name: kind,
                number: licence_number(letters, who.district_code(), dice),
                issued_by: format!("{}{issuer}", who.city()),
                valid_from,
                valid_until: Some(later(valid_from, 365 * years)),
            });
        }
    }
    list
}

/// The business licence, or what stands for it elsewhere.
fn registration(dice: &mut Dice, client: &DemoClient, who: &Who) -> Option<DemoQualification> {
    let founded = client.founded_on?;
    if let Place::Overseas(region) = &who.place {
        let (name, issued_by) = region.certificate;
        return Some(DemoQualification {
            kind: "BUSINESS_LICENCE",
            name,
            number: format!("{:08}", dice.below(100_000_000)),
            issued_by: issued_by.to_owned(),
            valid_from: founded,
            valid_until: None,
        });
    }
    let (name, issuer) = match who.industry.kind {
        super::super::industries::Kind::Company => ("营业执照", "市场监督管理局"),
        _ => ("民办非企业单位登记证书", "民政局"),
    };
    Some(DemoQualification {
        kind: "BUSINESS_LICENCE",
        name,
        number: client.credit_code.clone()?,
        issued_by: format!("{}{issuer}", who.city()),
        valid_from: founded,
        valid_until: None,
    })
}

fn interactions(
    dice: &mut Dice,
    client: &DemoClient,
    who: &Who,
    clients: &DemoClients,
) -> Vec<DemoInteraction> {
    let most = match client.tier {
        Tier::Key => 8,
        Tier::Core => 6,
        Tier::General => 4,
        Tier::Potential => 3,
    };
    let count = dice.below(most + 1);
    let mut list: Vec<_> =
        (0..count).filter_map(|_| interaction(dice, client, who, clients)).collect();
    list.sort_by_key(|talk| talk.occurred_at);
    list
}

fn interaction(
    dice: &mut Dice,
    client: &DemoClient,
    who: &Who,
    clients: &DemoClients,
) -> Option<DemoInteraction> {
    let date = since(dice, client.created_on, clients)?;
    let voice = voice(who, clients.today);
    let talks = match client.state {
        _ if who.individual => say::TALKS_INDIVIDUAL,
        State::Existing => say::TALKS_WON,
        _ => say::TALKS_PROSPECT,
    };
    let contacts = u32::try_from(client.contacts.len()).unwrap_or_default();
    let next = dice.percent(50);
    let institution = !who.individual;
    Some(DemoInteraction {
        occurred_at: office_time(dice, date),
        channel: dice.pick(CHANNELS),
        with_contact: usize::try_from(dice.below(contacts)).ok().filter(|_| contacts > 0),
        summary: voice.say(dice, talks),
        needs: (institution && dice.percent(45)).then(|| voice.say(dice, say::NEEDS)),
        preferences: dice.percent(25).then(|| dice.pick(say::TASTES)),
        next_step: (institution && next).then(|| voice.say(dice, say::NEXT_STEPS)),
        next_on: (institution && next).then(|| later(date, dice.between(2, 30))),
        by: client.owner,
    })
}

fn purchases(dice: &mut Dice, client: &DemoClient, clients: &DemoClients) -> Vec<DemoPurchase> {
    let mut list: Vec<_> = (0..dice.between(1, 4))
        .filter_map(|_| {
            let occurred_on = since(dice, client.trading_since?, clients)?;
            let (pieces, price) =
                (i64::from(dice.between(5, 400)), i64::from(dice.between(38, 598)));
            let pieces = if client.kind == Kind::Individual { 1 + pieces % 6 } else { pieces };
            let amount = pieces * price * 100;
            Some(DemoPurchase {
                product: dice.pick(GIFTS),
                occurred_on,
                amount,
                order_number: String::new(),
            })
        })
        .collect();
    list.sort_by_key(|purchase| purchase.occurred_on);
    for (purchase, at) in list.iter_mut().zip(1..) {
        let serial = client.index * PURCHASES_EACH + at;
        purchase.order_number = format!("TG-{}-{serial:04}", purchase.occurred_on.format("%Y%m%d"));
    }
    list
}

fn comment(dice: &mut Dice, client: &DemoClient, who: &Who, clients: &DemoClients) -> DemoComment {
    let date = since(dice, client.created_on, clients).unwrap_or(client.created_on);
    let body = if who.individual {
        "送货上门前请先电话预约。".to_owned()
    } else {
        voice(who, clients.today).say(dice, say::COMMENTS)
    };
    DemoComment { by: dice.pick(COMMENTERS), written_at: office_time(dice, date), body }
}

/// A weekday after `start` and before today, more likely of late; `None` when there is none.
fn since(dice: &mut Dice, start: NaiveDate, clients: &DemoClients) -> Option<NaiveDate> {
    let span = u32::try_from(clients.today.signed_duration_since(start).num_days()).ok()?;
    let ago = dice.below(span).min(dice.below(span)) + 1;
    let date = clients.days_ago(ago);
    // Saturday and Sunday become the Friday before, unless that lies before the file.
    let weekend = u64::from(date.weekday().num_days_from_monday().saturating_sub(4));
    date.checked_sub_days(Days::new(weekend)).filter(|date| *date >= start)
}

fn office_time(dice: &mut Dice, date: NaiveDate) -> NaiveDateTime {
    let hour = dice.pick(&[9, 9, 10, 10, 11, 13, 14, 14, 15, 15, 16]);
    let time = NaiveTime::from_hms_opt(hour, dice.below(12) * 5, 0).unwrap_or_default();
    date.and_time(time)
}
