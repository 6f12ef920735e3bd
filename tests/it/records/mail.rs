//! Notifications by e-mail, to a real mail server of the test's own.
use super::desk::ENGINES;
use chrono::{Duration, NaiveDateTime, TimeZone};
use futures_util::future::join_all;
use kernel::access::Actor;
use kernel::audit::Resource;
use kernel::ids::PersonId;
use kernel::notify::{self, Notice, NoticeKind, entity};
use kernel::work::Work;
use records::mail;
use sea_orm::EntityTrait;
use serde_json::json;
use tests::company::{INFORMATION_SUPERVISOR, SALES_MANAGER, SALESPERSON};
use tests::postbox::Postbox;
use tests::{Caller, Engine, TestApp};
use uuid::Uuid;

const MENTIONED: &NoticeKind = clients::notices::CLIENT_MENTIONED;
pub const ESCALATED: &NoticeKind = handbook::notices::OBLIGATION_ESCALATED;

/// A company with a mail server; nothing runs beside the test.
pub async fn company(engine: Engine) -> (TestApp, Postbox) {
    let postbox = Postbox::open().await;
    let port = postbox.port;
    let app = TestApp::start_with(engine, |config| {
        config.company.name = "成都蜀新贸易有限公司".to_owned();
        config.server.public_url = "https://zhidu.shuxin.example".to_owned();
        config.mail.host = "127.0.0.1".to_owned();
        config.mail.port = port;
        config.mail.security = "none".to_owned();
        config.mail.from = "制度 <zhidu@shuxin.example>".to_owned();
    })
    .await;
    app.rest().await;
    (app, postbox)
}

/// Somebody with an address of their own.
pub async fn with_mail(app: &TestApp, login: &str) -> Caller {
    let who = app.signed_in(login).await;
    let address = format!("{login}@shuxin.example");
    let _ = who.patch_now("/me", json!({"email": address})).await.expect(200);
    who
}

async fn choose(who: &Caller, kind: &NoticeKind, mail: &str) {
    let kinds = json!([{"kind": kind.code, "mail": mail, "webhook": false}]);
    let _ = who.patch_now("/me/notification-settings", json!({"kinds": kinds})).await.expect(200);
}

/// Told of themselves, whom everybody may see.
pub async fn tell(app: &TestApp, who: &Caller, kind: &'static NoticeKind) {
    let actor = Actor::system([], "test");
    let work = Work::begin(&app.app, &actor).await.unwrap();
    let resource = Resource::new("person", who.id, "不得外传的名称");
    notify::send(&work, &[PersonId(who.id)], &Notice::new(kind, resource)).await.unwrap();
    let _ = work.commit_nothing().await.unwrap();
}

async fn gather(app: &TestApp, holder: &str) -> u64 {
    mail::gather(&app.app, &app.service.areas.records, holder).await.unwrap()
}

/// One round of both.
pub async fn round(app: &TestApp) -> (u64, u64, u64, u64) {
    let _ = gather(app, "test").await;
    let areas = &app.service.areas;
    let post = app.service.post.as_deref().expect("a server is named");
    let done = mail::send(&app.app, &areas.records, &*areas.on_behalf(), post).await.unwrap();
    (done.sent, done.dropped, done.put_off, done.failed)
}

fn at(app: &TestApp, text: &str) {
    let wall = NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap();
    app.clock.set(chrono_tz::Asia::Shanghai.from_local_datetime(&wall).unwrap().to_utc());
}

#[actix_web::test]
async fn what_is_wanted_at_once_comes_at_once_and_the_rest_in_one_digest() {
    for engine in ENGINES {
        let (app, postbox) = company(engine).await;
        let who = with_mail(&app, SALESPERSON).await;
        choose(&who, MENTIONED, "AT_ONCE").await;
        tell(&app, &who, MENTIONED).await;
        tell(&app, &who, clients::notices::CLIENT_ASKED).await;
        tell(&app, &who, clients::notices::CLIENT_ASKED).await;
        assert_eq!(round(&app).await, (1, 0, 0, 0));
        let mails = postbox.take();
        assert_eq!(mails[0].to, "chengtao@shuxin.example");
        assert_eq!(mails[0].subject(), "[成都蜀新贸易有限公司] 有人在评论中提到了您");
        let text = mails[0].text();
        assert!(text.contains("https://zhidu.shuxin.example/notifications"), "{text}");
        assert!(!text.contains("不得外传"), "a mail names no record (A-SEC-03)");
        assert_eq!(round(&app).await, (0, 0, 0, 0), "once");

        at(&app, "2026-11-24 08:29");
        assert_eq!(round(&app).await, (0, 0, 0, 0), "the digest has its hour");
        at(&app, "2026-11-24 08:31");
        assert_eq!(round(&app).await, (1, 0, 0, 0));
        let digest = &postbox.take()[0];
        assert_eq!(digest.subject(), "[成都蜀新贸易有限公司] 您有 2 条新通知");
        assert!(digest.text().contains("有同事请您办理一件事（2 项）"), "{}", digest.text());
        let automatic = digest
            .message()
            .header("Auto-Submitted")
            .and_then(|it| it.as_text().map(str::to_owned));
        assert_eq!(automatic.as_deref(), Some("auto-generated"));
    }
}

#[actix_web::test]
async fn an_escalation_comes_at_night_and_whatever_was_chosen() {
    for engine in ENGINES {
        let (app, postbox) = company(engine).await;
        let who = with_mail(&app, SALES_MANAGER).await;
        choose(&who, MENTIONED, "AT_ONCE").await;
        at(&app, "2026-11-23 23:30");
        tell(&app, &who, MENTIONED).await;
        tell(&app, &who, ESCALATED).await;
        assert_eq!(round(&app).await, (1, 0, 0, 0));
        let mails = postbox.take();
        assert!(mails[0].subject().contains("下属的待办事项逾期"), "{}", mails[0].subject());
        assert!(!mails[0].text().contains("提到"), "the rest has quiet hours");
        at(&app, "2026-11-24 07:00");
        assert_eq!(round(&app).await, (1, 0, 0, 0));
    }
}

#[actix_web::test]
async fn what_was_read_or_is_not_wanted_is_not_mailed() {
    for engine in ENGINES {
        let (app, postbox) = company(engine).await;
        let who = with_mail(&app, SALESPERSON).await;
        choose(&who, MENTIONED, "NEVER").await;
        tell(&app, &who, MENTIONED).await;
        tell(&app, &who, clients::notices::CLIENT_ASKED).await;
        let _ = round(&app).await;
        let _ =
            who.post("/notifications/actions/mark-read", json!({"all": true})).await.expect(200);
        at(&app, "2026-11-24 09:00");
        assert_eq!(round(&app).await, (0, 0, 0, 0));
        assert!(postbox.take().is_empty());
        // Read between gathering and sending: the mail has nothing left.
        let who = app.signed_in(SALESPERSON).await;
        choose(&who, MENTIONED, "AT_ONCE").await;
        tell(&app, &who, MENTIONED).await;
        assert_eq!(gather(&app, "test").await, 1);
        let _ =
            who.post("/notifications/actions/mark-read", json!({"all": true})).await.expect(200);
        assert_eq!(round(&app).await, (0, 1, 0, 0));
        let without = app.signed_in(SALES_MANAGER).await;
        let _ = without.patch_now("/me", json!({"email": null})).await.expect(200);
        tell(&app, &without, ESCALATED).await;
        assert_eq!(round(&app).await, (0, 0, 0, 0), "nowhere to send it");
    }
}

/// Whoever may no longer see the record, or has left, is not written to about it.
#[actix_web::test]
async fn who_may_no_longer_see_the_record_hears_nothing() {
    for engine in ENGINES {
        let (app, postbox) = company(engine).await;
        let who = with_mail(&app, SALESPERSON).await;
        choose(&who, MENTIONED, "AT_ONCE").await;
        let actor = Actor::system([], "test");
        let work = Work::begin(&app.app, &actor).await.unwrap();
        let gone = Resource::new("client", Uuid::from_u128(7), "看不见的客户");
        notify::send(&work, &[PersonId(who.id)], &Notice::new(MENTIONED, gone)).await.unwrap();
        let _ = work.commit_nothing().await.unwrap();
        assert_eq!(round(&app).await, (0, 1, 0, 0));

        tell(&app, &who, MENTIONED).await;
        assert_eq!(gather(&app, "test").await, 1);
        let hr = app.signed_in("songliping").await;
        let path = format!("/people/{}", who.id);
        let _ = hr.act_now(&path, "disable", json!({"reason": "离职"})).await.expect(200);
        assert_eq!(round(&app).await, (0, 1, 0, 0));
        assert!(postbox.take().is_empty());
    }
}

#[actix_web::test]
async fn a_server_that_is_away_is_tried_for_three_days_and_a_refusal_once() {
    for engine in ENGINES {
        let (app, postbox) = company(engine).await;
        let who = with_mail(&app, SALESPERSON).await;
        choose(&who, MENTIONED, "AT_ONCE").await;
        postbox.answer("451 busy");
        tell(&app, &who, MENTIONED).await;
        assert_eq!(round(&app).await, (0, 0, 1, 0));
        assert_eq!(round(&app).await, (0, 0, 0, 0), "not before its time");
        app.clock.advance(Duration::minutes(1));
        postbox.answer("250 OK");
        assert_eq!(round(&app).await, (1, 0, 0, 0));
        let first = postbox.take();
        assert_eq!(first.len(), 1);

        postbox.answer("550 no such mailbox");
        tell(&app, &who, MENTIONED).await;
        assert_eq!(round(&app).await, (0, 0, 0, 1));
        let settings = who.get("/me/notification-settings").await.expect(200);
        assert_eq!(settings["mail_failure"]["error"], "550");

        postbox.answer("421 away");
        tell(&app, &who, MENTIONED).await;
        let (mut tried, begun) = (0, app.app.clock.now());
        loop {
            let done = round(&app).await;
            tried += done.2;
            if done.3 == 1 {
                break;
            }
            app.clock.advance(Duration::minutes(30));
            assert!(app.app.clock.now() - begun < Duration::days(4), "given up at last");
        }
        assert_eq!(tried, 9);
        assert!(app.app.clock.now() - begun >= Duration::days(2));
        postbox.answer("250 OK");
        assert_eq!(round(&app).await, (0, 0, 0, 0), "what was given up is not sent later");
        tell(&app, &who, MENTIONED).await;
        app.clock.advance(Duration::hours(12));
        assert_eq!(round(&app).await, (1, 0, 0, 0));
        let who = app.signed_in(SALESPERSON).await;
        let settings = who.get("/me/notification-settings").await.expect(200);
        assert_eq!(settings["mail_failure"], json!(null), "one arrived since");
    }
}

async fn claimed(app: &TestApp, due: &mail::entity::Model) -> bool {
    let actor = Actor::system([], "test");
    let work = Work::begin(&app.app, &actor).await.unwrap();
    let until = work.at() + Duration::seconds(60);
    let ours = mail::store::claim(work.db(), due, until).await.unwrap();
    let _ = work.commit_nothing().await.unwrap();
    ours
}

/// Processes beside each other, and one that dies in the middle of sending.
#[actix_web::test]
async fn several_processes_send_a_mail_once() {
    for engine in ENGINES {
        let (app, postbox) = company(engine).await;
        for login in [SALESPERSON, SALES_MANAGER, INFORMATION_SUPERVISOR] {
            let who = with_mail(&app, login).await;
            choose(&who, MENTIONED, "AT_ONCE").await;
            tell(&app, &who, MENTIONED).await;
        }
        let made: u64 =
            join_all(["one", "two", "three"].map(|holder| gather(&app, holder))).await.iter().sum();
        assert_eq!(made, 3);
        let sent: u64 = join_all((0..3).map(|_| round(&app))).await.iter().map(|done| done.0).sum();
        assert_eq!(sent, 3);
        assert_eq!(postbox.take().len(), 3);

        app.clock.advance(Duration::minutes(2));
        // Claimed by a process that died: nobody else tries before its time is over.
        let who = app.signed_in(SALESPERSON).await;
        tell(&app, &who, MENTIONED).await;
        assert_eq!(gather(&app, "test").await, 1);
        let due = mail::store::due(app.app.db.reader(), app.app.clock.now(), 1).await.unwrap();
        assert!(claimed(&app, &due[0]).await);
        assert!(!claimed(&app, &due[0]).await, "the fence");
        assert_eq!(round(&app).await, (0, 0, 0, 0));
        app.clock.advance(Duration::seconds(60));
        assert_eq!(round(&app).await, (1, 0, 0, 0));
    }
}

/// A mail says what it says in the language of its reader.
#[actix_web::test]
async fn each_reads_their_own_language() {
    let (app, postbox) = company(Engine::Sqlite).await;
    let who = with_mail(&app, SALESPERSON).await;
    let _ = who.patch_now("/me", json!({"locale": "en"})).await.expect(200);
    choose(&who, MENTIONED, "AT_ONCE").await;
    tell(&app, &who, MENTIONED).await;
    assert_eq!(round(&app).await, (1, 0, 0, 0));
    assert_eq!(
        postbox.take()[0].subject(),
        "[成都蜀新贸易有限公司] You were mentioned in a comment"
    );
}

#[actix_web::test]
async fn without_a_server_nothing_waits_to_be_mailed() {
    let app = TestApp::start(Engine::Sqlite).await;
    let who = app.signed_in(SALESPERSON).await;
    tell(&app, &who, ESCALATED).await;
    let rows = entity::Entity::find().all(app.app.db.reader()).await.unwrap();
    assert!(!rows.is_empty() && rows.iter().all(|row| row.mail_after.is_none()));
    assert!(app.service.post.is_none());
}
