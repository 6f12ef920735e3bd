//! Several processes on one database.
use super::receiver::HANGS;
use super::{ENGINES, House, each};
use chrono::Duration;
use kernel::config::Webhooks;
use records::webhooks::{self, Post};
use serde_json::Value;
use std::collections::BTreeSet;

#[actix_web::test]
async fn two_processes_never_send_an_attempt_twice() {
    for engine in ENGINES {
        let house = House::open(engine).await;
        let manager = house.manager().await;
        let (hook, _) = house.hook(&manager, "/", &["test.*"]).await;
        let settings = (*house.app.app.config).clone();
        let other = zhidu::start::open_at(settings, house.app.clock.clone()).await.unwrap();
        for number in 0..40 {
            house.anything(&number.to_string()).await;
        }
        house.app.seal().await;
        let (one, two) = tokio::join!(
            webhooks::fan_out(&house.app.app, &*house.owners, "one"),
            webhooks::fan_out(&other, &*house.owners, "two"),
        );
        let put = one.unwrap() + two.unwrap();
        // Both may have found the turn taken by the other.
        let put = put + house.fan_out().await;
        assert_eq!(put, 40);
        let send = |app| webhooks::send_due(app, &*house.owners, &house.post);
        let (a, b, c, d) =
            tokio::join!(send(&house.app.app), send(&other), send(&house.app.app), send(&other));
        let sent = [a, b, c, d].map(Result::unwrap);
        assert_eq!(sent.iter().map(|it| it.delivered).sum::<u64>(), 40, "{sent:?}");
        let got = house.receiver.take();
        let ids: BTreeSet<_> = got.iter().map(|it| it.headers["webhook-id"].clone()).collect();
        assert_eq!((got.len(), ids.len()), (40, 40));
        let deliveries = house.deliveries(&manager, &hook).await;
        assert!(each(&deliveries, "attempts").iter().all(|attempts| *attempts == 1));
    }
}

#[actix_web::test]
async fn a_frozen_leader_that_wakes_changes_nothing() {
    for engine in ENGINES {
        let house = House::open(engine).await;
        let manager = house.manager().await;
        let (hook, _) = house.hook(&manager, "/", &["test.*"]).await;
        let app = &house.app.app;
        let frozen = webhooks::turn(app, "leader").await.unwrap().expect("the turn");
        assert_eq!(webhooks::turn(app, "other").await.unwrap(), None, "it is taken");
        house.anything("一").await;
        assert_eq!(house.fan_out().await, 0, "it is taken");
        house.app.clock.advance(Duration::seconds(61));
        assert_eq!(house.fan_out().await, 1);
        house.anything("二").await;
        house.app.seal().await;
        let woken = webhooks::fan_out_under(app, &*house.owners, frozen).await.unwrap();
        assert_eq!(woken, 0);
        assert_eq!(house.deliveries(&manager, &hook).await.len(), 1);
        assert_eq!(house.round().await.delivered, 2);
        assert_eq!(house.receiver.labels(), ["一", "二"]);
    }
}

async fn arrival(house: &House) {
    while house.receiver.count("/") == 0 {
        tokio::task::yield_now().await;
    }
}

#[actix_web::test]
async fn an_attempt_that_was_never_settled_is_made_up_for() {
    for engine in ENGINES {
        let house = House::open(engine).await;
        let manager = house.manager().await;
        let (hook, _) = house.hook(&manager, "/", &["test.*"]).await;
        house.receiver.says(HANGS);
        house.anything("一").await;
        let _ = house.fan_out().await;
        // Dropped in the middle, as a killed process is.
        tokio::select! { _ = house.send() => panic!("it ended"), () = arrival(&house) => {} }
        house.receiver.says(200);
        assert_eq!(house.send().await.delivered, 0, "the claim holds for a while");
        house.app.clock.advance(Duration::seconds(2));
        assert_eq!(house.send().await.delivered, 1);
        let deliveries = house.deliveries(&manager, &hook).await;
        assert_eq!(each(&deliveries, "attempts"), [2]);
        assert_eq!(each(&deliveries, "state"), ["DELIVERED"]);
    }
}

/// It froze until its claim had run out: what it has to say then is of no account.
#[actix_web::test]
async fn an_attempt_that_was_made_up_for_says_nothing_more() {
    for engine in ENGINES {
        let house = House::open(engine).await;
        let manager = house.manager().await;
        let (hook, _) = house.hook(&manager, "/", &["test.*"]).await;
        house.receiver.says(HANGS);
        house.anything("一").await;
        let _ = house.fan_out().await;
        // Time enough for the other, however slow the machine.
        let patient = Post::new(&Webhooks { allow_private_addresses: true, timeout_seconds: 3 });
        let patient = patient.unwrap();
        let other = async {
            arrival(&house).await;
            house.receiver.says(200);
            house.app.clock.advance(Duration::seconds(10));
            house.send().await
        };
        let frozen = webhooks::send_due(&house.app.app, &*house.owners, &patient);
        let (frozen, other) = tokio::join!(frozen, other);
        let frozen = frozen.unwrap();
        assert_eq!(frozen.delivered + other.delivered, 1);
        assert_eq!(frozen.failed + other.failed, 0);
        let deliveries = house.deliveries(&manager, &hook).await;
        assert_eq!(each(&deliveries, "attempts"), [2]);
        assert_eq!(each(&deliveries, "state"), ["DELIVERED"]);
        assert_eq!(each(&deliveries, "last_error"), [Value::Null]);
    }
}
