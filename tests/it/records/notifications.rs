use super::desk::{Desk, ENGINES, Sitter, each};
use kernel::access::Actor;
use kernel::app::App;
use kernel::audit::{Resource, seal};
use kernel::error::ApiResult;
use kernel::http::reply::Items;
use kernel::ids::PersonId;
use kernel::notify::{self, Notice};
use kernel::work::Work;
use records::wiring::{Visible, async_trait};
use records::{Wiring, retention};
use serde_json::{Value, json};
use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, Mutex};
use tests::company::{SALES_MANAGER, SALESPERSON};
use uuid::Uuid;

/// An area of which some records are hidden from everybody.
#[derive(Default)]
struct Area {
    hidden: Mutex<BTreeSet<Uuid>>,
}

#[async_trait]
impl Visible for Area {
    fn kind(&self) -> &'static str {
        "client"
    }
    async fn visible(&self, _: &App, _: &Actor, ids: &[Uuid]) -> ApiResult<HashMap<Uuid, String>> {
        let hidden = self.hidden.lock().unwrap();
        let seen = ids.iter().filter(|id| !hidden.contains(*id));
        Ok(seen.map(|id| (*id, format!("客户{}", id.as_u128()))).collect())
    }
}

async fn desk(engine: tests::Engine) -> (Desk, Arc<Area>) {
    let area = Arc::new(Area::default());
    let wiring = Wiring { visible: vec![area.clone()], ..Wiring::default() };
    (Desk::open(engine, wiring).await, area)
}

async fn tell(desk: &Desk, people: &[&Sitter], kind: &'static str, id: u128) {
    let actor = Actor::system([], "test");
    let work = Work::begin(&desk.app, &actor).await.unwrap();
    let people: Vec<_> = people.iter().map(|sitter| PersonId(sitter.id)).collect();
    let resource = Resource::new(kind, Uuid::from_u128(id), "不得保存的名称");
    let notice = Notice::new(clients::notices::CLIENT_MENTIONED, resource).param("count", 2);
    notify::send(&work, &people, &notice).await.unwrap();
    work.commit(Items::<u8> { items: vec![] }).await.unwrap();
    desk.clock.advance(chrono::Duration::milliseconds(2));
}

async fn labels(sitter: &Sitter, query: &str) -> Vec<Value> {
    each(&sitter.get(&format!("/notifications{query}")).await.expect(200), "/resource/label")
}

#[actix_web::test]
async fn each_reads_their_own_newest_first_until_it_is_read() {
    for engine in ENGINES {
        let (desk, _) = desk(engine).await;
        let (me, other) = (desk.seat(SALESPERSON).await, desk.seat(SALES_MANAGER).await);
        tell(&desk, &[&me, &me, &other], "client", 1).await;
        tell(&desk, &[&me], "client", 2).await;
        assert_eq!(labels(&me, "").await, ["客户2", "客户1"]);
        assert_eq!(labels(&other, "").await, ["客户1"]);
        let list =
            me.get("/notifications?unread=true&include_total=true&limit=1").await.expect(200);
        assert_eq!((&list["page"]["total"], &list["page"]["has_more"]), (&json!(2), &json!(true)));
        let newest = &list["items"][0];
        assert_eq!(
            (&newest["kind"], &newest["params"]),
            (&json!("client.mentioned"), &json!({"count": 2}))
        );

        let read = json!({"ids": [newest["id"]]});
        let passed = other.post("/notifications/actions/mark-read", read.clone()).await.expect(200);
        assert_eq!(passed["marked"], 0);
        let marked = me.post("/notifications/actions/mark-read", read.clone()).await.expect(200);
        assert_eq!(marked["marked"], 1);
        assert_eq!(
            me.post("/notifications/actions/mark-read", read).await.expect(200)["marked"],
            0
        );
        assert_eq!(labels(&me, "?unread=true").await, ["客户1"]);
        assert_eq!(labels(&me, "?unread=false").await, ["客户2"]);
        let all = json!({"all": true});
        assert_eq!(me.post("/notifications/actions/mark-read", all).await.expect(200)["marked"], 1);
        assert_eq!(labels(&other, "?unread=true").await, ["客户1"]);
        let mark = async |body| me.post("/notifications/actions/mark-read", body).await;
        mark(json!({})).await.points_at("/ids", "REQUIRED");
        let _ = mark(json!({"all": true, "ids": [newest["id"]]})).await.expect(200);
    }
}

#[actix_web::test]
async fn a_record_that_became_hidden_is_neither_shown_nor_counted_and_pages_stay_full() {
    for engine in ENGINES {
        let (desk, area) = desk(engine).await;
        let me = desk.seat(SALESPERSON).await;
        for id in 1..=9 {
            tell(&desk, &[&me], "client", id).await;
        }
        tell(&desk, &[&me], "unknown-kind", 10).await;
        area.hidden.lock().unwrap().extend([9, 8, 7, 4, 3].map(Uuid::from_u128));
        let first = me.get("/notifications?limit=2&include_total=true").await.expect(200);
        assert_eq!(each(&first, "/resource/label"), ["客户6", "客户5"]);
        assert_eq!(
            (&first["page"]["total"], &first["page"]["has_more"]),
            (&json!(4), &json!(true))
        );
        let cursor = first["page"]["next_cursor"].as_str().unwrap();
        let rest = me.get(&format!("/notifications?limit=2&cursor={cursor}")).await.expect(200);
        assert_eq!(each(&rest, "/resource/label"), ["客户2", "客户1"]);
        assert_eq!(rest["page"]["has_more"], false);
        area.hidden.lock().unwrap().clear();
        assert_eq!(labels(&me, "").await.len(), 9);
    }
}

#[actix_web::test]
async fn being_told_is_an_event_for_that_person_alone_and_holds_no_name() {
    for engine in ENGINES {
        let (desk, _) = desk(engine).await;
        let (me, other) = (desk.seat(SALESPERSON).await, desk.seat(SALES_MANAGER).await);
        seal::seal(&desk.app.db).await.unwrap();
        let after =
            async |sitter: &Sitter, at: &Value| sitter.get(&format!("/events?after={at}")).await;
        let mut start = json!(0);
        loop {
            let page = after(&me, &start).await.expect(200);
            start = page["next_after"].clone();
            if page["page"]["has_more"] == false {
                break;
            }
        }
        tell(&desk, &[&me], "client", 1).await;
        seal::seal(&desk.app.db).await.unwrap();
        let heard = after(&me, &start).await;
        assert!(!heard.text.contains("不得保存"), "{}", heard.text);
        assert_eq!(each(&heard.expect(200), "/type"), ["notification.created"]);
        assert_eq!(each(&after(&other, &start).await.expect(200), "/type"), Vec::<Value>::new());
    }
}

#[actix_web::test]
async fn read_ones_are_forgotten_after_half_a_year_and_unread_ones_never() {
    for engine in ENGINES {
        let (desk, _) = desk(engine).await;
        let me = desk.seat(SALESPERSON).await;
        tell(&desk, &[&me], "client", 1).await;
        let _ = me.post("/notifications/actions/mark-read", json!({"all": true})).await.expect(200);
        tell(&desk, &[&me], "client", 2).await;
        desk.clock.advance(chrono::Duration::days(179));
        assert_eq!(retention::forget_read_notifications(&desk.app).await.unwrap(), 0);
        desk.clock.advance(chrono::Duration::days(2));
        let forgotten = retention::forget(&desk.app).await.unwrap();
        assert_eq!(forgotten.notifications, 1);
        let me = desk.seat(SALESPERSON).await;
        assert_eq!(labels(&me, "").await, ["客户2"]);
    }
}
