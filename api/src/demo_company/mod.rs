//! The demonstration company in a database: made from a seed by the use cases and rules of the
//! areas, as if it had grown over eight years. A start that was cut short goes on where it was.
mod clock;
mod company;
mod contents;
mod desks;
mod destructions;
mod disclosures;
mod files;
mod incidents;
mod information_reports;
mod loans;
mod marker;
mod past;
mod staff;
#[cfg(test)]
mod tests;

use crate::application::Service;
use crate::demo::{DemoClients, people};
use crate::founding;
use crate::system::DemoAccount;
use anyhow::{Result, bail};
use chrono::{DateTime, Duration, NaiveDate, NaiveTime, TimeZone, Utc};
use clock::PastClock;
use kernel::app::App;
use marker::Marker;
use sea_orm::{ConnectionTrait, Statement};
use std::sync::Arc;

/// From which `serve --demo` makes its company.
pub const SEED: u64 = 20_261_122;
/// Of every account of the demonstration, which listens on this machine only.
pub const PASSWORD: &str = "chengdu-demo-2026";
/// The company is older than its first client.
const BEFORE_FIRST_CLIENT: Duration = Duration::days(30);

/// What to make.
#[derive(Clone, Copy, Debug)]
pub struct Order {
    pub seed: u64,
    pub clients: u64,
    /// Contacts and nothing else hangs on the files, and the trail leaves their contents out: for
    /// databases of a size that only measurements need.
    pub lean: bool,
}

/// Whether a database holds it.
pub async fn is_in(app: &App) -> Result<bool> {
    Ok(Marker::read(app.db.reader()).await?.is_some())
}

/// For `serve --demo`: make what is missing, and say how to get in.
pub async fn ensure(service: &Service, clients: u64) -> Result<()> {
    if fill(service, Order { seed: SEED, clients, lean: false }).await? {
        println!("The demonstration company is ready.");
    }
    print_accounts();
    Ok(())
}

/// Make the company in an empty database, or finish one that was begun; whether there was anything
/// to do.
pub async fn fill(service: &Service, order: Order) -> Result<bool> {
    let app = &service.app;
    let marker = match Marker::read(app.db.reader()).await? {
        Some(marker) if marker.finished => return Ok(false),
        Some(marker) => marker,
        None => begin(service, order).await?,
    };
    files::file(service, &marker).await?;
    sign(service).await?;
    desks::fill(service, &marker).await?;
    finish(service, marker).await?;
    kernel::audit::seal::seal(&app.db).await?;
    Ok(true)
}

async fn begin(service: &Service, order: Order) -> Result<Marker> {
    let app = &service.app;
    refuse_foreign(app).await?;
    let Order { seed, clients, lean } = order;
    let today = service.areas.handbook.date(app.clock.now());
    let marker = Marker { seed, today, clients, lean, finished: false };
    let staff = people(seed, today);
    let names: Vec<&str> = staff.iter().flat_map(|person| [person.login, person.name]).collect();
    let (authenticator, security) = (&service.areas.authenticator, &app.config.security);
    // One hash for all: the password is printed on the first page anyway.
    let hash = identity::seed::hash_password(authenticator, security, PASSWORD, &names).await?;
    let first = DemoClients::new(seed, today, clients).client(0).created_on;
    let start = opening(service, first) - BEFORE_FIRST_CLIENT;
    let past = at(app, Arc::new(PastClock::at(start, seed, 0)));
    company::build(service, &past, &marker, hash).await?;
    Ok(marker)
}

/// Nine o'clock of a day, or noon of Greenwich where the clock skips it.
fn opening(service: &Service, day: NaiveDate) -> DateTime<Utc> {
    let nine = day.and_time(NaiveTime::from_hms_opt(9, 0, 0).unwrap_or_default());
    let local = service.areas.handbook.zone().from_local_datetime(&nine).earliest();
    local.map_or_else(|| nine.and_utc(), |time| time.to_utc())
}

/// The same service at another time.
fn at(app: &App, clock: Arc<PastClock>) -> App {
    let mut app = app.clone();
    app.clock = clock;
    app
}

/// Invented records are never mixed with somebody's own.
async fn refuse_foreign(app: &App) -> Result<()> {
    for table in ["person", "client", "department", "role"] {
        if count(app, table).await? > 0 {
            bail!(
                "the database holds records of its own (table {table}); the demonstration company needs an empty one"
            );
        }
    }
    Ok(())
}

/// Rows of one of our own tables.
async fn count(app: &App, table: &'static str) -> Result<u64> {
    let sql = format!("SELECT count(*) FROM {table}");
    let statement = Statement::from_string(app.db.backend(), sql);
    let row = app.db.reader().query_one_raw(statement).await?;
    let rows: i64 = row.map(|row| row.try_get_by_index(0)).transpose()?.unwrap_or_default();
    Ok(u64::try_from(rows)?)
}

/// The undertaking of secrecy is signed as of today, since it holds for a time (A-CLI-18).
async fn sign(service: &Service) -> Result<()> {
    if count(&service.app, "client_secrecy_acknowledgement").await? > 0 {
        return Ok(());
    }
    let system = founding::actor(company::AS);
    let mut work = kernel::work::Work::begin(&service.app, &system).await?;
    // Everybody who works here, as on their first day: rights may be lent to any of them.
    clients::secrecy::sign_for(&mut work, &service.areas.handbook, "person.read").await?;
    work.commit_nothing().await?;
    Ok(())
}

/// From now on a start finds it made.
async fn finish(service: &Service, marker: Marker) -> Result<()> {
    let system = founding::actor(company::AS);
    let work = kernel::work::Work::begin(&service.app, &system).await?;
    Marker { finished: true, ..marker }.write(work.db()).await?;
    work.commit_nothing().await?;
    service.areas.authenticator.forget();
    Ok(())
}

/// Everybody in the demonstration, for its sign-in page.
#[must_use]
pub fn accounts() -> Vec<DemoAccount> {
    // Who they are does not depend on seed and date.
    let everybody = people(SEED, NaiveDate::default());
    let account = |person: &crate::demo::DemoPerson| DemoAccount {
        login: person.login,
        name: person.name,
        role: person.role.name(),
        password: PASSWORD,
    };
    everybody.iter().map(account).collect()
}

/// One account of each role, and the one password.
pub fn print_accounts() {
    println!();
    let mut shown = std::collections::BTreeSet::new();
    for account in accounts() {
        if shown.insert(account.role) {
            println!("  {:<14} {}（{}）", account.login, account.name, account.role);
        }
    }
    println!("  password: {PASSWORD}");
    println!();
}
