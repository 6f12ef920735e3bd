use super::desk::{Desk, ENGINES, Sitter, each};
use kernel::access::Actor;
use kernel::app::App;
use kernel::code;
use kernel::error::ApiResult;
use kernel::http::reply::Items;
use kernel::jobs::{self, Handler, Running, entity, row};
use kernel::work::Work;
use records::Wiring;
use records::jobs::Undoing;
use records::wiring::async_trait;
use sea_orm::{EntityTrait, IntoActiveModel};
use serde_json::{Value, json};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use tests::company::{ADMINISTRATOR, SALES_MANAGER, SALESPERSON};
use uuid::Uuid;

const KIND: &str = "test-import";

/// Makes two rows, and takes them back unless told to fail at that.
#[derive(Default)]
struct Import {
    undone: AtomicUsize,
    stuck: AtomicBool,
    /// How often the database will be away.
    away: AtomicUsize,
}

#[async_trait]
impl Handler for Import {
    fn kind(&self) -> &'static str {
        KIND
    }
    async fn run(&self, app: &App, actor: &Actor, job: &Running) -> ApiResult<Value> {
        let one_less = |left: usize| left.checked_sub(1);
        if self.away.fetch_update(Ordering::SeqCst, Ordering::SeqCst, one_less).is_ok() {
            return Err(code::UNAVAILABLE.into());
        }
        let work = Work::begin(app, actor).await?;
        let labels = ["恒达机械", "恒通物流", "恒丰纸业"];
        for (position, label) in (1..).zip(labels) {
            let row = row::Model {
                job_id: job.id,
                position,
                outcome: if position == 2 { "REFUSED" } else { "DONE" }.to_owned(),
                resource_id: Some(Uuid::nil().to_string()),
                label: label.to_owned(),
                errors: json!([{"pointer": "/name", "code": "DUPLICATE"}]).to_string(),
            };
            row::Entity::insert(row.into_active_model()).exec_without_returning(work.db()).await?;
        }
        job.progress(&work, 3, 3).await?;
        work.commit_nothing().await?;
        Ok(json!({"created": 2}))
    }
    async fn undo(&self, _: &App, _: &Actor, _: &entity::Model) -> ApiResult<Value> {
        if self.stuck.load(Ordering::SeqCst) {
            return Err(code::IN_USE.into());
        }
        Ok(json!({"undone": self.undone.fetch_add(1, Ordering::SeqCst) + 1}))
    }
}

struct Shop {
    desk: Desk,
    import: Arc<Import>,
    handlers: Vec<Arc<dyn Handler>>,
}

impl Shop {
    async fn open(engine: tests::Engine) -> Self {
        let import = Arc::new(Import::default());
        let wiring = Wiring { undoable: vec![KIND], ..Wiring::default() };
        let undoing = Undoing::new(vec![import.clone()]);
        let handlers: Vec<Arc<dyn Handler>> = vec![import.clone(), Arc::new(undoing)];
        Self { desk: Desk::open(engine, wiring).await, import, handlers }
    }

    /// Ask for a job; answers its address.
    async fn ask(&self, sitter: &Sitter, kind: &str) -> String {
        let actor = self.desk.actor(sitter).await;
        let work = Work::begin(&self.desk.app, &actor).await.unwrap();
        let job = jobs::enqueue(&work, kind, &json!({})).await.unwrap();
        work.commit(Items::<u8> { items: vec![] }).await.unwrap();
        format!("/jobs/{}", job.id)
    }

    async fn work(&self) -> usize {
        jobs::drain(&self.desk.app, &self.handlers, &*self.desk.owners).await.unwrap()
    }
}

/// Act on the version that is there now.
async fn act(sitter: &Sitter, job: &str, action: &str) -> tests::Answer {
    let etag = sitter.get(job).await.etag();
    sitter.act(&format!("{job}/actions/{action}"), &etag).await
}

fn allowed(job: &Value, action: &str) -> (bool, Value) {
    let actions = job["allowed_actions"].as_array().unwrap();
    let found = actions.iter().find(|a| a["action"] == action).unwrap();
    (found["enabled"] == true, found["reasons"][0]["code"].clone())
}

#[actix_web::test]
async fn a_job_shows_its_owner_how_it_went() {
    for engine in ENGINES {
        let shop = Shop::open(engine).await;
        let me = shop.desk.seat(SALESPERSON).await;
        let job = shop.ask(&me, KIND).await;
        let waiting = me.get(&job).await.expect(200);
        assert_eq!((&waiting["state"], &waiting["owner"]["id"]), (&json!("QUEUED"), &json!(me.id)));
        assert_eq!(waiting["owner"]["name"], "程涛");
        assert_eq!(allowed(&waiting, "undo"), (false, json!("JOB_UNFINISHED")));
        assert!(allowed(&waiting, "cancel").0);

        assert_eq!(shop.work().await, 1);
        let done = me.get(&job).await.expect(200);
        assert_eq!((&done["state"], &done["result"]), (&json!("DONE"), &json!({"created": 2})));
        assert_eq!((&done["progress_done"], &done["progress_total"]), (&json!(3), &json!(3)));
        assert_eq!(allowed(&done, "cancel"), (false, json!("JOB_FINISHED")));
        assert!(allowed(&done, "undo").0);

        let rows = me.get(&format!("{job}/rows?outcome=DONE&include_total=true")).await.expect(200);
        assert_eq!(each(&rows, "/label"), ["恒达机械", "恒丰纸业"]);
        assert_eq!(rows["page"]["total"], 2);
        let first = me.get(&format!("{job}/rows?limit=2")).await.expect(200);
        let cursor = first["page"]["next_cursor"].as_str().unwrap();
        let rest = me.get(&format!("{job}/rows?limit=2&cursor={cursor}")).await.expect(200);
        assert_eq!(each(&rest, "/position"), [3]);
        assert_eq!(first["items"][1]["errors"][0]["code"], "DUPLICATE");
    }
}

#[actix_web::test]
async fn the_rows_of_a_job_are_taken_away_as_they_are_listed() {
    for engine in ENGINES {
        let shop = Shop::open(engine).await;
        let me = shop.desk.seat(SALESPERSON).await;
        let other = shop.desk.seat(SALES_MANAGER).await;
        let watcher = shop.desk.seat(ADMINISTRATOR).await;
        let job = shop.ask(&me, KIND).await;
        shop.work().await;
        let csv = me.get(&format!("{job}/rows/export?format=csv")).await;
        let lines: Vec<&str> = csv.text.trim().lines().collect();
        assert_eq!((csv.status.as_u16(), lines.len()), (200, 4), "{}", csv.text);
        assert!(lines[0].contains("名称") && lines[1].contains("恒达机械,已完成"), "{}", csv.text);
        assert!(lines[2].contains("被拒绝,DUPLICATE"), "{}", csv.text);
        let refused = me.get(&format!("{job}/rows/export?format=csv&outcome=REFUSED")).await;
        assert_eq!(refused.text.trim().lines().count(), 2);

        other.get(&format!("{job}/rows/export")).await.refuses(404, "NOT_FOUND");
        let watched = watcher.get(&format!("{job}/rows/export?format=csv")).await;
        assert!(!watched.text.contains('恒'), "{}", watched.text);
        assert_eq!(watched.text.trim().lines().count(), 4);
    }
}

#[actix_web::test]
async fn others_jobs_do_not_exist_and_who_watches_all_learns_no_contents() {
    for engine in ENGINES {
        let shop = Shop::open(engine).await;
        let me = shop.desk.seat(SALESPERSON).await;
        let other = shop.desk.seat(SALES_MANAGER).await;
        let watcher = shop.desk.seat(ADMINISTRATOR).await;
        let job = shop.ask(&me, KIND).await;
        shop.work().await;
        other.get(&job).await.refuses(404, "NOT_FOUND");
        other.get(&format!("{job}/rows")).await.refuses(404, "NOT_FOUND");
        other.act(&format!("{job}/actions/undo"), "\"2\"").await.refuses(404, "NOT_FOUND");
        for query in ["", "?everybody=true", &format!("?owner_id={}", me.id)] {
            let list = other.get(&format!("/jobs{query}")).await.expect(200);
            assert_eq!(list["items"], json!([]), "{query}");
        }

        assert_eq!(watcher.get("/jobs").await.expect(200)["items"], json!([]));
        let all = watcher.get("/jobs?everybody=true&state=DONE&state=FAILED").await.expect(200);
        assert_eq!(each(&all, "/owner/name"), ["程涛"]);
        assert_eq!(each(&all, "/result"), [Value::Null]);
        let rows = watcher.get(&format!("{job}/rows")).await;
        assert!(!rows.text.contains('恒'), "{}", rows.text);
        assert_eq!(each(&rows.expect(200), "/outcome"), ["DONE", "REFUSED", "DONE"]);
        act(&watcher, &job, "undo").await.refuses(403, "JOB_OF_ANOTHER");
    }
}

#[actix_web::test]
async fn a_cancelled_job_does_not_start_and_a_running_one_is_told_at_its_next_step() {
    for engine in ENGINES {
        let shop = Shop::open(engine).await;
        let me = shop.desk.seat(SALESPERSON).await;
        let job = shop.ask(&me, KIND).await;
        me.act(&format!("{job}/actions/cancel"), "\"7\"").await.refuses(412, "STALE_VERSION");
        let path = format!("{job}/actions/cancel?dry_run=true");
        let tried = me.act(&path, "\"1\"").await.expect(200);
        assert_eq!(tried["state"], "CANCELLED");
        assert_eq!(me.get(&job).await.expect(200)["state"], "QUEUED");
        let cancelled = act(&me, &job, "cancel").await.expect(200);
        assert_eq!((&cancelled["state"], &cancelled["version"]), (&json!("CANCELLED"), &json!(2)));
        assert_eq!(shop.work().await, 0);
        act(&me, &job, "cancel").await.refuses(409, "JOB_FINISHED");

        let slow = Slow { cancelled: AtomicBool::new(false), base: me };
        let job = shop.ask(&slow.base, "test-slow").await;
        let slow = Arc::new(slow);
        let handlers: Vec<Arc<dyn Handler>> = vec![slow.clone()];
        jobs::drain(&shop.desk.app, &handlers, &*shop.desk.owners).await.unwrap();
        assert!(slow.cancelled.load(Ordering::SeqCst));
        assert_eq!(slow.base.get(&job).await.expect(200)["state"], "CANCELLED");
    }
}

/// Is cancelled by its owner in the middle.
struct Slow {
    cancelled: AtomicBool,
    base: Sitter,
}

#[async_trait]
impl Handler for Slow {
    fn kind(&self) -> &'static str {
        "test-slow"
    }
    async fn run(&self, app: &App, actor: &Actor, job: &Running) -> ApiResult<Value> {
        let work = Work::begin(app, actor).await?;
        assert!(job.progress(&work, 1, 9).await?);
        work.commit_nothing().await?;
        let _ = act(&self.base, &format!("/jobs/{}", job.id), "cancel").await.expect(200);
        let work = Work::begin(app, actor).await?;
        let goes_on = job.progress(&work, 2, 9).await?;
        self.cancelled.store(!goes_on, Ordering::SeqCst);
        Ok(json!({"never": "kept"}))
    }
}

#[actix_web::test]
async fn what_a_job_did_is_taken_back_once() {
    for engine in ENGINES {
        let shop = Shop::open(engine).await;
        let me = shop.desk.seat(SALESPERSON).await;
        let job = shop.ask(&me, KIND).await;
        shop.work().await;
        let path = format!("{job}/actions/undo?dry_run=true");
        let _ = me.act(&path, &me.get(&job).await.etag()).await.expect(200);
        assert_eq!(shop.work().await, 0);

        shop.desk.clock.advance(chrono::Duration::milliseconds(5));
        let undoing = act(&me, &job, "undo").await.expect(202);
        assert_eq!((&undoing["kind"], &undoing["state"]), (&json!("job-undo"), &json!("QUEUED")));
        act(&me, &job, "undo").await.refuses(409, "JOB_UNDONE");
        assert_eq!(shop.work().await, 1);
        assert_eq!(shop.import.undone.load(Ordering::SeqCst), 1);
        let undone =
            me.get(&format!("/jobs/{}", undoing["id"].as_str().unwrap())).await.expect(200);
        assert_eq!((&undone["state"], &undone["result"]), (&json!("DONE"), &json!({"undone": 1})));
        assert_eq!(allowed(&undone, "undo"), (false, json!("JOB_NOT_UNDOABLE")));
        let original = me.get(&job).await.expect(200);
        assert_eq!(original["undo_job_id"], undoing["id"]);
        act(&me, &job, "undo").await.refuses(409, "JOB_UNDONE");
        let listed = me.get("/jobs").await.expect(200);
        assert_eq!(each(&listed, "/kind"), ["job-undo", KIND]);
    }
}

#[actix_web::test]
async fn an_undoing_that_failed_may_be_tried_again() {
    for engine in ENGINES {
        let shop = Shop::open(engine).await;
        let me = shop.desk.seat(SALESPERSON).await;
        let job = shop.ask(&me, KIND).await;
        shop.work().await;
        shop.import.stuck.store(true, Ordering::SeqCst);
        let first = act(&me, &job, "undo").await.expect(202);
        shop.work().await;
        let failed = me.get(&format!("/jobs/{}", first["id"].as_str().unwrap())).await.expect(200);
        assert_eq!(
            (&failed["state"], &failed["problem"]["code"]),
            (&json!("FAILED"), &json!("IN_USE"))
        );
        shop.import.stuck.store(false, Ordering::SeqCst);
        let second = act(&me, &job, "undo").await.expect(202);
        shop.work().await;
        assert_eq!(me.get(&job).await.expect(200)["undo_job_id"], second["id"]);
        assert_eq!(shop.import.undone.load(Ordering::SeqCst), 1);
    }
}

#[actix_web::test]
async fn a_job_whose_database_was_away_is_taken_up_again_and_not_for_ever() {
    for engine in ENGINES {
        let shop = Shop::open(engine).await;
        let me = shop.desk.seat(SALESPERSON).await;
        for (away, end) in [(2, "DONE"), (3, "FAILED")] {
            shop.import.away.store(away, Ordering::SeqCst);
            let job = shop.ask(&me, KIND).await;
            for _ in 0..2 {
                assert_eq!(shop.work().await, 1);
                assert_eq!(me.get(&job).await.expect(200)["state"], "RUNNING");
                // Not before its lease has run out: it may only seem to be abandoned.
                assert_eq!(shop.work().await, 0);
                shop.desk.clock.advance(chrono::Duration::seconds(61));
            }
            assert_eq!(shop.work().await, 1);
            assert_eq!(me.get(&job).await.expect(200)["state"], end);
        }
    }
}
