//! The audit chain proves itself: whatever is changed, removed or cut off is found and named.
use kernel::audit::{Record, Resource, entry, seal, verify};
use kernel::{access::Actor, http::reply::Items, work::Work};
use sea_orm::{ConnectionTrait, EntityTrait, QueryOrder};
use tests::{TestApp, on_both};

async fn act(app: &TestApp, count: usize) {
    let actor = Actor::system([], "chain");
    for n in 0..count {
        let mut work = Work::begin(&app.app, &actor).await.unwrap();
        let id = work.fresh::<uuid::Uuid>();
        let label = format!("第{n}件");
        work.record(
            Record::new("test.acted", Resource::new("test", id, label)).tell("person.read"),
        );
        work.commit(Items::<u8> { items: vec![] }).await.unwrap();
    }
    seal::seal(&app.app.db).await.unwrap();
}

async fn verdict(app: &TestApp) -> verify::Verdict {
    verify::verify(app.app.db.reader()).await.unwrap()
}

/// What somebody with the database's password could do.
async fn tamper(app: &TestApp, sql: &str) {
    app.app.db.exclusive().execute_unprepared(sql).await.unwrap();
}

async fn last(app: &TestApp) -> i64 {
    let row = entry::Entity::find().order_by_desc(entry::Column::Sequence);
    row.one(app.app.db.reader()).await.unwrap().unwrap().sequence.unwrap()
}

on_both! {
    async fn an_untouched_chain_holds(app: TestApp) {
        let before = verdict(&app).await.checked;
        act(&app, 7).await;
        let verdict = verdict(&app).await;
        assert!(verdict.valid, "{verdict:?}");
        assert_eq!(verdict.checked, before + 7);
    }

    async fn a_changed_actor_is_found(app: TestApp) {
        act(&app, 5).await;
        let bad = last(&app).await - 2;
        tamper(&app, &format!("UPDATE audit_entry SET actor_name = '别人' WHERE sequence = {bad}")).await;
        let found = verdict(&app).await.first_bad.unwrap();
        assert_eq!((found.sequence, found.why), (bad, verify::Why::Altered));
    }

    async fn a_changed_value_is_found(app: TestApp) {
        act(&app, 3).await;
        let bad = last(&app).await;
        tamper(&app, &format!("UPDATE audit_entry SET changes = '{{\"a\":[1,2]}}' WHERE sequence = {bad}")).await;
        let found = verdict(&app).await.first_bad.unwrap();
        assert_eq!((found.sequence, found.why), (bad, verify::Why::ContentAltered));
    }

    async fn a_removed_entry_is_found(app: TestApp) {
        act(&app, 5).await;
        let gone = last(&app).await - 1;
        tamper(&app, &format!("DELETE FROM audit_entry WHERE sequence = {gone}")).await;
        let found = verdict(&app).await.first_bad.unwrap();
        assert_eq!((found.sequence, found.why), (gone + 1, verify::Why::Gap));
    }

    async fn a_cut_off_end_is_found(app: TestApp) {
        act(&app, 5).await;
        let end = last(&app).await;
        tamper(&app, &format!("DELETE FROM audit_entry WHERE sequence >= {end}")).await;
        let found = verdict(&app).await.first_bad.unwrap();
        assert_eq!((found.sequence, found.why), (end, verify::Why::Truncated));
    }

    /// Two processes seal at once: no number is given twice and none is left out.
    async fn sealing_twice_at_once_numbers_each_once(app: TestApp) {
        act(&app, 40).await;
        let both = futures_util::future::join(seal::seal(&app.app.db), seal::seal(&app.app.db));
        let (one, two) = both.await;
        one.unwrap();
        two.unwrap();
        assert!(verdict(&app).await.valid);
    }
}
