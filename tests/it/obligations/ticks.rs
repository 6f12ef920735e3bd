//! Ticks under leases: several processes, a frozen one, time that was missed.
use super::{at, begun, day, due, tick, tick_at, told};
use chrono::Duration;
use futures_util::future::join_all;
use handbook::obligations::{self, Ticked, tick_entity};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use tests::company::{INFORMATION_SUPERVISOR, SALESPERSON};
use tests::{TestApp, on_both};

async fn ticks_of(app: &TestApp, kind: &str) -> Vec<tick_entity::Model> {
    let found = tick_entity::Entity::find().filter(tick_entity::Column::Kind.eq(kind));
    found.all(app.app.db.reader()).await.unwrap()
}

async fn obligations_there(app: &TestApp) -> u64 {
    obligations::entity::Entity::find().count(app.app.db.reader()).await.unwrap()
}

async fn twenty_files(app: &TestApp) {
    let (keeper, owner) =
        (app.signed_in(INFORMATION_SUPERVISOR).await, app.signed_in(SALESPERSON).await);
    for number in 0..20 {
        let _ = begun(&keeper, &format!("成都锦川机电设备第{number}分公司"), &owner).await;
    }
}

on_both! {
    /// Three processes at the same moment, over and over: each tick once, each obligation once, each
    /// person told once.
    async fn three_processes_tick_once(app: TestApp) {
        twenty_files(&app).await;
        for date in ["2027-01-08", "2027-01-09", "2027-01-10"] {
            app.clock.set(at(&format!("{date} 09:00")));
            for _ in 0..3 {
                let _ = join_all(["one", "two", "three"].map(|holder| tick(&app, holder))).await;
            }
            // Whoever came second may have found the turn taken; the next minute is somebody's.
            app.clock.advance(Duration::seconds(61));
            let _ = join_all(["one", "two", "three"].map(|holder| tick(&app, holder))).await;
        }
        let days: Vec<_> = ticks_of(&app, "client.contact").await.into_iter().map(|it| it.on_day).collect();
        for date in ["2027-01-08", "2027-01-09", "2027-01-10"] {
            assert_eq!(days.iter().filter(|it| **it == day(date)).count(), 1, "{days:?}");
        }
        let owner = app.signed_in(SALESPERSON).await;
        assert_eq!(due(&owner, "kind=client.contact").await.len(), 20);
        assert_eq!(told(&owner).await, ["obligation.opened"]);
    }

    /// The leader is frozen past its lease and wakes after another has done the work: it does no harm.
    async fn a_frozen_leader_does_no_harm(app: TestApp) {
        twenty_files(&app).await;
        app.clock.set(at("2027-01-08 09:00"));
        let areas = &app.service.areas.obligations;
        let frozen = obligations::turn(&app.app, "leader").await.unwrap().expect("the turn");
        assert_eq!(obligations::turn(&app.app, "other").await.unwrap(), None, "it is taken");
        app.clock.advance(Duration::seconds(61));
        let done = tick(&app, "other").await;
        assert!(done.opened >= 20, "{done:?}");
        let before = obligations_there(&app).await;
        // Even where it finds something new to do, its old token changes nothing.
        app.clock.set(at("2027-01-09 09:00"));
        let woken = obligations::tick_under(&app.app, areas, frozen).await.unwrap();
        assert_eq!(woken, Ticked::default());
        assert_eq!(obligations_there(&app).await, before);
        assert!(ticks_of(&app, "client.contact").await.iter().all(|it| it.on_day != day("2027-01-09")));
        let _ = tick(&app, "third").await;
        let last = ticks_of(&app, "client.contact").await.into_iter().max_by_key(|it| it.on_day).unwrap();
        assert_eq!(last.on_day, day("2027-01-09"));
        assert_eq!(told(&app.signed_in(SALESPERSON).await).await, ["obligation.opened"]);
    }

    /// The service was down for two months: everything is caught up at once, nothing twice, and what
    /// became late meanwhile goes up the line a step at a time.
    async fn missed_time_is_caught_up_without_duplicates(app: TestApp) {
        twenty_files(&app).await;
        tick_at(&app, "2027-03-22 10:00").await;
        let owner = app.signed_in(SALESPERSON).await;
        assert_eq!(due(&owner, "kind=client.contact&overdue=true").await.len(), 20);
        assert_eq!(told(&owner).await.iter().filter(|it| *it == "obligation.overdue").count(), 2, "contact and update");
        let manager = app.signed_in("tangwei").await;
        assert_eq!(told(&manager).await.iter().filter(|it| *it == "obligation.escalated").count(), 2);
        assert!(told(&app.signed_in("luohaitao").await).await.is_empty(), "one step");
        let there = obligations_there(&app).await;
        for _ in 0..3 {
            app.clock.advance(Duration::seconds(61));
            assert_eq!(tick(&app, "test").await, Ticked::default());
        }
        assert_eq!(obligations_there(&app).await, there);
    }

    /// A clock set back between two processes opens nothing twice.
    async fn a_clock_set_back_repeats_nothing(app: TestApp) {
        twenty_files(&app).await;
        tick_at(&app, "2027-01-10 09:00").await;
        tick_at(&app, "2027-01-11 09:00").await;
        let there = obligations_there(&app).await;
        // A day that was looked at already: nothing is repeated, and nothing stops.
        tick_at(&app, "2027-01-10 08:00").await;
        tick_at(&app, "2027-01-09 08:00").await;
        app.clock.set(at("2027-01-10 10:00"));
        let _ = tick(&app, "test").await;
        assert_eq!(obligations_there(&app).await, there);
    }
}
