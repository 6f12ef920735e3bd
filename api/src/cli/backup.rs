//! `zhidu backup create|verify|restore`: an SQLite database, consistent under load, with the files
//! beside it. (PostgreSQL has its own tools; see docs/operations.md.)
use crate::start;
use anyhow::{Context, Result, bail};
use clap::Subcommand;
use kernel::{audit, config::Config, db::Db, files::Files};
use sea_orm::{ConnectionTrait, Statement};
use sha2::{Digest, Sha256};
use std::{
    fs,
    io::ErrorKind,
    os::unix::fs::DirBuilderExt,
    path::{Path, PathBuf},
};

#[derive(Debug, Subcommand)]
pub enum Backup {
    /// Write a copy into a new directory, while the service runs.
    Create { directory: PathBuf },
    /// Open a copy and check everything in it.
    Verify { directory: PathBuf },
    /// Put a copy in place of the configured database, which must not exist.
    Restore { directory: PathBuf },
}

impl Backup {
    pub async fn run(&self, config: Config) -> Result<()> {
        if !config.database.is_sqlite() {
            bail!("this is for SQLite; for PostgreSQL use pg_dump or pg_basebackup");
        }
        match self {
            Self::Create { directory } => create(config, directory).await,
            Self::Verify { directory } => verify(config, directory).await,
            Self::Restore { directory } => restore(config, directory).await,
        }
    }
}

/// The database inside a copy.
fn database(directory: &Path) -> PathBuf {
    directory.join("zhidu.sqlite")
}

async fn create(config: Config, directory: &Path) -> Result<()> {
    if directory.exists() {
        bail!("{} exists already; a copy gets a directory of its own", directory.display());
    }
    let mut name = directory.file_name().context("a directory needs a name")?.to_owned();
    name.push(".unfinished");
    let unfinished = directory.with_file_name(name);
    // What a copy that was cut off left behind.
    if unfinished.exists() {
        fs::remove_dir_all(&unfinished)?;
    }
    fs::create_dir_all(&unfinished)?;
    let attachments = PathBuf::from(&config.storage.directory);
    let local = config.storage.kind == "file";
    let app = start::open(config.clone()).await?;
    let target = database(&unfinished);
    // VACUUM INTO reads one snapshot; writers go on meanwhile. A plain copy of a live file is
    // corrupt more often than not. By this process's writing connection: a reading one may write
    // no other file either.
    let statement = Statement::from_sql_and_values(
        app.db.backend(),
        "VACUUM INTO $1",
        [target.display().to_string().into()],
    );
    app.db.exclusive().execute_raw(statement).await?;
    fs::File::open(&target)?.sync_all()?;
    // After the database: every file that it names is there by now, and files never change.
    if local && attachments.exists() {
        copy(&attachments, &unfinished.join("files"))?;
    }
    let sum = digest(&target)?;
    fs::write(unfinished.join("SHA256"), format!("{sum}  zhidu.sqlite\n"))?;
    fs::rename(&unfinished, directory)?;
    verify(config, directory).await
}

async fn verify(mut config: Config, directory: &Path) -> Result<()> {
    let file = database(directory);
    let sum = fs::read_to_string(directory.join("SHA256"))
        .with_context(|| format!("{} is no copy made by `backup create`", directory.display()))?;
    if sum.split_whitespace().next() != Some(digest(&file)?.as_str()) {
        bail!("the copy has changed since it was made");
    }
    // Looked at through a second copy, so that verifying never writes beside the first.
    // It holds everything that the database holds: nobody else may look into it.
    let scratch = std::env::temp_dir().join(format!("zhidu-verify-{}", std::process::id()));
    fs::DirBuilder::new().mode(0o700).create(&scratch)?;
    let opened = inspect(&mut config, &file, &scratch, directory).await;
    fs::remove_dir_all(&scratch)?;
    opened?;
    println!("{}: whole", directory.display());
    Ok(())
}

async fn inspect(config: &mut Config, file: &Path, scratch: &Path, directory: &Path) -> Result<()> {
    let copy = scratch.join("zhidu.sqlite");
    fs::copy(file, &copy)?;
    config.database.url = format!("sqlite://{}", copy.display());
    if config.storage.kind == "file" {
        config.storage.directory = directory.join("files").display().to_string();
    }
    let db = Db::connect(&config.database).await?;
    let statement = Statement::from_string(db.backend(), "PRAGMA integrity_check".to_owned());
    let row = db.reader().query_one_raw(statement).await?.context("no answer")?;
    let answer: String = row.try_get_by_index(0)?;
    if answer != "ok" {
        bail!("integrity_check: {answer}");
    }
    let verdict = audit::verify::verify(db.reader()).await?;
    if !verdict.valid {
        bail!("the audit trail of the copy does not hold: {:?}", verdict.first_bad);
    }
    let files = Files::open(&config.storage)?;
    let missing = super::reconcile::missing_files(&db, &files).await?;
    if !missing.is_empty() {
        bail!("{} files are missing, the first is {}", missing.len(), missing.join(", "));
    }
    db.close().await?;
    Ok(())
}

async fn restore(config: Config, directory: &Path) -> Result<()> {
    verify(config.clone(), directory).await?;
    let target = config.database.sqlite_path().context("no file in database.url")?;
    if target.exists() {
        bail!("{} exists; move it away first, nothing is overwritten", target.display());
    }
    // A log left over from the lost database would be played into the restored one.
    for ending in ["-wal", "-shm"] {
        let mut log = target.clone().into_os_string();
        log.push(ending);
        if Path::new(&log).exists() {
            bail!("{} exists; move it away first", Path::new(&log).display());
        }
    }
    if let Some(parent) = target.parent() {
        fs::create_dir_all(parent)?;
    }
    let files = directory.join("files");
    if config.storage.kind == "file" && files.exists() {
        copy(&files, Path::new(&config.storage.directory))?;
    }
    let unfinished = target.with_extension("restoring");
    fs::copy(database(directory), &unfinished)?;
    fs::File::open(&unfinished)?.sync_all()?;
    fs::rename(&unfinished, &target)?;
    println!("restored to {}", target.display());
    Ok(())
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let place = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &place)?;
        } else if !place.exists() {
            match fs::copy(entry.path(), place) {
                // Swept meanwhile; what a record names is missed by the verification.
                Err(error) if error.kind() == ErrorKind::NotFound => {}
                copied => drop(copied?),
            }
        }
    }
    Ok(())
}

fn digest(path: &Path) -> Result<String> {
    let mut hash = Sha256::new();
    let mut file = fs::File::open(path)?;
    std::io::copy(&mut file, &mut HashWriter(&mut hash))?;
    Ok(hex::encode(hash.finalize()))
}

struct HashWriter<'a>(&'a mut Sha256);

impl std::io::Write for HashWriter<'_> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }
    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}
