//! More files than are sorted in a moment: which index a page is read by changes, what it shows
//! does not.
use super::supervisor_and_owner;
use chrono::{Duration, NaiveDate};
use clients::seed::{
    Author, ClientInput, ClientState, Level, Options, SeedClient, Tier, insert_many,
};
use kernel::access::Actor;
use kernel::ids::{DepartmentId, PersonId};
use kernel::work::Work;
use serde_json::{Value, json};
use tests::company::{OTHER_SALESPERSON, SALES_MANAGER};
use tests::{Caller, TestApp, on_both};

const FILES: usize = 1_500;

/// Every third file is the other salesperson's, every hundredth is a key client's; names, times and
/// completeness come in orders of their own.
fn file(app: &TestApp, n: usize, owners: &[(PersonId, DepartmentId)]) -> SeedClient {
    let (owner_id, department_id) = owners[usize::from(n.is_multiple_of(3))];
    let industry = ["机械制造", "物流", "餐饮"][n % 3];
    let contents = json!({
        "name": format!("成都{}号商行", (n * 7919) % FILES), "kind": "INSTITUTION",
        "industry": industry, "analysis": (n.is_multiple_of(2)).then_some("成长快"),
    });
    let contents: ClientInput = serde_json::from_value(contents).unwrap();
    let minutes = i64::try_from((n * 1009) % FILES).unwrap();
    SeedClient {
        number: format!("KH-20261101-{n:04}"),
        contents,
        state: ClientState::Potential,
        tier: if n.is_multiple_of(100) { Tier::Key } else { Tier::General },
        tier_basis: None,
        level: Level::Secret,
        level_until: NaiveDate::from_ymd_opt(2036, 11, 1).unwrap(),
        owner_id,
        department_id: Some(department_id),
        site_id: None,
        inferior: None,
        created_at: app.app.clock.now() - Duration::minutes(minutes + 10),
        created_by: Author { id: owner_id, name: "系统".to_owned() },
        last_verified_at: None,
        counts_from: NaiveDate::from_ymd_opt(2026, 1 + u32::try_from(n % 12).unwrap(), 1).unwrap(),
        contacts: vec![],
        qualifications: vec![],
        interactions: vec![],
        purchases: vec![],
        comments: vec![],
    }
}

async fn place(owner: &Caller) -> (PersonId, DepartmentId) {
    let me = owner.get("/me").await.expect(200);
    let department = me["department"]["id"].as_str().unwrap().parse().unwrap();
    (PersonId(owner.id), department)
}

async fn fill(app: &TestApp, caller: &Caller, owners: &[(PersonId, DepartmentId)]) {
    let actor = Actor::system([], "seed");
    let files: Vec<_> = (0..FILES).map(|n| file(app, n, owners)).collect();
    for some in files.chunks(250) {
        let mut work = Work::begin(&app.app, &actor).await.unwrap();
        let ids = |_| app.app.clock.fresh_id();
        let options = Options { ids: &ids, verification_months: 3, trail_of_contents: false };
        insert_many(&mut work, some, options).await.unwrap();
        let _ = work.commit_nothing().await.unwrap();
        // The service closes a connection that has been silent for five seconds, perhaps at the
        // moment at which the next request is sent.
        let _ = caller.get("/me").await.expect(200);
    }
}

/// The whole of a list.
async fn whole(caller: &Caller, query: &str) -> Vec<Value> {
    let (mut items, mut cursor) = (vec![], String::new());
    loop {
        let page = caller.get(&format!("/clients?{query}&limit=200{cursor}")).await.expect(200);
        items.extend(page["items"].as_array().unwrap().iter().cloned());
        match page["page"]["next_cursor"].as_str() {
            Some(next) => cursor = format!("&cursor={next}"),
            None => return items,
        }
    }
}

fn keys(items: &[Value], field: &str) -> Vec<String> {
    items.iter().map(|item| item[field].to_string()).collect()
}

/// What of all files a filter lets through, told without the service's own filters.
fn expected(all: &[Value], keep: impl Fn(&Value) -> bool) -> Vec<String> {
    let kept: Vec<_> = all.iter().filter(|item| keep(item)).cloned().collect();
    let mut ids = keys(&kept, "id");
    ids.sort();
    ids
}

type Keep = fn(&Value) -> bool;

on_both! {
    async fn every_filter_in_every_order_shows_the_same_files(app: TestApp) {
        let (keeper, owner) = supervisor_and_owner(&app).await;
        let other = app.signed_in(OTHER_SALESPERSON).await;
        let owners = [place(&owner).await, place(&other).await];
        fill(&app, &keeper, &owners).await;
        let all = whole(&keeper, "sort=number").await;
        assert_eq!(all.len(), FILES);
        let departments = format!("department_id={}&department_id={}", owners[0].1, owners[1].1);
        let mine = json!(owner.id);
        let cases: [(String, Vec<String>); 6] = [
            ("tier=GENERAL".to_owned(), expected(&all, |c| c["tier"] == "GENERAL")),
            ("tier=KEY".to_owned(), expected(&all, |c| c["tier"] == "KEY")),
            (format!("tier=KEY&tier=GENERAL&{departments}"), expected(&all, |_| true)),
            (format!("owner_id={}&tier=GENERAL", owner.id), expected(&all, |c| c["owner"]["id"] == mine && c["tier"] == "GENERAL")),
            ("completeness_max=6&industry=%E9%A4%90%E9%A5%AE".to_owned(), expected(&all, |c| c["completeness"].as_i64().unwrap() <= 6 && c["industry"] == "餐饮")),
            ("q=%E5%95%86%E8%A1%8C&tier=KEY".to_owned(), expected(&all, |c| c["tier"] == "KEY")),
        ];
        for (query, expected) in &cases {
            assert!(!expected.is_empty(), "{query}");
            for order in ["name", "-number", "-updated_at", "created_at", "completeness", "verification_due_on"] {
                let items = whole(&keeper, &format!("{query}&sort={order}")).await;
                let mut found = keys(&items, "id");
                let field = order.trim_start_matches('-');
                if field != "name" {
                    let got: Vec<_> = items.iter().map(|item| sortable(&item[field])).collect();
                    let mut sorted = got.clone();
                    sorted.sort();
                    if order.starts_with('-') {
                        sorted.reverse();
                    }
                    assert_eq!(got, sorted, "{query} {order}");
                }
                found.sort();
                assert_eq!(&found, expected, "{query} {order}");
            }
        }
    }

    /// Whatever way a page of a search is filled: from the newest that match, or from all.
    async fn what_is_found_is_shown_newest_first_and_whole(app: TestApp) {
        let (keeper, owner) = supervisor_and_owner(&app).await;
        let other = app.signed_in(OTHER_SALESPERSON).await;
        let owners = [place(&owner).await, place(&other).await];
        fill(&app, &keeper, &owners).await;
        let mut all = whole(&keeper, "sort=-number").await;
        // Files are begun in the order of their numbers here.
        assert_eq!(all.len(), FILES);
        let everything: Keep = |_| true;
        let key: Keep = |item| item["tier"] == "KEY";
        let seventeen: Keep = |item| item["name"] == "成都17号商行";
        let nothing: Keep = |_| false;
        for (caller, query, keep) in [
            (&keeper, "q=商行", everything),
            (&keeper, "q=商行&tier=KEY", key),
            (&keeper, "q=17号", seventeen),
            (&keeper, "q=没有此行", nothing),
            (&keeper, "q=？！", nothing),
        ] {
            let expected: Vec<_> = all.iter().filter(|item| keep(item)).cloned().collect();
            let found = whole(caller, query).await;
            assert_eq!(keys(&found, "number"), keys(&expected, "number"), "{query}");
        }
        // Somebody who sees every third of them, and none of the newest.
        let theirs = json!(other.id);
        all.retain(|item| item["owner"]["id"] == theirs);
        let found = whole(&other, "q=商行").await;
        assert_eq!(keys(&found, "number"), keys(&all, "number"));
        // A cursor of this order fits no other.
        let page = keeper.get("/clients?q=商行&limit=20").await.expect(200);
        let cursor = page["page"]["next_cursor"].as_str().unwrap();
        keeper.get(&format!("/clients?q=商行&limit=20&sort=name&cursor={cursor}")).await.refuses(400, "CURSOR_MISMATCH");
        // The palette finds the same ones.
        let palette = keeper.get("/search?q=商行&limit=5").await.expect(200);
        let hit = palette["items"].as_array().unwrap().iter().find(|hit| hit["type"] == "client").unwrap();
        assert_eq!(hit["number"], "KH-20261101-1499");
    }

    async fn a_scope_shows_its_own_files_in_every_order(app: TestApp) {
        let (_, owner) = supervisor_and_owner(&app).await;
        let other = app.signed_in(OTHER_SALESPERSON).await;
        let owners = [place(&owner).await, place(&other).await];
        fill(&app, &owner, &owners).await;
        let manager = app.signed_in(SALES_MANAGER).await;
        for order in ["name", "number", "-updated_at", "completeness"] {
            for (caller, count) in [(&owner, 1_000), (&manager, 1_000), (&other, 500)] {
                let items = whole(caller, &format!("sort={order}")).await;
                assert_eq!(items.len(), count, "{order}");
            }
        }
    }
}

/// Numbers by their value, everything else as it is written.
fn sortable(value: &Value) -> String {
    value.as_i64().map_or_else(|| value.to_string(), |number| format!("{number:04}"))
}
