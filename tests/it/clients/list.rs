use super::{begun, each, institution, supervisor_and_owner, with};
use serde_json::{Value, json};
use tests::company::{GENERAL_MANAGER, SALES_MANAGER};
use tests::{Caller, TestApp, on_both};

const NAMES: [&str; 5] = [
    "成都锦川机电设备有限公司",
    "安徽皖江物流有限公司",
    "北京博远仪器有限公司",
    "重庆渝达建材有限公司",
    "大连海纳食品有限公司",
];

/// Five files of one owner, an hour apart.
async fn five(app: &TestApp) -> (Caller, Caller) {
    let (keeper, owner) = supervisor_and_owner(app).await;
    for (n, name) in NAMES.iter().enumerate() {
        let industry = if n % 2 == 0 { "制造" } else { "流通" };
        let more = json!({"industry": industry, "tags": [format!("批次{n}")]});
        begun(&keeper, with(institution(name, &owner), &more)).await;
        app.clock.advance(chrono::Duration::minutes(1));
    }
    (keeper, owner)
}

/// Every page of a list, two rows each.
async fn walked(caller: &Caller, path: &str) -> Vec<String> {
    let (mut names, mut next) = (vec![], format!("{path}&limit=2"));
    loop {
        let page = caller.get(&next).await.expect(200);
        names.extend(each(&page, "name").into_iter().map(str::to_owned));
        match page["page"]["next_cursor"].as_str() {
            Some(cursor) => next = format!("{path}&limit=2&cursor={cursor}"),
            None => return names,
        }
    }
}

async fn found(caller: &Caller, query: &str) -> usize {
    let page = caller.get(&format!("/clients?{query}")).await.expect(200);
    page["items"].as_array().unwrap().len()
}

on_both! {
    async fn every_order_pages_without_gap_or_double(app: TestApp) {
        let (keeper, _) = five(&app).await;
        let by_name = ["安徽皖江", "北京博远", "成都锦川", "重庆渝达", "大连海纳"];
        let names = walked(&keeper, "/clients?sort=name").await;
        let starts: Vec<_> = names.iter().map(|n| n.chars().take(4).collect::<String>()).collect();
        assert_eq!(starts, by_name);
        for order in ["number", "updated_at", "created_at"] {
            assert_eq!(walked(&keeper, &format!("/clients?sort={order}")).await, NAMES, "{order}");
            let mut down = walked(&keeper, &format!("/clients?sort=-{order}")).await;
            down.reverse();
            assert_eq!(down, NAMES, "-{order}");
        }
        // All equal: the id decides.
        for order in ["completeness", "-completeness", "verification_due_on", "-verification_due_on"] {
            let mut names = walked(&keeper, &format!("/clients?sort={order}")).await;
            names.sort();
            names.dedup();
            assert_eq!(names.len(), NAMES.len(), "{order}");
        }
    }

    async fn filters_narrow_and_combine(app: TestApp) {
        let (keeper, owner) = five(&app).await;
        for (query, count) in [
            ("industry=%E5%88%B6%E9%80%A0", 3),
            ("industry=%E5%88%B6%E9%80%A0&industry=%E6%B5%81%E9%80%9A", 5),
            ("state=EXISTING", 0),
            ("state=EXISTING&state=POTENTIAL", 5),
            ("tier=POTENTIAL&kind=INSTITUTION&level=SECRET", 5),
            ("kind=INDIVIDUAL", 0),
            ("compliant=true", 0),
            ("compliant=false&group_buy=false", 5),
            ("completeness_min=10", 0),
            ("completeness_max=12", 5),
            ("verification_due_before=2027-03-31", 0),
            ("verification_due_before=2027-04-01", 5),
            ("created_after=2026-11-23T02:02:00Z", 3),
            ("created_before=2026-11-23T02:02:00Z", 2),
            ("status=MERGED", 0),
        ] {
            assert_eq!(found(&keeper, query).await, count, "{query}");
        }
        assert_eq!(found(&keeper, &format!("owner_id={}", owner.id)).await, 5);
        assert_eq!(found(&keeper, &format!("owner_id={}", keeper.id)).await, 0);
        let capped = keeper.get("/clients?limit=1&include_total=true").await.expect(200);
        assert_eq!((&capped["page"]["total"], &capped["page"]["total_capped"]), (&json!(5), &json!(false)));
    }

    async fn files_are_found_as_people_type(app: TestApp) {
        let (keeper, _) = five(&app).await;
        for (typed, count) in [
            ("锦", 1), ("锦川", 1), ("錦川機電", 1), ("jinchuan", 1), ("jcjd", 1),
            ("有限公司", 5), ("有", 5), ("KH-20261123-0003", 1), ("批次4", 1), ("锦达", 0), ("%25_", 0), ("!!", 0),
        ] {
            assert_eq!(found(&keeper, &format!("q={typed}")).await, count, "{typed}");
        }
        assert_eq!(found(&keeper, "q=%E6%9C%89&industry=%E5%88%B6%E9%80%A0").await, 3);
        let mut path = String::new();
        for item in keeper.get("/clients?q=jcjd").await.expect(200)["items"].as_array().unwrap() {
            path = format!("/clients/{}", item["id"].as_str().unwrap());
        }
        let _ = keeper.patch_now(&path, json!({"name": "成都远望科技有限公司"})).await.expect(200);
        assert_eq!((found(&keeper, "q=锦川").await, found(&keeper, "q=yuanwang").await), (0, 1));
    }

    async fn a_list_shows_what_is_within_reach(app: TestApp) {
        let (_, owner) = five(&app).await;
        let manager = app.signed_in(SALES_MANAGER).await;
        let other = app.signed_in(tests::company::OTHER_SALESPERSON).await;
        let general = app.signed_in(GENERAL_MANAGER).await;
        let counts = [
            found(&owner, "sort=name").await,
            found(&manager, "sort=name").await,
            found(&general, "sort=name").await,
            found(&other, "sort=name").await,
        ];
        assert_eq!(counts, [5, 5, 5, 0]);
        assert_eq!(found(&other, "q=锦川").await, 0);
        assert_eq!(other.get("/clients?include_total=true").await.expect(200)["page"]["total"], 0);
    }

    async fn a_cursor_belongs_to_its_filters_and_cannot_be_made_up(app: TestApp) {
        let (keeper, _) = five(&app).await;
        let page = keeper.get("/clients?sort=name&limit=2").await.expect(200);
        let cursor = page["page"]["next_cursor"].as_str().unwrap();
        let other = keeper.get(&format!("/clients?sort=-name&limit=2&cursor={cursor}")).await;
        other.refuses(400, "CURSOR_MISMATCH");
        let forged = format!("/clients?sort=name&limit=2&cursor=A{}", &cursor[1..]);
        keeper.get(&forged).await.refuses(400, "CURSOR_INVALID");
        for wrong in ["sort=colour", "limit=0", "limit=201", "completeness_min=101", "tier=GOLD", "owner_id=1"] {
            keeper.get(&format!("/clients?{wrong}")).await.refuses(400, "INVALID_PARAMETER");
        }
        keeper.get("/clients?tear=KEY").await.refuses(400, "UNKNOWN_PARAMETER");
    }

    async fn a_list_costs_the_same_statements_however_long(app: TestApp) {
        let (keeper, _) = five(&app).await;
        let path = "/clients?tier=POTENTIAL&sort=name";
        let count = async |limit: u32| -> Value {
            let _ = keeper.get(&format!("{path}&limit={limit}")).await.expect(200);
            let _ = app.statements.take();
            let _ = keeper.get(&format!("{path}&limit={limit}")).await.expect(200);
            let texts = app.statements.texts();
            let reads: Vec<_> = texts.into_iter().filter(|sql| sql.starts_with("SELECT")).collect();
            json!(reads)
        };
        let (one, five) = (count(1).await, count(5).await);
        assert_eq!(one, five);
        // The page, its names, and on SQLite what decides on the index.
        assert!(five.as_array().unwrap().len() <= 3, "{five}");
    }

    async fn reading_a_file_costs_one_statement(app: TestApp) {
        let (keeper, _) = five(&app).await;
        let page = keeper.get("/clients?limit=1").await.expect(200);
        let path = format!("/clients/{}", page["items"][0]["id"].as_str().unwrap());
        let _ = keeper.get(&path).await.expect(200);
        let _ = app.statements.take();
        let _ = keeper.get(&path).await.expect(200);
        let texts = app.statements.texts();
        let reads: Vec<_> = texts.into_iter().filter(|sql| sql.starts_with("SELECT")).collect();
        assert_eq!(reads.len(), 1, "{reads:#?}");
    }
}
