use super::desk::commit;
use super::tail::Tail;
use kernel::access::Place;
use kernel::audit::{Record, Resource, seal};
use kernel::ids::PersonId;
use reqwest::Method;
use serde_json::json;
use std::time::Duration;
use tests::company::*;
use tests::{Caller, on_both};
use tokio::time::timeout;
use uuid::Uuid;

/// What ux.md promises to people who look at the same record.
const LIVE: Duration = Duration::from_secs(2);

fn told(label: &str, owner: &Caller) -> Record {
    Record::new("test.told", Resource::new("client", Uuid::new_v4(), label))
        .at(Place { owner_id: Some(PersonId(owner.id)), ..Place::default() })
        .tell("client.read")
        .data("label", label)
}

on_both! {
    async fn a_change_arrives_within_two_seconds_and_nobody_elses_does(app: TestApp) {
        let seller = app.signed_in(SALESPERSON).await;
        let elsewhere = app.signed_in(OTHER_SALESPERSON).await;
        app.seal().await;
        let mut tail = Tail::open(&seller).await;
        commit(&app.app, [told("别人的", &elsewhere), told("我的", &seller)]).await;
        let first = tail.within(LIVE).await;
        assert_eq!(first.data["data"]["label"], "我的");
        assert_eq!(first.data["sequence"], tail.id);
        assert_eq!(first.name, "message");
        commit(&app.app, [told("又一件", &seller)]).await;
        assert_eq!(tail.within(LIVE).await.data["data"]["label"], "又一件");
    }

    async fn whoever_comes_back_misses_nothing(app: TestApp) {
        let seller = app.signed_in(SALESPERSON).await;
        app.seal().await;
        let mut tail = Tail::open(&seller).await;
        commit(&app.app, [told("一", &seller)]).await;
        assert_eq!(tail.within(LIVE).await.data["data"]["label"], "一");
        let seen = tail.id;
        drop(tail);
        commit(&app.app, [told("二", &seller)]).await;
        app.clock.advance(chrono::Duration::milliseconds(2));
        commit(&app.app, [told("三", &seller)]).await;
        app.seal().await;
        let mut back = Tail::after(&seller, seen).await;
        assert_eq!(back.within(LIVE).await.data["data"]["label"], "二");
        assert_eq!(back.within(LIVE).await.data["data"]["label"], "三");
    }

    /// More than one look holds at once.
    async fn a_long_absence_is_caught_up_in_order(app: TestApp) {
        let seller = app.signed_in(SALESPERSON).await;
        for _ in 0..3 {
            commit(&app.app, (0..80).map(|n| told(&n.to_string(), &seller))).await;
        }
        app.seal().await;
        let mut tail = Tail::after(&seller, 0).await;
        let (mut count, mut last) = (0, 0);
        while count < 240 {
            let message = tail.within(LIVE).await;
            let sequence = message.data["sequence"].as_i64().unwrap();
            assert!(sequence > last, "{sequence} after {last}");
            last = sequence;
            count += usize::from(message.data["type"] == "test.told");
        }
    }

    /// A sealing that this process did not do is found by looking.
    async fn another_processs_events_arrive_as_well(app: TestApp) {
        let seller = app.signed_in(SALESPERSON).await;
        app.seal().await;
        let mut tail = Tail::open(&seller).await;
        let quiet = *app.app.sealed.borrow();
        // As another process would: nobody here is told of the commit nor of the sealing.
        let other = kernel::app::App {
            committed: std::sync::Arc::default(),
            sealed: std::sync::Arc::new(tokio::sync::watch::Sender::new(0)),
            ..app.app.clone()
        };
        commit(&other, [told("别的进程", &seller)]).await;
        seal::seal(&app.app.db).await.unwrap();
        let message = tail.within(LIVE).await;
        assert_eq!(message.data["data"]["label"], "别的进程");
        assert!(*app.app.sealed.borrow() <= quiet + 1);
    }

    async fn a_stream_ends_with_its_session(app: TestApp) {
        let seller = app.signed_in(SALESPERSON).await;
        let mut tail = Tail::open(&seller).await;
        let again = app.signed_in(SALESPERSON).await;
        let _ = again.post("/me/sessions/actions/end-others", json!({})).await.expect(204);
        let end = tail.within(Duration::from_secs(10)).await;
        assert_eq!((end.name.as_str(), &end.data["reason"]), ("end", &json!("SIGNED_OUT")));
        assert!(tail.next().await.is_none());
    }

    async fn a_stream_ends_when_its_token_does(app: TestApp) {
        let seller = app.signed_in(SALESPERSON).await;
        let mut tail = Tail::open(&seller).await;
        app.clock.advance(chrono::Duration::minutes(16));
        let end = tail.within(Duration::from_secs(10)).await;
        assert_eq!((end.name.as_str(), &end.data["reason"]), ("end", &json!("SIGNED_OUT")));
    }

    async fn rights_taken_away_hold_for_open_streams(app: TestApp) {
        let newcomer = app.newcomer("xinren").await;
        let admin = app.signed_in(ADMINISTRATOR).await;
        let role = json!({
            "code": "READER_OF_ALL", "name": "查阅", "clearance": 1,
            "permissions": [{"permission": "client.read", "scope": "ALL"}],
        });
        let role = admin.post("/roles", role).await.expect(201);
        let grant = json!({
            "person_id": newcomer.id, "role_id": role["id"], "reason": "试用",
            "valid_from": tests::start_of_tests(),
        });
        let grant = admin.post("/role-grants", grant).await.expect(201);
        app.seal().await;
        let mut tail = Tail::open(&newcomer).await;
        commit(&app.app, [told("授权时", &admin)]).await;
        assert_eq!(tail.within(LIVE).await.data["data"]["label"], "授权时");
        let path = format!("/role-grants/{}", grant["id"].as_str().unwrap());
        let _ = admin.act_now(&path, "revoke", json!({"reason": "试用结束"})).await.expect(200);
        assert_eq!(tail.within(LIVE).await.data["type"], "role.revoked");
        // The stream asks again every three seconds; what comes after that is not theirs any more.
        tokio::time::sleep(Duration::from_millis(4500)).await;
        commit(&app.app, [told("收回后", &admin), told("本人", &newcomer)]).await;
        let own = Record::new("test.told", Resource::new("notification", Uuid::new_v4(), ""))
            .at(Place { owner_id: Some(PersonId(newcomer.id)), ..Place::default() })
            .tell(kernel::audit::event::OWNER_ONLY)
            .data("label", "通知");
        commit(&app.app, [own]).await;
        assert_eq!(tail.within(LIVE).await.data["data"]["label"], "通知");
    }

    async fn a_stopping_process_says_so(app: TestApp) {
        let seller = app.signed_in(SALESPERSON).await;
        let mut tail = Tail::open(&seller).await;
        app.app.stopping.send_replace(true);
        let end = tail.within(LIVE).await;
        assert_eq!((end.name.as_str(), &end.data["reason"]), ("end", &json!("STOPPING")));
        assert!(tail.next().await.is_none());
    }

    /// Sooner than the next sign of life, which is written every fifteen seconds.
    async fn a_stream_that_was_left_gives_up_its_place(app: TestApp) {
        let seller = app.signed_in(SALESPERSON).await;
        let mut tails = vec![];
        for _ in 0..8 {
            tails.push(Tail::open(&seller).await);
        }
        drop(tails);
        let again = async {
            let stream = || seller.request(Method::GET, "/events/stream").send();
            while stream().await.unwrap().status() != 200 {}
        };
        timeout(Duration::from_secs(10), again).await.expect("a place");
    }

    async fn nobody_holds_streams_without_end(app: TestApp) {
        let seller = app.signed_in(SALESPERSON).await;
        let mut tails = vec![];
        for _ in 0..8 {
            tails.push(Tail::open(&seller).await);
        }
        let refused = seller.get("/events/stream").await;
        refused.refuses(429, "RATE_LIMITED");
        assert_eq!(refused.header("retry-after"), "10");
        let manager = app.signed_in(SALES_MANAGER).await;
        let _ = Tail::open(&manager).await;
        app.anonymous().get("/events/stream").await.refuses(401, "NOT_AUTHENTICATED");
    }
}
