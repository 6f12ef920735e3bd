//! The proof over HTTP. That the kernel's own verification finds every kind of doctoring is tested
//! beside the platform; here, that this one agrees with it, goes on from anchors, and is bounded.
use super::desk::commit;
use kernel::access::Actor;
use kernel::audit::{Record, Resource, entry, seal, verify};
use kernel::work::Work;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use serde_json::{Value, json};
use tests::company::AUDITOR;
use tests::{Caller, Engine, TestApp, on_both};
use uuid::Uuid;

const VERIFY: &str = "/audit-chain/actions/verify";

async fn act(app: &TestApp, count: usize) {
    let act =
        |n| Record::new("test.acted", Resource::new("test", Uuid::new_v4(), format!("第{n}件")));
    commit(&app.app, (0..count).map(act)).await;
    app.seal().await;
}

async fn tamper(app: &TestApp, sql: &str) {
    app.app.db.exclusive().execute_unprepared(sql).await.unwrap();
}

async fn head(auditor: &Caller) -> Value {
    auditor.get("/audit-chain").await.expect(200)
}

async fn found_by_both(app: &TestApp, auditor: &Caller) -> Value {
    let kernel = verify::verify(app.app.db.reader()).await.unwrap();
    let here = auditor.post(VERIFY, json!({})).await.expect(200);
    assert_eq!(here["valid"], kernel.valid, "{here}");
    assert_eq!(here["first_bad"], serde_json::to_value(&kernel.first_bad).unwrap());
    here
}

/// Doctor the fourth entry from the end; `off`: how far behind it the fault shows.
async fn finds(app: &TestApp, why: &str, off: i64, sql: &str) {
    let auditor = app.signed_in(AUDITOR).await;
    act(app, 6).await;
    let bad = head(&auditor).await["sequence"].as_i64().unwrap() - 3;
    tamper(app, &format!("{sql}{bad}")).await;
    let found = found_by_both(app, &auditor).await;
    assert_eq!(found["first_bad"]["why"], why, "{found}");
    assert_eq!(found["first_bad"]["sequence"], bad + off, "{found}");
}

on_both! {
    async fn an_untouched_chain_is_valid_and_the_check_is_on_record(app: TestApp) {
        let auditor = app.signed_in(AUDITOR).await;
        act(&app, 5).await;
        let before = head(&auditor).await;
        assert_eq!(before["unsealed"], 0);
        let found = found_by_both(&app, &auditor).await;
        assert_eq!((&found["complete"], &found["valid"]), (&json!(true), &json!(true)));
        assert_eq!(found["checked"], found["sequence"]);
        assert!(found["sequence"].as_i64() >= before["sequence"].as_i64());
        let trail = auditor.get("/audit-entries?action=audit-chain.verified").await.expect(200);
        assert_eq!(trail["items"][0]["actor"]["id"], json!(auditor.id));
    }

    async fn a_changed_value_is_named(app: TestApp) {
        finds(&app, "CONTENT_ALTERED", 0, "UPDATE audit_entry SET personal_changes = '{\"a\":[1,2]}' WHERE sequence = ").await;
    }

    async fn a_changed_reason_is_named(app: TestApp) {
        finds(&app, "ALTERED", 0, "UPDATE audit_entry SET reason = '补记' WHERE sequence = ").await;
    }

    async fn a_removed_entry_is_named(app: TestApp) {
        finds(&app, "GAP", 1, "DELETE FROM audit_entry WHERE sequence = ").await;
    }

    async fn a_cut_off_end_is_named(app: TestApp) {
        finds(&app, "TRUNCATED", 0, "DELETE FROM audit_entry WHERE sequence >= ").await;
    }

    async fn an_anchor_proves_what_lies_behind_it(app: TestApp) {
        let auditor = app.signed_in(AUDITOR).await;
        act(&app, 4).await;
        let answer = auditor.get("/audit-chain/anchor").await;
        assert!(answer.header("content-type").starts_with("text/plain"));
        let anchor = answer.expect_text(200);
        let field = |name: &str| {
            let line = anchor.lines().find_map(|line| line.strip_prefix(name));
            line.unwrap().trim().to_owned()
        };
        let sequence: i64 = field("sequence:").parse().unwrap();
        let after = json!({"after": {"sequence": sequence, "hash": field("hash:")}});
        act(&app, 3).await;
        let found = auditor.post(VERIFY, after.clone()).await.expect(200);
        assert_eq!((&found["valid"], &found["checked"]), (&json!(true), &json!(3)), "{found}");

        app.seal().await;
        rewrite(&app, sequence).await;
        assert!(verify::verify(app.app.db.reader()).await.unwrap().valid, "a perfect forgery");
        let found = auditor.post(VERIFY, after.clone()).await.expect(200);
        assert_eq!(found["first_bad"]["why"], "ALTERED", "{found}");
        assert_eq!(found["first_bad"]["sequence"], sequence);

        // What is not sealed yet would take the place of what is cut off.
        app.seal().await;
        tamper(&app, &format!("DELETE FROM audit_entry WHERE sequence >= {sequence}")).await;
        tamper(&app, &format!("UPDATE chain_head SET audit_sequence = {}", sequence - 1)).await;
        let found = auditor.post(VERIFY, after).await.expect(200);
        assert_eq!(found["first_bad"]["why"], "TRUNCATED", "{found}");
    }

    async fn a_place_to_start_from_is_checked_before_it_is_used(app: TestApp) {
        let auditor = app.signed_in(AUDITOR).await;
        let hash = "0".repeat(64);
        let from = |after: Value| json!({"after": after});
        auditor.post(VERIFY, from(json!({"sequence": 0, "hash": hash}))).await
            .points_at("/after/sequence", "RANGE");
        auditor.post(VERIFY, from(json!({"sequence": 1, "hash": "0".repeat(63)}))).await
            .points_at("/after/hash", "LENGTH");
        auditor.post(VERIFY, from(json!({"sequence": 1, "hash": "Z".repeat(64)}))).await
            .points_at("/after/hash", "FORMAT");
        auditor.post(VERIFY, json!({"from": 1})).await.points_at("/from", "UNKNOWN_FIELD");
        let wrong = auditor.post(VERIFY, from(json!({"sequence": 1, "hash": hash}))).await.expect(200);
        assert_eq!(wrong["first_bad"]["why"], "ALTERED");
    }
}

/// What somebody with the database in their hands can do: change an entry and hash everything from
/// there on anew.
async fn rewrite(app: &TestApp, sequence: i64) {
    tamper(app, &format!("UPDATE audit_entry SET actor_name = '别人' WHERE sequence = {sequence}"))
        .await;
    let before = entry::Column::Sequence.eq(sequence - 1);
    let db = app.app.db.exclusive();
    let row = entry::Entity::find().filter(before).one(db).await.unwrap().unwrap();
    let mut hash = row.hash.unwrap();
    for at in sequence.. {
        let found =
            entry::Entity::find().filter(entry::Column::Sequence.eq(at)).one(db).await.unwrap();
        let Some(row) = found else { break };
        let next = seal::hash(&hash, at, &row);
        tamper(app, &format!(
            "UPDATE audit_entry SET previous_hash = '{hash}', hash = '{next}' WHERE sequence = {at}"
        )).await;
        hash = next;
    }
    tamper(app, &format!("UPDATE chain_head SET audit_hash = '{hash}'")).await;
}

/// A trail longer than one request's share is proved in several, each going on where the last stopped.
#[actix_web::test]
async fn a_long_chain_is_proved_in_stretches() {
    let app = TestApp::start(Engine::Sqlite).await;
    let auditor = app.signed_in(AUDITOR).await;
    let system = Actor::system([], "test");
    for _ in 0..21 {
        let mut work = Work::begin(&app.app, &system).await.unwrap();
        for n in 0..1000 {
            work.record(Record::new(
                "test.acted",
                Resource::new("test", Uuid::nil(), n.to_string()),
            ));
        }
        work.commit_nothing().await.unwrap();
    }
    app.seal().await;
    let mut from = json!({});
    let (mut checked, mut requests) = (0, 0);
    loop {
        let found = auditor.post(VERIFY, from).await.expect(200);
        requests += 1;
        assert_eq!(found["valid"], true, "{found}");
        let share = found["checked"].as_i64().unwrap();
        assert!(share <= 20_500, "{found}");
        checked += share;
        if found["complete"] == true {
            assert_eq!(found["sequence"], checked);
            break;
        }
        from = json!({"after": {"sequence": found["sequence"], "hash": found["hash"]}});
    }
    assert!(requests >= 2 && checked >= 21_000, "{requests} requests, {checked} entries");
}
