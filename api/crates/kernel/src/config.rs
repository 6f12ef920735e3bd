//! Settings: defaults < TOML file < `ZHIDU__SECTION__KEY` environment < flags. A key ending in
//! `_FILE` in the environment names a file that holds the value, for secrets. Unknown keys are
//! refused with the nearest known one.
use crate::error::Fault;
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};
use toml::{Table, Value};

mod load;
pub use load::{ConfigError, load};

/// Everything that can be set. `zhidu config dump` prints it, secrets redacted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Config {
    pub company: Company,
    pub server: Server,
    pub database: Database,
    pub storage: Storage,
    pub security: Security,
    pub log: Log,
    pub metrics: Metrics,
    pub mail: Mail,
    pub webhooks: Webhooks,
    /// Demo mode; a flag of `serve`, never a setting.
    #[serde(skip)]
    pub demo: bool,
}

/// Who runs the service.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Company {
    pub name: String,
    /// IANA name; working time and dates are the company's.
    pub time_zone: String,
}

impl Company {
    /// # Errors
    /// When the name is no time zone's; a service does not start with such a one.
    pub fn zone(&self) -> Result<Tz, Fault> {
        self.time_zone.parse().map_err(|e| Fault(format!("company.time_zone: {e}")))
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Server {
    /// Listening address of application and API.
    pub address: String,
    /// Address people type, for links and the origin check; empty: the listening address.
    pub public_url: String,
    /// Worker threads; 0: one per core.
    pub workers: usize,
    /// Seconds for which a stopping process still answers, while `/readyz` sends callers elsewhere
    /// and every answer ends its connection.
    pub drain_seconds: u64,
    /// Seconds that running requests get at a stop, after that.
    pub shutdown_timeout_seconds: u64,
    /// Seconds after which a request without an answer is answered by 503; 0: never. Longer than
    /// what the database allows a statement; uploads have no limit.
    pub request_timeout_seconds: u64,
    /// Reverse proxies whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<String>,
    /// Requests per minute and principal.
    pub rate_limit_per_minute: u32,
}

impl Server {
    /// The address that people type, for links in what leaves the service.
    #[must_use]
    pub fn base(&self) -> String {
        let public = self.public_url.trim_end_matches('/');
        if public.is_empty() { format!("http://{}", self.address) } else { public.to_owned() }
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Database {
    /// `sqlite://data/zhidu.sqlite` or `postgres://user@host/name`.
    pub url: String,
    /// Connections of the read pool (SQLite) or of the one pool (PostgreSQL).
    pub read_connections: u32,
    pub acquire_timeout_seconds: u64,
    /// SQLite `synchronous=FULL`; NORMAL loses acknowledged commits on power loss.
    pub synchronous_full: bool,
}

impl Database {
    #[must_use]
    pub fn is_sqlite(&self) -> bool {
        self.url.starts_with("sqlite:")
    }

    /// The file of an SQLite database.
    #[must_use]
    pub fn sqlite_path(&self) -> Option<PathBuf> {
        let rest = self.url.strip_prefix("sqlite:")?;
        let rest = rest.strip_prefix("//").unwrap_or(rest);
        Some(PathBuf::from(rest.split('?').next().unwrap_or(rest)))
    }
}

/// Attachments.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Storage {
    /// `file` or `s3`.
    pub kind: String,
    /// Directory of kind `file`, and of exports in the making.
    pub directory: String,
    pub s3_endpoint: String,
    pub s3_bucket: String,
    pub s3_region: String,
    pub s3_access_key_id: String,
    pub s3_secret_access_key: String,
    /// Largest attachment, in bytes.
    pub attachment_limit_bytes: usize,
    /// Most files of one extract for market analysis, which is put together in memory.
    pub extract_limit_files: u64,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Security {
    /// File with 32 random bytes in hex, shared by all processes; made on first start for SQLite.
    pub master_key_file: String,
    pub access_token_seconds: u32,
    pub refresh_token_days: u32,
    pub password_min_length: u32,
    /// Passwords hashed at the same time.
    pub hashing_slots: usize,
    /// Memory of one Argon2id hash, in KiB.
    pub argon2_memory_kib: u32,
    /// How long another process may still use rights that were just changed, in milliseconds.
    pub rights_cache_ms: u64,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Log {
    /// `json` or `text`.
    pub format: String,
    /// As of `RUST_LOG`.
    pub filter: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Metrics {
    /// Listening address of the Prometheus page; empty: none.
    pub address: String,
    /// OTLP/HTTP endpoint of a collector; empty: no traces.
    pub otlp_endpoint: String,
}

/// The company's mail server, for notifications by e-mail.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Mail {
    /// Empty: nothing is mailed.
    pub host: String,
    /// 0: the usual one of `security`: 465, 587, 25.
    pub port: u16,
    /// `tls`, `starttls` or `none` (a relay on the same machine).
    pub security: String,
    /// Empty: without signing in.
    pub username: String,
    pub password: String,
    /// `制度 <zhidu@example.com>`.
    pub from: String,
    pub timeout_seconds: u64,
}

/// Events sent to addresses of integrators.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Webhooks {
    /// Whether they may lead into the company's own network and to plain HTTP; for receivers on the
    /// same network and for tests.
    pub allow_private_addresses: bool,
    pub timeout_seconds: u64,
}

impl Default for Mail {
    fn default() -> Self {
        Self {
            host: String::new(),
            port: 0,
            security: "tls".to_owned(),
            username: String::new(),
            password: String::new(),
            from: String::new(),
            timeout_seconds: 30,
        }
    }
}

impl Default for Webhooks {
    fn default() -> Self {
        Self { allow_private_addresses: false, timeout_seconds: 15 }
    }
}

impl Default for Company {
    fn default() -> Self {
        Self { name: String::new(), time_zone: "Asia/Shanghai".to_owned() }
    }
}

impl Default for Server {
    fn default() -> Self {
        Self {
            address: "127.0.0.1:8080".to_owned(),
            public_url: String::new(),
            workers: 0,
            drain_seconds: 3,
            shutdown_timeout_seconds: 30,
            request_timeout_seconds: 90,
            trusted_proxies: vec![],
            rate_limit_per_minute: 1200,
        }
    }
}

impl Default for Database {
    fn default() -> Self {
        Self {
            url: "sqlite://data/zhidu.sqlite".to_owned(),
            read_connections: 8,
            acquire_timeout_seconds: 5,
            synchronous_full: true,
        }
    }
}

impl Default for Storage {
    fn default() -> Self {
        Self {
            kind: "file".to_owned(),
            directory: "data/files".to_owned(),
            s3_endpoint: String::new(),
            s3_bucket: String::new(),
            s3_region: "us-east-1".to_owned(),
            s3_access_key_id: String::new(),
            s3_secret_access_key: String::new(),
            attachment_limit_bytes: 20 * 1024 * 1024,
            extract_limit_files: 100_000,
        }
    }
}

impl Default for Security {
    fn default() -> Self {
        Self {
            master_key_file: "data/master.key".to_owned(),
            access_token_seconds: 900,
            refresh_token_days: 14,
            password_min_length: 10,
            hashing_slots: 2,
            argon2_memory_kib: 19 * 1024,
            rights_cache_ms: 1000,
        }
    }
}

impl Default for Log {
    fn default() -> Self {
        Self { format: "json".to_owned(), filter: "info".to_owned() }
    }
}

impl Default for Metrics {
    fn default() -> Self {
        Self { address: "127.0.0.1:9464".to_owned(), otlp_endpoint: String::new() }
    }
}

/// Keys whose values are never printed.
const SECRETS: &[&str] = &["s3_secret_access_key", "s3_access_key_id", "password"];

impl Config {
    /// As TOML with the secrets taken out, a database password included.
    #[must_use]
    pub fn dump(&self) -> String {
        let mut table = Table::try_from(self).unwrap_or_default();
        for (_, section) in &mut table {
            let Some(section) = section.as_table_mut() else { continue };
            for (key, value) in section.iter_mut() {
                let filled = value.as_str().is_some_and(|text| !text.is_empty());
                if SECRETS.contains(&key.as_str()) && filled {
                    *value = Value::String("***".to_owned());
                } else if key == "url" {
                    *value = Value::String(without_password(value.as_str().unwrap_or_default()));
                }
            }
        }
        toml::to_string_pretty(&table).unwrap_or_default()
    }
}

/// `postgres://user:***@host/db`.
#[must_use]
pub fn without_password(url: &str) -> String {
    let Some((scheme, rest)) = url.split_once("://") else { return url.to_owned() };
    match rest.split_once('@') {
        Some((who, place)) => {
            let user = who.split(':').next().unwrap_or_default();
            let hidden = if who.contains(':') { ":***" } else { "" };
            format!("{scheme}://{user}{hidden}@{place}")
        }
        None => url.to_owned(),
    }
}
