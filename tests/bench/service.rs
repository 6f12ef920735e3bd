//! The release binary as a process, on a database of its own.
use crate::load::{Answer, Connection, micros, request};
use anyhow::{Context, Result, bail, ensure};
use serde_json::{Value, json};
use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// Longest wait for the first answer.
const PATIENCE: Duration = Duration::from_secs(60);

/// Where the binary is and on what it runs.
#[derive(Clone, Debug)]
pub struct Setting {
    pub binary: PathBuf,
    pub directory: PathBuf,
    pub database: String,
}

impl Setting {
    fn command(&self, address: Option<SocketAddr>, arguments: &[&str]) -> Command {
        let place = |name: &str| self.directory.join(name).display().to_string();
        let mut command = Command::new(&self.binary);
        command.args(arguments);
        let settings = [
            ("database.url", self.database.clone()),
            ("storage.directory", place("files")),
            ("security.master_key_file", place("master.key")),
            ("security.access_token_seconds", "86400".to_owned()),
            ("server.rate_limit_per_minute", "1000000000".to_owned()),
            ("metrics.address", String::new()),
            ("log.filter", "error".to_owned()),
        ];
        let address = address.map(|address| ("server.address", address.to_string()));
        for (key, value) in settings.into_iter().chain(address) {
            command.arg("--set").arg(format!("{key}={value}"));
        }
        command
    }

    /// A command of the binary, to its end; answers what it printed.
    fn run(&self, arguments: &[&str]) -> Result<String> {
        let mut command = self.command(None, arguments);
        let done = command.stderr(Stdio::inherit()).output().context("the binary does not run")?;
        ensure!(done.status.success(), "zhidu {} ended with {}", arguments.join(" "), done.status);
        Ok(String::from_utf8_lossy(&done.stdout).into_owned())
    }

    /// The schema, and nothing in it.
    pub fn prepare(&self) -> Result<()> {
        let key = self.directory.join("master.key");
        if !key.exists() {
            std::fs::write(key, "07".repeat(32))?;
        }
        self.run(&["migrate", "up"])?;
        Ok(())
    }

    /// The schema, and the demonstration company with so many clients; answers the password of
    /// its accounts.
    pub fn fill(&self, clients: u64) -> Result<String> {
        self.prepare()?;
        let clients = clients.to_string();
        let printed = self.run(&["seed", "--yes", "--lean", "--clients", &clients])?;
        let password = printed.lines().find_map(|line| line.trim().strip_prefix("password: "));
        Ok(password.context("the seed names no password")?.to_owned())
    }

    /// Start serving; answers with the microseconds to the first answer.
    pub fn serve(&self) -> Result<(Service, u64)> {
        let address = free_address()?;
        let began = Instant::now();
        let mut command = self.command(Some(address), &["serve"]);
        let child = command.stdout(Stdio::null()).spawn().context("the binary does not start")?;
        let service = Service { child, address };
        service.wait(began)?;
        Ok((service, micros(began.elapsed())))
    }
}

pub fn free_address() -> Result<SocketAddr> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?)
}

/// A running process; ended when dropped.
pub struct Service {
    child: Child,
    pub address: SocketAddr,
}

impl Service {
    pub fn of(child: Child, address: SocketAddr) -> Result<Self> {
        let service = Self { child, address };
        service.wait(Instant::now())?;
        Ok(service)
    }

    fn wait(&self, began: Instant) -> Result<()> {
        let probe = request("GET", "/livez", None, None);
        while began.elapsed() < PATIENCE {
            if let Ok(answer) = exchange(self.address, &probe)
                && answer.status == 200
            {
                return Ok(());
            }
            std::thread::sleep(Duration::from_millis(1));
        }
        bail!("no answer within {PATIENCE:?}")
    }

    /// An access token of somebody in the demonstration company.
    pub fn sign_in(&self, login: &str, password: &str) -> Result<String> {
        let body = json!({"login": login, "password": password}).to_string();
        let request = request("POST", "/api/v1/auth/sign-in", None, Some(&body));
        let answer = exchange(self.address, &request)?;
        let body: Value = serde_json::from_slice(&answer.body)?;
        let token = body.get("access_token").and_then(Value::as_str);
        token.map(str::to_owned).with_context(|| format!("{login} cannot sign in: {body}"))
    }

    pub fn get(&self, target: &str, token: &str) -> Result<Value> {
        let answer = exchange(self.address, &request("GET", target, Some(token), None))?;
        ensure!(answer.status == 200, "{target}: {}", String::from_utf8_lossy(&answer.body));
        Ok(serde_json::from_slice(&answer.body)?)
    }

    /// Resident memory in KiB.
    pub fn resident_kib(&self) -> Result<u64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        let figure = line.and_then(|line| line.split_whitespace().next());
        Ok(figure.context("no VmRSS")?.parse()?)
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        // Nothing of a benchmark's process is wanted any more; it may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// One request on a connection of its own.
fn exchange(address: SocketAddr, request: &[u8]) -> Result<Answer> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async { Connection::open(address).await?.exchange(request).await })
}

pub fn size_of(file: &Path) -> Result<u64> {
    Ok(std::fs::metadata(file).with_context(|| format!("{}", file.display()))?.len())
}
