//! Opening what the settings name: the master key, the databases, the file store.
use crate::schema::Schema;
use anyhow::{Context, Result, bail};
use kernel::{
    app::App,
    clock::{Clock, SystemClock},
    config::Config,
    db::Db,
    files::Files,
    keys::Keys,
};
use std::{fs, io::Write, path::Path, sync::Arc};

/// Everything open, the schema as this build needs it (or an error that says what to do).
pub async fn open(config: Config) -> Result<App> {
    let app = open_unchecked(config).await?;
    Schema::of(app.db.exclusive()).await?.check()?;
    Ok(app)
}

/// The same without looking at the schema, for the commands that bring it about.
pub async fn open_unchecked(config: Config) -> Result<App> {
    open_at(config, Arc::new(SystemClock::default())).await
}

/// The same with a clock of the caller's.
pub async fn open_at(config: Config, clock: Arc<dyn Clock>) -> Result<App> {
    let keys = keys(&config)?;
    if let Some(parent) = config.database.sqlite_path().as_deref().and_then(Path::parent) {
        fs::create_dir_all(parent).with_context(|| format!("cannot make {}", parent.display()))?;
    }
    let db = Db::connect(&config.database).await.with_context(|| {
        let url = kernel::config::without_password(&config.database.url);
        format!("cannot open the database {url}")
    })?;
    let files = Files::open(&config.storage).context("cannot open the file store")?;
    Ok(App::new(db, clock, Arc::new(config), keys, files))
}

/// The master key. One process on SQLite makes its own on first start; several processes must be
/// given the same one.
fn keys(config: &Config) -> Result<Keys> {
    let path = Path::new(&config.security.master_key_file);
    if !path.exists() {
        if !config.database.is_sqlite() {
            bail!(
                "security.master_key_file: {} does not exist; make it once with \
                 `openssl rand -hex 32` and give it to every process",
                path.display()
            );
        }
        make_key(path)?;
    }
    let text = fs::read_to_string(path)
        .with_context(|| format!("cannot read the master key {}", path.display()))?;
    let bytes = hex::decode(text.trim()).context("the master key is not hexadecimal")?;
    let master: [u8; 32] =
        bytes.try_into().map_err(|_| anyhow::anyhow!("the master key is not 32 bytes"))?;
    Ok(Keys::from_master(master))
}

fn make_key(path: &Path) -> Result<()> {
    use std::os::unix::fs::OpenOptionsExt;
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent)?;
    }
    let key: [u8; 32] = rand::random();
    let mut file = fs::OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path)
        .with_context(|| format!("cannot make the master key {}", path.display()))?;
    file.write_all(hex::encode(key).as_bytes())?;
    file.sync_all()?;
    Ok(())
}
