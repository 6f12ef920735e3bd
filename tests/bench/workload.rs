//! What the callers ask for.
use crate::load::{Requests, request};
use crate::service::Service;
use anyhow::{Context, Result};
use serde_json::{Value, json};
use std::sync::Arc;

pub const UNFILTERED: &str = "/api/v1/clients?sort=-updated_at&limit=50";
const PAGE: u64 = 200;
/// Pages walked to get deep into the list.
const DEEPEST: u64 = 50;

/// Prime, so that callers go through all of a list in another order than it has.
const STRIDE: usize = 7919;

fn nth<T>(list: &[T], caller: usize, count: u64) -> Option<&T> {
    let count = usize::try_from(count).unwrap_or_default();
    let at = caller.wrapping_mul(101).wrapping_add(count.wrapping_mul(STRIDE));
    list.get(at.checked_rem(list.len())?)
}

/// Turn prepared requests into a stream of them.
fn rotating(prepared: Vec<Vec<u8>>) -> Requests {
    Arc::new(move |caller, count| nth(&prepared, caller, count).cloned().unwrap_or_default())
}

pub fn by_id(ids: &[String], token: &str) -> Requests {
    let target = |id: &String| format!("/api/v1/clients/{id}");
    rotating(ids.iter().map(|id| request("GET", &target(id), Some(token), None)).collect())
}

fn encoded(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

/// So many characters out of real names, from behind the region with which most begin.
pub fn search(names: &[String], characters: usize, token: &str) -> Option<Requests> {
    let words =
        names.iter().map(|name| -> String { name.chars().skip(2).take(characters).collect() });
    let whole = words.filter(|word| {
        word.chars().count() == characters && word.chars().all(char::is_alphanumeric)
    });
    let target = |word: String| format!("/api/v1/clients?q={}&limit=50", encoded(&word));
    let prepared: Vec<_> =
        whole.map(|word| request("GET", &target(word), Some(token), None)).collect();
    (!prepared.is_empty()).then(|| rotating(prepared))
}

/// The cursor of a page far down: half of the list, at most so many pages.
pub fn deep_cursor(service: &Service, token: &str, clients: u64) -> Result<String> {
    let mut cursor = String::new();
    for _ in 0..(clients / PAGE / 2).clamp(1, DEEPEST) {
        let more = if cursor.is_empty() { cursor.clone() } else { format!("&cursor={cursor}") };
        let target = format!("/api/v1/clients?sort=-updated_at&limit={PAGE}{more}");
        let page = service.get(&target, token)?;
        let next = page.pointer("/page/next_cursor").and_then(Value::as_str);
        next.context("the list ends early")?.clone_into(&mut cursor);
    }
    Ok(cursor)
}

/// New files, none like another.
pub fn create(round: usize, token: &str) -> Requests {
    let token = token.to_owned();
    Arc::new(move |caller, count| {
        // Also a telephone number: seven digits, which never begin with 0 or 1.
        let serial = format!("{}{caller:02}{count:04}", round + 2);
        let body = json!({
            "name": format!("基准{serial}贸易有限公司"),
            "kind": "INSTITUTION",
            "industry": "机械设备",
            "region": "四川省成都市",
            "address": "四川省成都市武侯区银杏路168号",
            // An area code that no seeded client has: a million of them leave no free number elsewhere.
            "telephone": format!("0908-{serial}"),
        });
        request("POST", "/api/v1/clients", Some(&token), Some(&body.to_string()))
    })
}
