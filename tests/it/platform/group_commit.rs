//! Many works at once: each acknowledged one is there, each abandoned one is not, on both databases.
use futures_util::future::join_all;
use kernel::{
    access::Actor,
    audit::{Record, Resource, entry},
    http::reply::Items,
    work::Work,
};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use tests::{TestApp, on_both};

fn system() -> Actor {
    Actor::system([], "group-commit")
}

async fn note(app: &TestApp, label: &str) -> Result<(), kernel::error::ApiError> {
    let actor = system();
    let mut work = Work::begin(&app.app, &actor).await?;
    let id = work.fresh::<uuid::Uuid>();
    work.record(Record::new("test.noted", Resource::new("test", id, label)));
    work.commit(Items::<u8> { items: vec![] }).await?;
    Ok(())
}

/// Begin, write, and go away without committing.
async fn abandon(app: &TestApp, label: &str) {
    let actor = system();
    let work = Work::begin(&app.app, &actor).await.unwrap();
    let record = Record::new("test.noted", Resource::new("test", uuid::Uuid::nil(), label));
    let now = work.at();
    kernel::audit::insert(work.db(), &actor, now, vec![record], uuid::Uuid::new_v4).await.unwrap();
    drop(work);
}

async fn noted(app: &TestApp, label: &str) -> u64 {
    entry::Entity::find()
        .filter(entry::Column::ResourceLabel.eq(label))
        .count(app.app.db.reader())
        .await
        .unwrap()
}

on_both! {
    async fn acknowledged_works_are_kept_and_abandoned_ones_are_not(app: TestApp) {
        let kept = join_all((0..150).map(|_| note(&app, "kept")));
        let gone = join_all((0..50).map(|_| abandon(&app, "gone")));
        let (kept, _) = futures_util::future::join(kept, gone).await;
        assert!(kept.iter().all(Result::is_ok));
        assert_eq!(noted(&app, "kept").await, 150);
        assert_eq!(noted(&app, "gone").await, 0);
    }

    /// A caller that gives up while waiting for its turn leaves no finished work without its commit.
    async fn cancelled_waiters_hold_nobody_up(app: TestApp) {
        for _ in 0..20 {
            let waiting: Vec<_> = (0..8).map(|_| Box::pin(note(&app, "cut"))).collect();
            let cut = futures_util::future::select_all(waiting);
            // The first that ends drops all the others, wherever they are.
            let (first, _, others) = cut.await;
            first.unwrap();
            drop(others);
        }
        note(&app, "after").await.unwrap();
        assert_eq!(noted(&app, "after").await, 1);
        assert!(noted(&app, "cut").await >= 20);
    }
}
