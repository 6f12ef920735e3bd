use super::*;
use serde_json::{Value, json};

/// A file with every field of the list filled.
fn full() -> Value {
    let mut value = json!({
        "name": "成都锦川机电设备有限公司", "kind": "INSTITUTION", "telephone": "028-85123456",
        "address": "高新区天府大道 1 号", "postcode": "610041", "industry": "机械设备",
        "founded_on": "2009-03-18", "trading_since": "2019-06-01", "employees": 120,
        "assets": {"amount": "52000000.00", "currency": "CNY"},
        "annual_sales": {"amount": "80000000.00", "currency": "CNY"},
        "purchase_procedure": "三方比价", "analysis": "稳定",
    });
    for field in FIELDS {
        if let Some((section, name)) = field.name.split_once('.') {
            value[section][name] = json!("有");
        }
    }
    value
}

const ALL: Hanging = Hanging { contacts: 2, key_persons: 1, qualifications: 1 };

fn judged(value: Value, state: ClientState, hanging: Hanging) -> (Completeness, bool) {
    let contents: ClientInput = serde_json::from_value(value).unwrap();
    let filing = Filing { contents: &contents, state, hanging };
    (completeness(&filing), compliant(&filing))
}

#[test]
fn a_file_with_every_listed_field_is_complete() {
    let (complete, compliant) = judged(full(), ClientState::Existing, ALL);
    assert_eq!(complete, Completeness { percent: 100, missing: vec![] });
    assert!(compliant);
}

#[test]
fn each_listed_field_counts_once_and_is_named_when_it_is_empty() {
    for field in FIELDS.iter().filter(|field| field.name != "name") {
        let (mut value, mut hanging) = (full(), ALL);
        match field.name.split_once('.') {
            Some((section, name)) => value[section][name] = Value::Null,
            None if field.name == "contacts" => hanging.contacts = 0,
            None if field.name == "key_persons" => hanging.key_persons = 0,
            None if field.name == "qualifications" => hanging.qualifications = 0,
            None => value[field.name] = Value::Null,
        }
        let (complete, compliant) = judged(value, ClientState::Existing, hanging);
        assert_eq!(complete.missing, [field.name]);
        assert_eq!(complete.percent, 97, "41 of 42");
        assert_eq!(compliant, field.section != Section::Basic, "{}", field.name);
    }
}

#[test]
fn the_four_sections_and_the_three_further_parts_are_all_there() {
    let count = |section| FIELDS.iter().filter(|field| field.section == section).count();
    let parts = [
        Section::Basic,
        Section::Traits,
        Section::Business,
        Section::Trading,
        Section::PurchaseProcedure,
        Section::Demand,
        Section::Analysis,
    ];
    assert_eq!(parts.map(count), [14, 7, 7, 8, 1, 4, 1]);
}

#[test]
fn a_prospect_is_not_asked_when_trade_began() {
    let mut value = full();
    value["trading_since"] = Value::Null;
    let (complete, compliant) = judged(value, ClientState::Potential, ALL);
    assert_eq!((complete.percent, compliant), (100, true));
}

#[test]
fn a_private_person_complies_with_name_telephone_and_address() {
    let mut person = json!({"name": "陈桂兰", "kind": "INDIVIDUAL", "telephone": "13800138000"});
    let (complete, compliant) = judged(person.clone(), ClientState::Existing, Hanging::default());
    assert!(!compliant && complete.missing.contains(&"address"));
    person["address"] = json!("成都市武侯区人民南路 4 段");
    assert!(judged(person, ClientState::Existing, Hanging::default()).1);
}

#[test]
fn percent_is_rounded_down() {
    let bare = json!({"name": "甲", "kind": "INSTITUTION"});
    let (complete, _) = judged(bare, ClientState::Existing, Hanging::default());
    assert_eq!(complete.percent, 2, "1 of 42 is 2.38");
}
