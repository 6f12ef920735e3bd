//! `zhidu doctor`: what an administrator would check one by one.
use crate::schema::Schema;
use crate::start;
use anyhow::{Result, bail};
use kernel::{app::App, config::Config};
use records::mail::Smtp;
use sea_orm::{ConnectionTrait, DbBackend, Statement};

/// One finding.
struct Finding {
    ok: bool,
    text: String,
}

pub async fn run(config: Config) -> Result<()> {
    let app = start::open_unchecked(config).await?;
    let mut findings = vec![schema(&app).await?, files(&app).await, time_zone(&app)];
    findings.extend(demo(&app).await);
    findings.extend(exposure(&app));
    findings.extend(mail(&app).await?);
    match app.db.backend() {
        DbBackend::Sqlite => findings.extend(sqlite(&app).await?),
        _ => findings.extend(postgres(&app).await?),
    }
    for finding in &findings {
        println!("{} {}", if finding.ok { "ok  " } else { "BAD " }, finding.text);
    }
    if findings.iter().any(|finding| !finding.ok) {
        bail!("something needs attention");
    }
    Ok(())
}

async fn schema(app: &App) -> Result<Finding> {
    let schema = Schema::of(app.db.exclusive()).await?;
    let (missing, newer) = (schema.missing.len(), schema.newer.len());
    let text = format!("schema: {missing} migrations missing, {newer} of a newer release");
    Ok(Finding { ok: schema.check().is_ok(), text })
}

/// Its accounts have a password that everybody knows.
async fn demo(app: &App) -> Option<Finding> {
    // Without its tables it holds nothing, and the schema is what needs attention.
    let holds = crate::demo_company::is_in(app).await.unwrap_or(false);
    let text = "holds the demonstration company, for this machine alone".to_owned();
    (holds && !app.config.demo).then_some(Finding { ok: false, text })
}

async fn files(app: &App) -> Finding {
    match app.files.check().await {
        Ok(()) => Finding { ok: true, text: "file store answers".to_owned() },
        Err(error) => Finding { ok: false, text: format!("file store: {error}") },
    }
}

fn time_zone(app: &App) -> Finding {
    let zone = &app.config.company.time_zone;
    let ok = zone.parse::<chrono_tz::Tz>().is_ok();
    Finding { ok, text: format!("company.time_zone {zone}") }
}

/// Nothing where no server is named.
async fn mail(app: &App) -> Result<Option<Finding>> {
    let Some(smtp) = Smtp::of(&app.config.mail)? else { return Ok(None) };
    let ok = smtp.answers().await;
    let text = format!("mail server {} answers: {ok}", app.config.mail.host);
    Ok(Some(Finding { ok, text }))
}

fn exposure(app: &App) -> Vec<Finding> {
    let server = &app.config.server;
    let outside = !server.address.starts_with("127.") && !server.address.starts_with("localhost");
    let plain = !server.public_url.starts_with("https://");
    let text = format!("server.address {}, public_url {:?}", server.address, server.public_url);
    vec![Finding { ok: !(outside && plain), text }]
}

async fn one(app: &App, sql: &str) -> Result<String> {
    let statement = Statement::from_string(app.db.backend(), sql.to_owned());
    let row = app.db.reader().query_one_raw(statement).await?;
    let value = row.map(|row| {
        row.try_get_by_index::<String>(0)
            .or_else(|_| row.try_get_by_index::<i64>(0).map(|n| n.to_string()))
    });
    Ok(value.transpose()?.unwrap_or_default())
}

async fn sqlite(app: &App) -> Result<Vec<Finding>> {
    let journal = one(app, "PRAGMA journal_mode").await?;
    let check = one(app, "PRAGMA quick_check").await?;
    let full = app.config.database.synchronous_full;
    Ok(vec![
        Finding { ok: journal == "wal", text: format!("journal_mode {journal}") },
        Finding { ok: check == "ok", text: format!("quick_check {check}") },
        Finding { ok: full, text: format!("synchronous FULL: {full}") },
    ])
}

async fn postgres(app: &App) -> Result<Vec<Finding>> {
    let version = one(app, "SHOW server_version_num").await?;
    let encoding = one(app, "SHOW server_encoding").await?;
    let durable = one(app, "SHOW synchronous_commit").await?;
    let fsync = one(app, "SHOW fsync").await?;
    let number: u32 = version.parse().unwrap_or(0);
    let mut findings = vec![
        Finding { ok: number >= 150_000, text: format!("PostgreSQL {version} (15 or later)") },
        Finding { ok: encoding == "UTF8", text: format!("encoding {encoding}") },
        Finding { ok: durable != "off", text: format!("synchronous_commit {durable}") },
        Finding { ok: fsync == "on", text: format!("fsync {fsync}") },
    ];
    // A pooler in transaction mode before 1.21 loses prepared statements between two requests.
    let prepared = one(app, "SELECT count(*) FROM pg_prepared_statements").await;
    findings.push(Finding {
        ok: prepared.is_ok(),
        text: "prepared statements survive (PgBouncer 1.21 or later, or none)".to_owned(),
    });
    Ok(findings)
}
