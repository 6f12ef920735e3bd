//! The people at the client.

use super::super::codes;
use super::super::dice::Dice;
use super::super::names;
use super::super::phrases as say;
use super::super::places;
use super::identity::Who;
use super::sections::voice;
use super::*;

/// Contacts that a client may have; each has its own range of mobile numbers.
const MOST: u32 = 5;

/// The mobile number of contact `at` of client `index`.
pub(super) fn mobile_of(index: u64, at: u32, seed: u64) -> String {
    codes::mobile(index * u64::from(MOST) + u64::from(at), seed)
}

pub(super) fn written(
    dice: &mut Dice,
    client: &DemoClient,
    who: &Who,
    clients: &DemoClients,
) -> Vec<DemoContact> {
    if who.individual {
        return vec![oneself(client, who)];
    }
    let count = match client.tier {
        Tier::Key | Tier::Core => dice.between(2, MOST),
        Tier::General => dice.between(1, 3),
        Tier::Potential => dice.between(1, 2),
    };
    (0..count).map(|at| contact(dice, client, who, clients, at)).collect()
}

/// An individual is his or her own contact.
fn oneself(client: &DemoClient, who: &Who) -> DemoContact {
    DemoContact {
        name: who.name.clone(),
        position: "本人",
        department: None,
        mobile: client.telephone.clone(),
        telephone: None,
        email: None,
        wechat: None,
        is_key_person: true,
        influence: Influence::Decider,
        influence_note: None,
        birthday: None,
        native_place: None,
        education: None,
        hobbies: None,
        family_note: None,
        preferences: None,
    }
}

/// The first contact is the one who buys, the second the one who decides.
fn role(dice: &mut Dice, who: &Who, at: u32) -> (&'static str, Influence) {
    match at {
        0 => (dice.pick(who.industry.buyers), Influence::Buyer),
        1 => (dice.pick(&["总经理", "副总经理", "董事长", "常务副总"]), Influence::Decider),
        2 => (dice.pick(&["财务经理", "主办会计", "财务总监"]), Influence::Finance),
        3 => (dice.pick(&["使用部门主管", "车间主任", "门店店长", "工会干事"]), Influence::User),
        _ => dice
            .pick_ref(&[("总经理助理", Influence::Gatekeeper), ("技术顾问", Influence::Influencer)])
            .copied()
            .unwrap_or(("总经理助理", Influence::Gatekeeper)),
    }
}

fn contact(
    dice: &mut Dice,
    client: &DemoClient,
    who: &Who,
    clients: &DemoClients,
    at: u32,
) -> DemoContact {
    let (position, influence) = role(dice, who, at);
    let female = dice.percent(44);
    let name = names::person(dice, female);
    let mobile = mobile_of(client.index, at, clients.seed);
    let is_key_person = matches!(influence, Influence::Buyer | Influence::Decider);
    let known = if is_key_person { 70 } else { 25 };
    let native = places::city(dice).filter(|_| dice.percent(known));
    DemoContact {
        position,
        department: dice.percent(70).then(|| dice.pick(who.industry.units)),
        telephone: dice.percent(30).then(|| client.telephone.clone()),
        email: dice.percent(45).then(|| format!("{}@{}", name.pinyin, who.domain())),
        wechat: dice.percent(55).then(|| wechat(dice, &name.pinyin, &mobile)),
        is_key_person,
        influence,
        influence_note: is_key_person.then(|| dice.pick(note(influence))),
        birthday: dice.percent(known).then(|| birthday(dice, clients.today)),
        native_place: native.map(|city| format!("{}{}", city.short_province(), city.short())),
        education: dice.percent(known).then(|| dice.pick(say::EDUCATION)),
        hobbies: dice.percent(known).then(|| hobbies(dice)),
        family_note: dice.percent(known / 2).then(|| dice.pick(say::FAMILIES)),
        preferences: dice
            .percent(known)
            .then(|| voice(who, clients.today).say(dice, say::CONTACT_TASTES)),
        name: name.text,
        mobile,
    }
}

const fn note(influence: Influence) -> &'static [&'static str] {
    match influence {
        Influence::Decider => say::DECIDER_NOTES,
        _ => say::BUYER_NOTES,
    }
}

/// Half of them use the mobile number.
fn wechat(dice: &mut Dice, pinyin: &str, mobile: &str) -> String {
    if dice.percent(50) { mobile.to_owned() } else { format!("{pinyin}_{:03}", dice.below(1000)) }
}

/// 24 to 60 years old.
fn birthday(dice: &mut Dice, today: NaiveDate) -> NaiveDate {
    let days = u64::from(dice.between(24 * 365, 60 * 365));
    today.checked_sub_days(Days::new(days)).unwrap_or(today)
}

fn hobbies(dice: &mut Dice) -> String {
    let (one, other) = (dice.pick(say::HOBBIES), dice.pick(say::HOBBIES));
    if one == other { one.to_owned() } else { format!("{one}、{other}") }
}
