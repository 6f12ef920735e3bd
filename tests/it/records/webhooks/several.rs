//! Several processes on one database.
use super::{ENGINES, House, each};
use chrono::Duration;
use records::webhooks::{self, FannedOut};
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
            webhooks::fan_out(&house.app.app, &house.owners, "one"),
            webhooks::fan_out(&other, &house.owners, "two"),
        );
        let put = one.unwrap().deliveries + two.unwrap().deliveries;
        // Both may have found the turn taken by the other.
        let put = put + house.fan_out().await.deliveries;
        assert_eq!(put, 40);
        let send = |app| webhooks::send_due(app, &house.owners, &house.post);
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
        assert_eq!(house.fan_out().await, FannedOut::default(), "it is taken");
        house.app.clock.advance(Duration::seconds(61));
        assert_eq!(house.fan_out().await.deliveries, 1);
        house.anything("二").await;
        house.app.seal().await;
        let woken = webhooks::fan_out_under(app, &house.owners, frozen).await.unwrap();
        assert_eq!(woken, FannedOut::default());
        assert_eq!(house.deliveries(&manager, &hook).await.len(), 1);
        assert_eq!(house.round().await.delivered, 2);
        assert_eq!(house.receiver.labels(), ["一", "二"]);
    }
}

/// It died, or froze, with an attempt in hand: another makes up for it, and what the first has to say
/// later is of no account.
#[actix_web::test]
async fn an_attempt_that_was_never_settled_is_made_up_for() {
    for engine in ENGINES {
        let house = House::open(engine).await;
        let manager = house.manager().await;
        let (hook, _) = house.hook(&manager, "/", &["test.*"]).await;
        house.receiver.says(super::receiver::HANGS);
        house.anything("一").await;
        let _ = house.fan_out().await;
        {
            let sending = house.send();
            let arrived = async {
                while house.receiver.count("/") == 0 {
                    tokio::task::yield_now().await;
                }
            };
            // Dropped in the middle, as a killed process is.
            tokio::select! { _ = sending => panic!("it ended"), () = arrived => {} }
        }
        house.receiver.says(200);
        assert_eq!(house.send().await.delivered, 0, "the claim holds for a while");
        house.app.clock.advance(Duration::seconds(2));
        assert_eq!(house.send().await.delivered, 1);
        let deliveries = house.deliveries(&manager, &hook).await;
        assert_eq!(each(&deliveries, "attempts"), [2]);
        assert_eq!(each(&deliveries, "state"), ["DELIVERED"]);
    }
}
