use super::*;
use chrono::NaiveDate;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};

const SEED: u64 = 20_261_122;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()
}

fn clients(total: u64) -> DemoClients {
    DemoClients::new(SEED, today(), total)
}

fn fingerprint(seed: u64) -> String {
    let mut hash = Sha256::new();
    for client in DemoClients::new(seed, today(), 300).iter() {
        hash.update(format!("{client:?}"));
    }
    hash.update(format!("{:?}", people(seed, today())));
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A second reading of GB 32100-2015, independent of the generator's.
fn is_valid_credit_code(code: &str) -> bool {
    const ALPHABET: &str = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    let values: Option<Vec<usize>> = code.chars().map(|c| ALPHABET.find(c)).collect();
    let Some(values) = values.filter(|values| values.len() == 18) else { return false };
    let mut weight = 1;
    let mut sum = 0;
    for value in &values[..17] {
        sum += value * weight;
        weight = weight * 3 % 31;
    }
    let organisation: usize = code[8..16]
        .chars()
        .zip([3, 7, 9, 10, 5, 8, 4, 2])
        .map(|(c, weight)| usize::try_from(c.to_digit(36).unwrap()).unwrap() * weight)
        .sum();
    let check = match 11 - organisation % 11 {
        10 => 'X',
        11 => '0',
        digit => char::from_digit(u32::try_from(digit).unwrap(), 10).unwrap(),
    };
    (sum + values[17]) % 31 == 0 && code[16..17] == check.to_string()
}

#[test]
fn the_check_knows_real_codes_from_wrong_ones() {
    // The code printed as the example of the standard's commentary, then with one digit changed.
    assert!(is_valid_credit_code("91350100M000100Y43"));
    assert!(!is_valid_credit_code("91350100M000100Y44"));
}

#[test]
fn the_same_seed_gives_the_same_company_and_another_seed_another() {
    assert_eq!(fingerprint(SEED), fingerprint(SEED));
    assert_ne!(fingerprint(SEED), fingerprint(SEED + 1));
}

#[test]
fn a_client_is_the_same_alone_and_in_a_row() {
    let all = clients(500);
    for (index, client) in (0..).zip(all.iter()) {
        assert_eq!(client, all.client(index));
    }
}

#[test]
fn credit_codes_are_valid_and_unique_and_belong_to_the_district() {
    let mut seen = BTreeSet::new();
    for client in clients(20_000).iter() {
        let Some(code) = client.credit_code else { continue };
        assert!(is_valid_credit_code(&code), "{code} {}", client.name);
        assert_eq!(code.len(), 18);
        let old = client.founded_on.is_some_and(|on| on < "2015-10-01".parse().unwrap());
        if client.founded_on.is_some() {
            assert_eq!(&code[8..10] == "MA", !old, "{code} {:?}", client.founded_on);
        }
        if client.region == "四川省成都市" {
            assert_eq!(&code[2..6], "5101");
        }
        assert!(seen.insert(code));
    }
    assert!(seen.len() > 16_000);
}

#[test]
fn no_number_is_given_twice() {
    let mut numbers = BTreeSet::new();
    let mut orders = BTreeSet::new();
    let mut mobiles: BTreeSet<_> = people(SEED, today()).into_iter().map(|p| p.mobile).collect();
    let mut telephones = BTreeSet::new();
    for client in clients(20_000).iter() {
        assert!(numbers.insert(client.number.clone()), "{}", client.number);
        for purchase in &client.purchases {
            assert!(orders.insert(purchase.order_number.clone()), "{}", purchase.order_number);
        }
        if client.twin_of.is_none() {
            let bare: String = client.telephone.split("-8").next().unwrap().into();
            let whole = client.telephone.rsplit_once('-').map_or(bare.clone(), |(head, tail)| {
                if tail.len() == 3 { head.into() } else { client.telephone.clone() }
            });
            assert!(telephones.insert(whole), "{}", client.telephone);
            for contact in &client.contacts {
                assert!(mobiles.insert(contact.mobile.clone()), "{}", contact.mobile);
            }
        }
    }
}

#[test]
fn every_twin_is_a_near_duplicate_of_the_client_before() {
    let all = clients(2_000);
    let twins: Vec<_> = all.iter().filter(|client| client.twin_of.is_some()).collect();
    assert_eq!(twins.len(), 22);
    for twin in twins {
        let original = all.client(twin.twin_of.unwrap());
        assert_eq!(twin.telephone, original.telephone);
        assert_ne!(twin.name, original.name);
        assert_ne!(twin.number, original.number);
        assert_eq!(twin.name.chars().next(), original.name.chars().next());
        assert_eq!(twin.credit_code, None);
    }
}

fn share<T: Ord>(of: impl Iterator<Item = T>) -> BTreeMap<T, usize> {
    of.fold(BTreeMap::new(), |mut counts, key| {
        *counts.entry(key).or_default() += 1;
        counts
    })
}

#[test]
fn the_mix_of_clients_is_that_of_a_trading_company() {
    let all: Vec<_> = clients(2_000).iter().collect();
    let states = share(all.iter().map(|client| client.state));
    assert!((1_050..1_350).contains(&states[&State::Existing]), "{states:?}");
    assert!((380..620).contains(&states[&State::Potential]), "{states:?}");
    let tiers = share(all.iter().map(|client| client.tier));
    assert!((50..130).contains(&tiers[&Tier::Key]), "{tiers:?}");
    assert!((130..300).contains(&tiers[&Tier::Core]), "{tiers:?}");
    let kinds = share(all.iter().map(|client| client.kind));
    assert!((100..220).contains(&kinds[&Kind::Individual]), "{kinds:?}");
    let levels = share(all.iter().map(|client| client.level));
    assert!(levels.len() == 3 && levels[&Level::Secret] > 1_400, "{levels:?}");
    let inferior = share(all.iter().map(|client| client.inferior));
    assert!(inferior.len() == 3 && inferior[&Inferior::None] > 1_900, "{inferior:?}");
    let regions = share(all.iter().map(|client| client.region.chars().take(2).collect::<String>()));
    assert_eq!(regions.len(), 34, "{regions:?}");
    let industries = share(all.iter().filter_map(|client| client.industry));
    assert_eq!(industries.len(), 24, "{industries:?}");
    assert!(all.iter().filter(|client| client.name.chars().count() > 40).count() >= 5);
    let names = share(all.iter().filter(|c| c.kind == Kind::Institution).map(|c| c.name.clone()));
    let repeated: Vec<_> = names.iter().filter(|(_, times)| **times > 1).collect();
    assert!(repeated.is_empty(), "{repeated:?}");
    assert!(all.iter().any(|client| client.name.contains('貿')));
}

#[test]
fn dates_follow_one_another() {
    for client in clients(2_000).iter() {
        assert!(client.created_on < today());
        assert!(client.founded_on.is_none_or(|on| on < client.created_on));
        assert!(client.trading_since.is_none_or(|on| on >= client.created_on));
        assert!(client.last_verified_on.is_none_or(|on| on > client.created_on && on < today()));
        for talk in &client.interactions {
            let on = talk.occurred_at.date();
            assert!(on >= client.created_on && on < today(), "{on} {}", client.created_on);
        }
    }
}

#[test]
fn class_owner_and_contents_hang_together() {
    let logins: BTreeSet<_> = people(SEED, today()).iter().map(|person| person.login).collect();
    for client in clients(2_000).iter() {
        let important = matches!(client.tier, Tier::Key | Tier::Core);
        assert!(logins.contains(client.owner));
        assert_eq!(client.trading_since.is_some(), client.state == State::Existing);
        assert!(!important || client.state == State::Existing);
        // B-CRM-07: key and core group-buy clients belong to the business manager.
        assert!(!important || !client.group_buy || client.owner == "xiaoyating");
        assert!(client.kind == Kind::Institution || client.credit_code.is_none());
        assert!(client.purchases.is_empty() || client.group_buy);
        assert!((1..=5).contains(&client.contacts.len()));
        let known =
            |talk: &DemoInteraction| talk.with_contact.is_none_or(|at| at < client.contacts.len());
        assert!(client.interactions.iter().all(known));
    }
}

#[test]
fn files_differ_in_what_they_say_and_in_how_much() {
    let all: Vec<_> = clients(2_000).iter().collect();
    let firms = || all.iter().filter(|client| client.kind == Kind::Institution);
    let analyses: BTreeSet<_> = firms().filter_map(|c| c.sections.analysis.clone()).collect();
    let written = firms().filter(|c| c.sections.analysis.is_some()).count();
    assert!(analyses.len() * 10 > written * 6, "{} of {written}", analyses.len());
    let without = firms().filter(|c| c.sections.basic.scope.is_none()).count();
    assert!((150..900).contains(&without), "{without}");
    let full = firms().filter(|c| c.sections.trading.terms.is_some()).count();
    assert!(full > 1_000, "{full}");
    let trading: BTreeSet<_> = firms().map(|c| format!("{:?}", c.sections.trading)).collect();
    assert!(trading.len() * 10 > firms().count() * 8, "{}", trading.len());
}

#[test]
fn addresses_of_mail_and_web_are_reserved_ones() {
    for client in clients(2_000).iter() {
        assert!(client.website.is_none_or(|site| site.ends_with(".example.com")));
        for contact in client.contacts {
            assert!(contact.email.is_none_or(|mail| mail.ends_with(".example.com")));
            assert!(contact.mobile.len() == 11 && contact.mobile.starts_with('1'));
        }
    }
}

#[test]
fn the_company_is_whole() {
    let people = people(SEED, today());
    assert_eq!(people.len(), 42);
    let logins: BTreeSet<_> = people.iter().map(|person| person.login).collect();
    assert_eq!(logins.len(), people.len());
    let roles: BTreeSet<_> = people.iter().map(|person| person.role).collect();
    assert_eq!(roles.len(), DemoRole::ALL.len(), "a role that nobody holds");
    let codes: BTreeSet<_> = departments().iter().map(|department| department.code).collect();
    let places: BTreeSet<_> = sites().iter().map(|site| site.code).collect();
    let mut above = BTreeSet::new();
    for person in &people {
        assert!(codes.contains(person.department) && places.contains(person.site));
        assert!(person.superior.is_none_or(|login| above.contains(login)), "{}", person.login);
        assert!(person.joined_on < today());
        above.insert(person.login);
    }
    let mut seen = BTreeSet::new();
    for department in departments() {
        assert!(logins.contains(department.head));
        assert!(department.parent.is_none_or(|parent| seen.contains(parent)));
        seen.insert(department.code);
    }
    assert_eq!(people.iter().filter(|person| person.superior.is_none()).count(), 1);
}
