//! Databases for tests: each test gets one of its own, cloned from a template that is migrated and
//! filled with the standard company once per build of the test binary.
use kernel::{clock::ManualClock, config::Config};
use sqlx::{Connection, Executor, PgConnection};
use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

/// Which database a test runs on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Sqlite,
    Postgres,
}

/// Names the throw-away cluster: `postgres://postgres@127.0.0.1:port/postgres`.
const CLUSTER: &str = "ZHIDU_TEST_POSTGRES_URL";

/// A database that exists for one test.
pub struct TestDatabase {
    pub config: Config,
    /// Holds the SQLite file, the attachments and the key; removed with the test.
    pub directory: tempfile::TempDir,
    cleanup: Option<(String, String)>,
}

impl TestDatabase {
    pub async fn new(engine: Engine) -> Self {
        Self::new_in(engine, tempfile::tempdir().expect("a scratch directory")).await
    }

    /// With its files in a directory of the caller's.
    pub async fn new_in(engine: Engine, directory: tempfile::TempDir) -> Self {
        let (url, cleanup) = match engine {
            Engine::Sqlite => {
                let file = directory.path().join("zhidu.sqlite");
                std::fs::copy(sqlite_template().await, &file).expect("copy of the template");
                (format!("sqlite://{}", file.display()), None)
            }
            Engine::Postgres => {
                let cluster = cluster();
                let (url, name) = clone_postgres(&cluster).await;
                (url, Some((cluster, name)))
            }
        };
        Self { config: settings(directory.path(), &url), directory, cleanup }
    }

    /// In a cluster of the test's own, which goes as a whole.
    pub async fn new_on(cluster: &str) -> Self {
        let directory = tempfile::tempdir().expect("a scratch directory");
        let (url, _) = clone_postgres(cluster).await;
        Self { config: settings(directory.path(), &url), directory, cleanup: None }
    }
}

impl Drop for TestDatabase {
    fn drop(&mut self) {
        let Some((cluster, name)) = self.cleanup.take() else { return };
        // The runtime of the test is ending; a thread of its own can still wait.
        let _ = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
            if let Ok(runtime) = runtime {
                runtime.block_on(async {
                    if let Ok(mut admin) = PgConnection::connect(&cluster).await {
                        let sql = format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)");
                        let _ = admin.execute(sqlx::AssertSqlSafe(sql)).await;
                    }
                });
            }
        })
        .join();
    }
}

fn cluster() -> String {
    #[expect(clippy::disallowed_methods, reason = "a test's setting, not the service's")]
    std::env::var(CLUSTER).unwrap_or_else(|_| {
        panic!("{CLUSTER} names no cluster; run the tests through `make test` or scripts/pg.sh")
    })
}

/// Settings of a test's service. The hash is cheap so that the tests are fast; a test of its own
/// holds the defaults to what the security table promises.
pub fn settings(directory: &Path, url: &str) -> Config {
    let mut config = Config::default();
    url.clone_into(&mut config.database.url);
    config.database.read_connections = 4;
    config.server.drain_seconds = 0;
    config.database.synchronous_full = false;
    config.storage.directory = directory.join("files").display().to_string();
    config.security.master_key_file = directory.join("master.key").display().to_string();
    config.security.argon2_memory_kib = 64;
    config.server.rate_limit_per_minute = 1_000_000;
    config.company.name = "锦禾昱商贸（成都）有限公司".to_owned();
    config.metrics.address = String::new();
    std::fs::write(directory.join("master.key"), "07".repeat(32)).expect("the key");
    config
}

/// One template per build: its name carries the time of the test binary.
fn stamp() -> String {
    let binary = std::env::current_exe().expect("the test binary");
    let changed = std::fs::metadata(binary).and_then(|m| m.modified()).expect("its time");
    let since = changed.duration_since(std::time::UNIX_EPOCH).expect("after 1970");
    format!("{:x}", since.as_micros())
}

async fn fill(config: Config) {
    use migrations::{Migrator, MigratorTrait};
    let clock = ManualClock::at(crate::start_of_tests());
    let app = zhidu::start::open_at(config, clock).await.expect("the template opens");
    Migrator::up(app.db.exclusive(), None).await.expect("the template migrates");
    crate::company::build(&app).await;
    kernel::audit::seal::seal(&app.db).await.expect("the template seals");
    app.db.close().await.expect("the template closes");
}

async fn sqlite_template() -> PathBuf {
    let folder = std::env::temp_dir().join("zhidu-tests");
    std::fs::create_dir_all(&folder).expect("a folder for templates");
    let template = folder.join(format!("template-{}.sqlite", stamp()));
    let lock = std::fs::File::create(folder.join("lock")).expect("a lock file");
    tokio::task::spawn_blocking(move || lock.lock().map(|()| lock))
        .await
        .expect("joined")
        .expect("locked");
    if !template.exists() {
        let scratch = tempfile::tempdir_in(&folder).expect("a scratch directory");
        let file = scratch.path().join("new.sqlite");
        fill(settings(scratch.path(), &format!("sqlite://{}", file.display()))).await;
        std::fs::rename(&file, &template).expect("the template in place");
    }
    template
}

async fn clone_postgres(cluster: &str) -> (String, String) {
    let (server, _) = cluster.rsplit_once('/').expect("an address with a database name");
    let template = format!("template_{}", stamp());
    let mut admin = PgConnection::connect(cluster).await.expect("the cluster answers");
    // Tests run as processes side by side; the first makes the template.
    admin.execute("SELECT pg_advisory_lock(20261122)").await.expect("locked");
    let exists: Option<i32> = sqlx::query_scalar("SELECT 1 FROM pg_database WHERE datname = $1")
        .bind(&template)
        .fetch_optional(&mut admin)
        .await
        .expect("the list of databases");
    if exists.is_none() {
        let making = format!("{template}_making");
        run(&mut admin, &format!("DROP DATABASE IF EXISTS {making}")).await;
        run(&mut admin, &format!("CREATE DATABASE {making}")).await;
        let scratch = tempfile::tempdir().expect("a scratch directory");
        fill(settings(scratch.path(), &format!("{server}/{making}"))).await;
        run(&mut admin, &format!("ALTER DATABASE {making} RENAME TO {template}")).await;
    }
    let name = format!("test_{}", uuid::Uuid::new_v4().simple());
    run(&mut admin, &format!("CREATE DATABASE {name} TEMPLATE {template} STRATEGY FILE_COPY"))
        .await;
    admin.execute("SELECT pg_advisory_unlock(20261122)").await.expect("unlocked");
    (format!("{server}/{name}"), name)
}

async fn run(admin: &mut PgConnection, sql: &str) {
    let statement = sqlx::AssertSqlSafe(sql.to_owned());
    admin.execute(statement).await.unwrap_or_else(|e| panic!("{sql}: {e}"));
}

/// A reference that keeps clocks alive where only the trait is needed.
pub type Clock = Arc<ManualClock>;
