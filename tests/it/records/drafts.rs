use super::desk::{Desk, ENGINES};
use records::Wiring;
use records::retention;
use serde_json::json;
use tests::company::{SALES_MANAGER, SALESPERSON};

const DRAFT: &str = "/drafts/client.edit/0198c0de-0000-7000-8000-000000000001";

#[actix_web::test]
async fn a_draft_comes_back_as_it_was_and_only_to_its_author() {
    for engine in ENGINES {
        let desk = Desk::open(engine, Wiring::default()).await;
        let (me, other) = (desk.seat(SALESPERSON).await, desk.seat(SALES_MANAGER).await);
        let content =
            json!({"name": "恒达机械", "tags": ["重点"], "basic": {"scope": "两行\n文字\u{0}"}});
        let input = json!({"content": content, "base_version": 3});
        let kept = me.put(DRAFT, input).await.expect(200);
        assert_eq!((&kept["kind"], &kept["base_version"]), (&json!("client.edit"), &json!(3)));
        let read = me.get(DRAFT).await;
        assert_eq!(read.etag(), "\"1\"");
        assert_eq!(read.expect(200)["content"], content);
        other.get(DRAFT).await.refuses(404, "NOT_FOUND");

        let theirs = other.put(DRAFT, json!({"content": {"name": "别人的"}})).await.expect(200);
        assert_eq!(theirs["version"], 1);
        let _ = other.delete(DRAFT).await.expect(204);
        assert_eq!(me.get(DRAFT).await.expect(200)["content"], content);
    }
}

#[actix_web::test]
async fn the_last_one_saved_wins_and_a_deleted_one_is_gone() {
    for engine in ENGINES {
        let desk = Desk::open(engine, Wiring::default()).await;
        let me = desk.seat(SALESPERSON).await;
        let _ = me.put(DRAFT, json!({"content": {"n": 1}})).await.expect(200);
        let second = me.put(DRAFT, json!({"content": {"n": 2}})).await.expect(200);
        assert_eq!(second["version"], 2);
        assert_eq!(me.get(DRAFT).await.expect(200)["content"], json!({"n": 2}));
        for _ in 0..2 {
            let _ = me.delete(DRAFT).await.expect(204);
        }
        me.get(DRAFT).await.refuses(404, "NOT_FOUND");
    }
}

#[actix_web::test]
async fn a_draft_lives_thirty_days_after_its_last_saving() {
    for engine in ENGINES {
        let desk = Desk::open(engine, Wiring::default()).await;
        let me = desk.seat(SALESPERSON).await;
        let _ = me.put(DRAFT, json!({"content": {}})).await.expect(200);
        let new = "/drafts/client.create/new";
        let _ = me.put(new, json!({"content": {}})).await.expect(200);
        desk.clock.advance(chrono::Duration::days(20));
        let me = desk.seat(SALESPERSON).await;
        let _ = me.put(new, json!({"content": {}})).await.expect(200);
        desk.clock.advance(chrono::Duration::days(11));
        let me = desk.seat(SALESPERSON).await;
        me.get(DRAFT).await.refuses(404, "NOT_FOUND");
        let _ = me.get(new).await.expect(200);
        assert_eq!(retention::expire_drafts(&desk.app).await.unwrap(), 1);
        let _ = me.get(new).await.expect(200);
    }
}

#[actix_web::test]
async fn a_draft_has_a_size_and_a_person_has_so_many() {
    for engine in ENGINES {
        let desk = Desk::open(engine, Wiring::default()).await;
        let me = desk.seat(SALESPERSON).await;
        let fits = json!({"content": {"t": "x".repeat(64 * 1024 - 8)}});
        let _ = me.put(DRAFT, fits).await.expect(200);
        let large = json!({"content": {"t": "x".repeat(64 * 1024 - 7)}});
        me.put(DRAFT, large).await.refuses(413, "TOO_LARGE");
        me.put(DRAFT, json!({"content": "text"})).await.points_at("/content", "WRONG_TYPE");
        me.put(DRAFT, json!({"body": {}})).await.points_at("/body", "UNKNOWN_FIELD");
        me.put("/drafts/client%20edit/new", json!({"content": {}})).await.refuses(404, "NOT_FOUND");
        for n in 1..200 {
            let _ = me
                .put(&format!("/drafts/client.edit/{n}"), json!({"content": {}}))
                .await
                .expect(200);
        }
        me.put("/drafts/client.edit/200", json!({"content": {}})).await.refuses(409, "DRAFT_LIMIT");
        let _ = me.put("/drafts/client.edit/199", json!({"content": {"n": 2}})).await.expect(200);
    }
}
