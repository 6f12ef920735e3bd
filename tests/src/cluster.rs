//! A PostgreSQL cluster of one test's own, to be stopped and started under the service.
use std::{
    path::{Path, PathBuf},
    process::{Command, Output},
    sync::atomic::{AtomicU32, Ordering},
};

/// Synced and on a disk, as in production; removed with the value, or by the next run of
/// `scripts/pg.sh` when the test was killed.
pub struct Cluster {
    name: String,
    /// `postgres://postgres@127.0.0.1:port/postgres`
    pub url: String,
}

impl Cluster {
    #[must_use]
    pub fn new() -> Self {
        // Its beginning tells pg.sh whose it is.
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let next = NEXT.fetch_add(1, Ordering::Relaxed);
        let name = format!("run-{}-{next}", std::process::id());
        let out = script(&["up", "--name", &name, "--durable"]);
        let url = String::from_utf8(out.stdout).expect("an address").trim().to_owned();
        Self { name, url }
    }

    /// Without waiting for anybody: connections are cut, the log is replayed at the start.
    pub fn stop(&self) {
        let _ = script(&["stop", "--name", &self.name]);
    }

    /// On the same port.
    pub fn start(&self) {
        let _ = script(&["start", "--name", &self.name]);
    }

    /// A second one from a base backup of this one, in the format tar.
    #[must_use]
    pub fn beside(&self, backup: &Path) -> Self {
        let name = format!("{}-beside", self.name);
        let backup = backup.to_str().expect("a path");
        let out = script(&["restore", "--name", &name, "--durable", "--", backup]);
        let url = String::from_utf8(out.stdout).expect("an address").trim().to_owned();
        Self { name, url }
    }
}

/// The port in a database address.
#[must_use]
pub fn port_of(url: &str) -> u16 {
    let (_, rest) = url.rsplit_once(':').expect("a port");
    rest.split('/').next().and_then(|port| port.parse().ok()).expect("a port")
}

impl Default for Cluster {
    fn default() -> Self {
        Self::new()
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        // A failing test must still end; pg.sh sweeps what is left.
        let _ = command(&["down", "--name", &self.name]).output();
    }
}

/// A program of PostgreSQL's.
#[must_use]
pub fn program(name: &str) -> Command {
    #[expect(clippy::disallowed_methods, reason = "a test's setting, not the service's")]
    let own = std::env::var("ZHIDU_PG_BIN").unwrap_or_default();
    let places = [own, "/usr/lib/postgresql/15/bin".to_owned()];
    let found = places.iter().map(|place| Path::new(place).join(name)).find(|path| path.is_file());
    Command::new(found.unwrap_or_else(|| panic!("{name} of PostgreSQL 15 is missing")))
}

/// Run to its end, and well.
#[track_caller]
pub fn succeed(mut command: Command) -> Output {
    let out = command.output().expect("the program starts");
    assert!(
        out.status.success(),
        "{command:?}: {}\n{}{}",
        out.status,
        String::from_utf8_lossy(&out.stdout),
        String::from_utf8_lossy(&out.stderr)
    );
    out
}

fn command(arguments: &[&str]) -> Command {
    let script: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR")).join("../scripts/pg.sh");
    let mut command = Command::new(script);
    command.args(arguments);
    command
}

fn script(arguments: &[&str]) -> Output {
    succeed(command(arguments))
}
