//! The real binary as a child process, for tests that kill it, starve it or take its database away.
use crate::{
    Caller,
    database::{Engine, TestDatabase},
};
use kernel::config::Config;
use std::{
    fs,
    net::{SocketAddr, TcpListener},
    path::{Path, PathBuf},
    process::{Child, Command, ExitStatus, Output},
    time::{Duration, Instant},
};

/// Nothing here takes this long unless it is broken.
const BROKEN: Duration = Duration::from_secs(60);

/// A database with the standard company, settings, and a place for what the service prints.
pub struct Installation {
    pub engine: Engine,
    pub database: TestDatabase,
    /// Elsewhere than its data, whose disk may be full.
    log: tempfile::NamedTempFile,
}

impl Installation {
    pub async fn new(engine: Engine) -> Self {
        Self::with(engine, |_| {}).await
    }

    pub async fn with(engine: Engine, change: impl FnOnce(&mut Config)) -> Self {
        Self::of(engine, TestDatabase::new(engine).await, change)
    }

    /// As installed: every commit synced.
    #[must_use]
    pub fn of(
        engine: Engine,
        mut database: TestDatabase,
        change: impl FnOnce(&mut Config),
    ) -> Self {
        database.config.database.synchronous_full = true;
        change(&mut database.config);
        let installation =
            Self { engine, database, log: tempfile::NamedTempFile::new().expect("a log") };
        installation.write_settings();
        installation
    }

    /// Reach the database by another port of this machine from now on; the address it had.
    pub fn through(&mut self, port: u16) -> String {
        let direct = self.config().database.url.clone();
        let own = format!(":{}/", crate::cluster::port_of(&direct));
        self.database.config.database.url = direct.replace(&own, &format!(":{port}/"));
        self.write_settings();
        direct
    }

    fn write_settings(&self) {
        let settings = self.directory().join("zhidu.toml");
        fs::write(settings, self.config().dump()).expect("the settings");
    }

    #[must_use]
    pub fn directory(&self) -> &Path {
        self.database.directory.path()
    }

    #[must_use]
    pub fn config(&self) -> &Config {
        &self.database.config
    }

    /// `zhidu …` with these settings.
    #[must_use]
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(binary());
        command.args(arguments).env("ZHIDU_CONFIG", self.directory().join("zhidu.toml"));
        command.current_dir(self.directory());
        command
    }

    /// A command to its end.
    #[must_use]
    pub fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().expect("the binary runs")
    }

    /// A command that has to end well; what it printed.
    #[track_caller]
    pub fn succeeds(&self, arguments: &[&str]) -> String {
        let out = crate::cluster::succeed(self.command(arguments));
        String::from_utf8_lossy(&out.stdout).into_owned()
    }

    /// Serve, and wait until it is ready.
    pub async fn start(&self) -> Process {
        self.start_by(&[]).await
    }

    /// The same, started by another program that puts the service in its own place.
    pub async fn start_by(&self, wrapper: &[&str]) -> Process {
        // Somebody may take the port between its choice and its use.
        for _ in 0..5 {
            if let Some(process) = self.try_start(wrapper).await {
                return process;
            }
        }
        panic!("the service does not start:\n{}", tail(self.log.path()));
    }

    async fn try_start(&self, wrapper: &[&str]) -> Option<Process> {
        let address = free_address();
        let setting = format!("server.address={address}");
        let mut command = self.command(&["serve", "--set", &setting]);
        if let [program, arguments @ ..] = wrapper {
            let inner = command;
            command = Command::new(program);
            command.args(arguments).arg(inner.get_program()).args(inner.get_args());
            command.envs(inner.get_envs().filter_map(|(key, value)| Some((key, value?))));
            command.current_dir(self.directory());
        }
        let log = fs::File::options().append(true).open(self.log.path()).expect("a log");
        let errors = log.try_clone().expect("the log twice");
        let child = command.stdout(log).stderr(errors).spawn().expect("the binary starts");
        let process = Process { child: Some(child), address, log: self.log.path().into() };
        process.answers("/readyz").await
    }
}

/// A running service.
pub struct Process {
    child: Option<Child>,
    pub address: SocketAddr,
    log: PathBuf,
}

impl Process {
    async fn answers(mut self, path: &str) -> Option<Self> {
        let nobody = self.nobody();
        let began = Instant::now();
        while began.elapsed() < BROKEN {
            if self.child.as_mut().is_none_or(|c| c.try_wait().is_ok_and(|s| s.is_some())) {
                return None;
            }
            if nobody.root(path).send().await.is_ok_and(|answer| answer.status() == 200) {
                return Some(self);
            }
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        None
    }

    #[must_use]
    pub fn nobody(&self) -> Caller {
        Caller::nobody_at(&self.address.to_string())
    }

    /// Somebody of the standard company.
    pub async fn signed_in(&self, login: &str) -> Caller {
        self.nobody().signed_in(login, zhidu::demo_company::PASSWORD).await
    }

    /// Whoever was signed in before, at this process.
    #[must_use]
    pub fn again(&self, caller: &Caller) -> Caller {
        caller.moved_to(&self.address.to_string())
    }

    #[must_use]
    pub fn id(&self) -> u32 {
        self.child.as_ref().map(Child::id).expect("it runs")
    }

    /// What it printed so far, and its predecessors on the same installation.
    #[must_use]
    pub fn said(&self) -> String {
        fs::read_to_string(&self.log).expect("its log")
    }

    /// `kill -9`.
    pub fn kill(mut self) {
        let mut child = self.child.take().expect("it runs");
        child.kill().expect("killed");
        let _ = child.wait().expect("gone");
    }

    /// SIGTERM, without waiting.
    pub fn ask_to_stop(&self) {
        let mut kill = Command::new("kill");
        kill.args(["-TERM", &self.id().to_string()]);
        let _ = crate::cluster::succeed(kill);
    }

    /// Its end.
    pub async fn ended(mut self) -> ExitStatus {
        let mut child = self.child.take().expect("it runs");
        let waiting = tokio::task::spawn_blocking(move || child.wait().expect("an end"));
        tokio::time::timeout(BROKEN, waiting).await.expect("it ends").expect("joined")
    }

    pub async fn stop(self) -> ExitStatus {
        self.ask_to_stop();
        self.ended().await
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        if let Some(mut child) = self.child.take() {
            // It may have ended by itself.
            let _ = child.kill();
            let _ = child.wait();
        }
        if std::thread::panicking() {
            eprintln!("--- the service's last words\n{}", tail(&self.log));
        }
    }
}

fn tail(log: &Path) -> String {
    let text = fs::read_to_string(log).unwrap_or_default();
    let lines: Vec<_> = text.lines().collect();
    lines.iter().skip(lines.len().saturating_sub(30)).copied().collect::<Vec<_>>().join("\n")
}

/// `scripts/test.sh` names and builds it.
fn binary() -> PathBuf {
    let named = std::env::var_os("ZHIDU_BIN").map(PathBuf::from);
    let binary = named
        .unwrap_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/debug/zhidu"));
    assert!(binary.is_file(), "{} is missing: cargo build --bin zhidu", binary.display());
    binary
}

#[must_use]
pub fn free_address() -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    listener.local_addr().expect("its address")
}
