//! Rules, parameters and the working calendar.
mod calendar;
mod import;
mod parameters;
mod rules;
mod week_pattern;

use serde_json::Value;

/// 出纳: reads the handbook and nothing else.
const CASHIER: &str = "maoyuting";

/// A field of every item of a page.
fn each<'a>(page: &'a Value, field: &str) -> Vec<&'a str> {
    page["items"].as_array().unwrap().iter().map(|item| item[field].as_str().unwrap()).collect()
}

/// Whether an action is shown as possible, and the code that speaks against it.
fn action<'a>(record: &'a Value, name: &str) -> (bool, &'a str) {
    let found = record["allowed_actions"].as_array().unwrap().iter().find(|a| a["action"] == name);
    let action = found.unwrap_or_else(|| panic!("no action {name}: {record}"));
    (
        action["enabled"].as_bool().unwrap(),
        action["reasons"][0]["code"].as_str().unwrap_or_default(),
    )
}
