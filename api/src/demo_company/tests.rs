use super::*;
use crate::start;
use kernel::clock::ManualClock;
use kernel::config::Config;
use kernel::work::Work;
use migrations::{Migrator, MigratorTrait};
use std::path::PathBuf;

/// A service on an empty database in a directory of its own.
struct Scratch {
    service: Service,
    directory: PathBuf,
}

impl Scratch {
    async fn new(name: &str) -> Self {
        let directory =
            std::env::temp_dir().join(format!("zhidu-demo-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&directory).unwrap();
        let place = |name: &str| directory.join(name).display().to_string();
        let mut config = Config::default();
        config.database.url = format!("sqlite://{}", place("zhidu.sqlite"));
        config.storage.directory = place("files");
        config.security.master_key_file = place("master.key");
        config.security.argon2_memory_kib = 64;
        let clock = ManualClock::at("2026-11-22T02:00:00Z".parse().unwrap());
        let app = start::open_at(config, clock).await.unwrap();
        Migrator::up(app.db.exclusive(), None).await.unwrap();
        Self { service: Service::new(app).unwrap(), directory }
    }

    async fn figure(&self, sql: &str) -> i64 {
        let app = &self.service.app;
        let statement = Statement::from_string(app.db.backend(), sql);
        let row = app.db.reader().query_one_raw(statement).await.unwrap().unwrap();
        row.try_get_by_index(0).unwrap()
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // Left behind in the machine's scratch directory at worst.
        let _ = std::fs::remove_dir_all(&self.directory);
    }
}

const ORDER: Order = Order { seed: 7, clients: 150, lean: false };

#[actix_web::test]
async fn an_empty_database_becomes_the_company_once_and_with_its_trail() {
    let scratch = Scratch::new("whole").await;
    assert!(fill(&scratch.service, ORDER).await.unwrap());
    assert_eq!(scratch.figure("SELECT count(*) FROM client").await, 150);
    let people = i64::try_from(accounts().len()).unwrap();
    assert_eq!(scratch.figure("SELECT count(*) FROM person").await, people);
    let filed =
        "SELECT count(DISTINCT resource_id) FROM audit_entry WHERE action = 'client.created'";
    assert_eq!(scratch.figure(filed).await, 150);
    let indexed = "SELECT count(*) FROM client_search";
    assert_eq!(scratch.figure(indexed).await, 150);
    let unsealed = "SELECT count(*) FROM audit_entry WHERE sequence IS NULL";
    assert_eq!(scratch.figure(unsealed).await, 0);
    let verdict = kernel::audit::verify::verify(scratch.service.app.db.reader()).await.unwrap();
    assert!(verdict.valid, "{verdict:?}");
    assert!(!fill(&scratch.service, ORDER).await.unwrap(), "made twice");
}

#[actix_web::test]
async fn the_same_seed_gives_the_same_records() {
    let (one, other) = (Scratch::new("one").await, Scratch::new("other").await);
    let mut ids = vec![];
    for scratch in [&one, &other] {
        fill(&scratch.service, ORDER).await.unwrap();
        let sql = "SELECT group_concat(hex(id) || number || hex(owner_id)) FROM \
                   (SELECT * FROM client ORDER BY number)";
        let app = &scratch.service.app;
        let row = app.db.reader().query_one_raw(Statement::from_string(app.db.backend(), sql));
        ids.push(row.await.unwrap().unwrap().try_get_by_index::<String>(0).unwrap());
    }
    assert!(ids[0].len() > 150 * 70);
    assert_eq!(ids[0], ids[1]);
}

#[actix_web::test]
async fn a_start_that_was_cut_short_goes_on() {
    let scratch = Scratch::new("cut").await;
    let marker = begin(&scratch.service, ORDER).await.unwrap();
    assert!(!marker.finished);
    assert_eq!(scratch.figure("SELECT count(*) FROM client").await, 0);
    assert!(fill(&scratch.service, ORDER).await.unwrap());
    assert_eq!(scratch.figure("SELECT count(*) FROM client").await, 150);
}

#[actix_web::test]
async fn a_database_of_somebody_elses_is_left_alone() {
    let scratch = Scratch::new("foreign").await;
    let system = founding::actor(company::AS);
    let mut work = Work::begin(&scratch.service.app, &system).await.unwrap();
    let roles = crate::roles::built_in();
    identity::seed::ensure_built_in_roles(&mut work, &roles[..1]).await.unwrap();
    work.commit_nothing().await.unwrap();
    let refused = fill(&scratch.service, ORDER).await.unwrap_err().to_string();
    assert!(refused.contains("table role"), "{refused}");
    assert_eq!(scratch.figure("SELECT count(*) FROM person").await, 0);
}

#[actix_web::test]
async fn everybody_can_sign_in_with_the_printed_password() {
    let scratch = Scratch::new("password").await;
    fill(&scratch.service, Order { clients: 1, ..ORDER }).await.unwrap();
    let locked = "SELECT count(*) FROM person WHERE password_hash IS NULL OR must_change_password";
    assert_eq!(scratch.figure(locked).await, 0);
    // The rules hold it against the names of all, at the strength that is the default.
    let staff = people(ORDER.seed, chrono::NaiveDate::default());
    let names: Vec<&str> = staff.iter().flat_map(|one| [one.login, one.name]).collect();
    let areas = &scratch.service.areas;
    let security = kernel::config::Security::default();
    let hashed = identity::seed::hash_password(&areas.authenticator, &security, PASSWORD, &names);
    assert!(hashed.await.is_ok());
}

/// What is handed in, settled and told is so by people who may, under the rules of the archive.
#[actix_web::test]
async fn the_desks_are_not_empty() {
    let scratch = Scratch::new("desks").await;
    fill(&scratch.service, ORDER).await.unwrap();
    let of =
        |state: &str| format!("SELECT count(*) FROM client_submission WHERE state = '{state}'");
    for (state, count) in [("PENDING", 7), ("ACCEPTED", 2), ("RETURNED", 2)] {
        assert_eq!(scratch.figure(&of(state)).await, count, "{state}");
    }
    let bought = "SELECT count(*) FROM client_submission WHERE records LIKE '%PURCHASE%'";
    assert_eq!(scratch.figure(bought).await, 1);
    let told = "SELECT count(*) FROM client_instruction WHERE state = 'OPEN'";
    assert_eq!(scratch.figure(told).await, 3);
    let overdue = "SELECT count(*) FROM client_instruction WHERE due_on < '2026-11-22'";
    assert_eq!(scratch.figure(overdue).await, 1);
    let unread = "SELECT count(*) FROM notification";
    assert!(scratch.figure(unread).await > 10);
}

#[actix_web::test]
async fn desks_that_were_half_filled_are_filled_once() {
    let scratch = Scratch::new("half").await;
    let marker = begin(&scratch.service, ORDER).await.unwrap();
    files::file(&scratch.service, &marker).await.unwrap();
    sign(&scratch.service).await.unwrap();
    desks::fill(&scratch.service, &marker).await.unwrap();
    assert!(fill(&scratch.service, ORDER).await.unwrap());
    assert_eq!(scratch.figure("SELECT count(*) FROM client_submission").await, 11);
    assert_eq!(scratch.figure("SELECT count(*) FROM client_instruction").await, 3);
    let signed = "SELECT count(DISTINCT person_id) - count(*) FROM client_secrecy_acknowledgement";
    assert_eq!(scratch.figure(signed).await, 0);
}
