//! A receiver that fails: retries by the clock, order for each record, an end.
use super::receiver::{Got, HANGS};
use super::{ENGINES, House, each, redelivery};
use chrono::{DateTime, Duration, Utc};
use kernel::access::Place;
use serde_json::{Value, json};
use std::time::Duration as Wait;
use uuid::Uuid;

/// Waits between the ten attempts, in seconds.
const WAITS: [i64; 9] = [5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400];

fn moment(value: &Value) -> DateTime<Utc> {
    value.as_str().unwrap_or_else(|| panic!("no moment: {value}")).parse().unwrap()
}

#[actix_web::test]
async fn a_receiver_that_fails_for_three_days_is_given_up_and_its_owner_is_told() {
    for engine in ENGINES {
        let house = House::open(engine).await;
        let manager = house.manager().await;
        let (hook, secret) = house.hook(&manager, "/", &["test.*"]).await;
        house.receiver.says(500);
        house.anything("没有送到").await;
        assert_eq!(house.round().await.failed, 1);
        for wait in WAITS {
            house.app.clock.advance(Duration::seconds(wait - 1));
            assert_eq!(house.send().await.failed, 0, "not before {wait} s");
            house.app.clock.advance(Duration::seconds(1));
            assert_eq!(house.send().await.failed, 1, "after {wait} s");
        }
        let got = house.receiver.take();
        assert_eq!(got.len(), 10);
        let ids: Vec<_> = got.iter().map(|it| it.headers["webhook-id"].clone()).collect();
        assert!(ids.iter().all(|id| *id == ids[0]), "the same each time: {ids:?}");
        assert!(got.iter().all(|it| it.is_signed_with(&secret)));
        house.app.clock.advance(Duration::days(10));
        assert_eq!(house.send().await.failed, 0, "it is over");

        let manager = house.manager().await;
        let shown = manager.get(&hook).await.expect(200);
        assert_eq!(
            (&shown["state"], &shown["state_reason"]),
            (&json!("DISABLED"), &json!("FAILING"))
        );
        let deliveries = house.deliveries(&manager, &hook).await;
        assert_eq!(each(&deliveries, "state"), ["FAILED"]);
        assert_eq!(each(&deliveries, "last_status"), [500]);
        assert_eq!(deliveries[0]["attempts"], 10);
        let notices = manager.get("/notifications").await.expect(200);
        let notices = notices["items"].as_array().unwrap();
        let notice = notices.iter().find(|it| it["kind"] == "webhook.disabled");
        let notice = notice.unwrap_or_else(|| panic!("{notices:?}"));
        assert_eq!(notice["params"]["reason"], "FAILING", "{notice}");

        house.receiver.says(200);
        house.anything("停用期间").await;
        assert_eq!(house.fan_out().await, 0);
        let _ = manager.act_now(&hook, "resume", json!({})).await.expect(200);
        house.anything("恢复之后").await;
        assert_eq!(house.round().await.delivered, 1);
        assert_eq!(house.receiver.labels(), ["恢复之后"]);
        let again = redelivery(&hook, &deliveries[0]);
        let _ = manager.post(&again, json!({})).await.expect(200);
        assert_eq!(house.send().await.delivered, 1);
        let got = house.receiver.take();
        assert_eq!(got[0].label(), "没有送到");
        assert_eq!(got[0].headers["webhook-id"], ids[0]);
    }
}

#[actix_web::test]
async fn each_record_is_told_of_in_order_and_the_others_go_on() {
    for engine in ENGINES {
        let house = House::open(engine).await;
        let manager = house.manager().await;
        let _ = house.hook(&manager, "/", &["test.*"]).await;
        house.receiver.answers(|got| (if got.label() == "甲一" { 503 } else { 200 }, vec![]));
        let (a, b) = (Uuid::new_v4(), Uuid::new_v4());
        for (label, record) in [("甲一", a), ("甲二", a), ("乙一", b), ("甲三", a), ("乙二", b)]
        {
            house.happens(label, record, Place::default()).await;
        }
        let sent = house.round().await;
        assert_eq!((sent.delivered, sent.failed), (2, 1));
        let first = house.receiver.labels();
        assert!(first.contains(&"甲一".to_owned()), "{first:?}");
        let others: Vec<_> = first.iter().filter(|it| it.starts_with('乙')).collect();
        assert_eq!(others, ["乙一", "乙二"]);
        house.receiver.says(200);
        assert_eq!(house.send().await.delivered, 0, "they wait for the first");
        house.app.clock.advance(Duration::seconds(5));
        assert_eq!(house.send().await.delivered, 3);
        assert_eq!(house.receiver.labels(), ["甲一", "甲二", "甲三"]);
    }
}

/// It is the delivery that is at fault, not the receiver, which takes everything else.
#[actix_web::test]
async fn one_delivery_that_is_never_taken_ends_alone_and_holds_nothing_up_for_ever() {
    for engine in ENGINES {
        let house = House::open(engine).await;
        let manager = house.manager().await;
        let (hook, _) = house.hook(&manager, "/", &["test.*"]).await;
        house.receiver.answers(|got| (if got.label() == "甲一" { 422 } else { 200 }, vec![]));
        let a = Uuid::new_v4();
        house.happens("甲一", a, Place::default()).await;
        house.happens("甲二", a, Place::default()).await;
        assert_eq!(house.round().await.failed, 1);
        for wait in WAITS {
            house.app.clock.advance(Duration::seconds(wait));
            house.anything("别的").await;
            let _ = house.round().await;
        }
        let manager = house.manager().await;
        let deliveries = house.deliveries(&manager, &hook).await;
        assert_eq!(each(&deliveries[..2], "state"), ["FAILED", "DELIVERED"]);
        assert_eq!(manager.get(&hook).await.expect(200)["state"], "ACTIVE");
    }
}

#[actix_web::test]
async fn a_receiver_that_is_gone_is_left_alone_at_once() {
    for engine in ENGINES {
        let house = House::open(engine).await;
        let manager = house.manager().await;
        let (hook, _) = house.hook(&manager, "/", &["test.*"]).await;
        house.receiver.says(410);
        house.anything("一").await;
        let _ = house.round().await;
        let shown = manager.get(&hook).await.expect(200);
        assert_eq!((&shown["state"], &shown["state_reason"]), (&json!("DISABLED"), &json!("GONE")));
        assert_eq!(each(&house.deliveries(&manager, &hook).await, "state"), ["FAILED"]);
        house.anything("二").await;
        let _ = house.round().await;
        assert_eq!(house.receiver.take().len(), 1);
    }
}

#[actix_web::test]
async fn a_receiver_may_ask_for_more_time_within_bounds() {
    for engine in ENGINES {
        let house = House::open(engine).await;
        let manager = house.manager().await;
        let (hook, _) = house.hook(&manager, "/", &["test.*"]).await;
        house.anything("慢一点").await;
        let _ = house.fan_out().await;
        // More than the schedule; more than anybody may ask for; less than the schedule.
        for (asked, seconds) in [("600", 600), ("99999999", 86_400), ("1", 1800)] {
            let asked = asked.to_owned();
            house.receiver.answers(move |_| (429, vec![("Retry-After", asked.clone())]));
            assert_eq!(house.send().await.failed, 1);
            let manager = house.manager().await;
            let next = moment(&house.deliveries(&manager, &hook).await[0]["next_attempt_at"]);
            assert_eq!(next, house.app.app.clock.now() + Duration::seconds(seconds));
            house.app.clock.set(next);
        }
    }
}

#[actix_web::test]
async fn a_receiver_that_hangs_keeps_no_other_waiting() {
    for engine in ENGINES {
        let house = House::open(engine).await;
        let manager = house.manager().await;
        let (hook, _) = house.hook(&manager, "/hangs", &["test.*"]).await;
        let _ = house.hook(&manager, "/works", &["test.*"]).await;
        house
            .receiver
            .answers(|got: &Got| (if got.path == "/hangs" { HANGS } else { 200 }, vec![]));
        for number in 0..8 {
            house.anything(&number.to_string()).await;
        }
        let _ = house.fan_out().await;
        // The whole of the one is through before the first attempt at the other has run out.
        let sending = house.send();
        let works = async {
            loop {
                let there = house.deliveries(&manager, &hook).await;
                assert!(there.iter().all(|it| it["state"] == "PENDING"));
                if house.receiver.count("/works") == 8 {
                    return there.iter().filter(|it| it["attempts"] == 1).count();
                }
                tokio::task::yield_now().await;
            }
        };
        let works =
            async { tokio::time::timeout(Wait::from_secs(20), works).await.expect("works") };
        let (sent, under_way) = tokio::join!(sending, works);
        assert_eq!(sent.delivered, 8);
        assert!(under_way <= 4, "{under_way} at a time");
        let there = house.deliveries(&manager, &hook).await;
        assert!(
            there.iter().all(|it| it["last_error"] == "TIMEOUT" && it["last_status"].is_null())
        );
    }
}

#[actix_web::test]
async fn nothing_but_a_success_counts_and_no_redirection_is_followed() {
    for engine in ENGINES {
        let house = House::open(engine).await;
        let manager = house.manager().await;
        let (hook, _) = house.hook(&manager, "/", &["test.*"]).await;
        let elsewhere = house.receiver.url("/elsewhere");
        house.receiver.answers(move |got| match got.path.as_str() {
            "/" => (307, vec![("Location", elsewhere.clone())]),
            _ => (200, vec![]),
        });
        house.anything("一").await;
        assert_eq!(house.round().await.failed, 1);
        let got = house.receiver.take();
        assert_eq!(got.len(), 1);
        assert_eq!(got[0].path, "/");
        assert_eq!(each(&house.deliveries(&manager, &hook).await, "last_status"), [307]);
    }
}
