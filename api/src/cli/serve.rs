//! `zhidu serve`: application, API and metrics.
use super::Settings;
use crate::{
    application::{Service, application},
    demo_company, founding, schema, start, worker,
};
use actix_web::{HttpServer, dev::ServerHandle};
use anyhow::{Context, Result, anyhow, bail};
use clap::Args;
use kernel::{config::Config, error::ApiResult, work::Work};
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};
use std::time::Duration;
use tokio::signal::unix::{SignalKind, signal};

#[derive(Debug, Args)]
pub struct Serve {
    /// The demonstration company, in a database of its own, on this machine only.
    #[arg(long)]
    demo: bool,
    /// Clients of the demonstration company.
    #[arg(long, default_value_t = 2000)]
    clients: u64,
}

impl Serve {
    pub async fn run(&self, settings: &Settings) -> Result<()> {
        let config = if self.demo { demo_settings(settings)? } else { settings.read()? };
        crate::log::start(&config.log)?;
        let prometheus = PrometheusBuilder::new().install_recorder().context("metrics")?;
        let app = start::open_unchecked(config).await?;
        schema::ready(&app).await?;
        let service = Service::new(app)?;
        if self.demo {
            demo_company::ensure(&service, self.clients).await?;
        } else {
            demo_stays_here(&service).await?;
            first_start(&service).await?;
        }
        serve(service, prometheus).await
    }
}

/// Demo mode binds to the loopback and keeps everything under a directory of its own.
fn demo_settings(settings: &Settings) -> Result<Config> {
    let own = [
        ("database.url", "sqlite://data/demo/zhidu.sqlite"),
        ("storage.directory", "data/demo/files"),
        ("security.master_key_file", "data/demo/master.key"),
        ("company.name", crate::demo::COMPANY),
        ("log.format", "text"),
        ("log.filter", "warn"),
    ];
    let mut config = settings.read_with(&own.map(|(key, value)| (key, value.to_owned())))?;
    config.demo = true;
    let address = &config.server.address;
    if !on_loopback(address) {
        bail!("demo mode listens on the loopback only, not on {address}");
    }
    Ok(config)
}

fn on_loopback(address: &str) -> bool {
    ["127.", "localhost:", "[::1]:"].iter().any(|begin| address.starts_with(begin))
}

/// The accounts of the demonstration have a password that everybody knows, also where `zhidu seed`
/// made them in a database of somebody's own.
async fn demo_stays_here(service: &Service) -> Result<()> {
    let address = &service.app.config.server.address;
    if demo_company::is_in(&service.app).await? && !on_loopback(address) {
        bail!(
            "this database holds the demonstration company, whose password everybody knows: it is \
             served on the loopback only, not on {address}"
        );
    }
    Ok(())
}

/// No default password anywhere: the first start prints a link that makes the administrator.
async fn first_start(service: &Service) -> Result<()> {
    found(service).await.map_err(|error| anyhow!("what a company begins with: {error}"))?;
    if let Some(token) = identity::auth::setup::issue(&service.app).await? {
        println!("First start. Make the administrator within 24 hours, once, at");
        println!("  {}/setup#token={token}", address(&service.app.config));
    }
    Ok(())
}

async fn found(service: &Service) -> ApiResult<()> {
    let system = founding::actor("first-start");
    let mut work = Work::begin(&service.app, &system).await?;
    founding::ensure(&mut work).await?;
    work.commit_nothing().await?;
    Ok(())
}

fn address(config: &Config) -> String {
    if config.server.public_url.is_empty() {
        format!("http://{}", config.server.address)
    } else {
        config.server.public_url.trim_end_matches('/').to_owned()
    }
}

async fn serve(service: Service, prometheus: PrometheusHandle) -> Result<()> {
    let config = service.app.config.clone();
    let shared = service.clone();
    let mut server = HttpServer::new(move || application(shared.clone()))
        .shutdown_timeout(config.server.shutdown_timeout_seconds)
        // A page that was left closes its stream; kept open in one direction it would hold its
        // person's place until the next sign of life cannot be written.
        .h1_allow_half_closed(false)
        .disable_signals();
    if config.server.workers > 0 {
        server = server.workers(config.server.workers);
    }
    let server = server
        .bind(&config.server.address)
        .with_context(|| format!("cannot listen on {}", config.server.address))?
        .run();
    let measuring = measure(&config, prometheus)?;
    let beside = tokio::spawn(worker::run(service.clone()));
    tokio::spawn(stop_on_signal(service.clone(), server.handle()));
    println!("制度 · Zhidu listens on {}", address(&config));
    server.await?;
    if let Some(handle) = measuring {
        handle.stop(false).await;
    }
    // The last commits are sealed before the process ends.
    beside.await?;
    // Answers went on while it drained: what was read in them is written last.
    worker::note_once(&service.app).await;
    service.app.db.clone().close().await?;
    let traces = service.traces.clone();
    tokio::task::spawn_blocking(move || traces.stop()).await?;
    Ok(())
}

/// New requests are sent elsewhere by `/readyz`, and answered for a while all the same; live streams
/// are closed; running requests end.
async fn stop_on_signal(service: Service, server: ServerHandle) {
    let (Ok(mut term), Ok(mut int)) =
        (signal(SignalKind::terminate()), signal(SignalKind::interrupt()))
    else {
        return;
    };
    tokio::select! { _ = term.recv() => {}, _ = int.recv() => {} }
    tracing::info!("stopping");
    service.app.stopping.send_replace(true);
    tokio::time::sleep(Duration::from_secs(service.app.config.server.drain_seconds)).await;
    server.stop(true).await;
}

/// The Prometheus page, on a port of its own so that it is never published by accident.
fn measure(config: &Config, prometheus: PrometheusHandle) -> Result<Option<ServerHandle>> {
    if config.metrics.address.is_empty() {
        return Ok(None);
    }
    let page = prometheus.clone();
    let server = HttpServer::new(move || {
        let page = page.clone();
        actix_web::App::new().route(
            "/metrics",
            actix_web::web::get().to(move || {
                let text = page.render();
                async move { actix_web::HttpResponse::Ok().content_type("text/plain").body(text) }
            }),
        )
    })
    .workers(1)
    .disable_signals()
    .bind(&config.metrics.address)
    .with_context(|| format!("cannot listen on {} for metrics", config.metrics.address))?
    .run();
    let handle = server.handle();
    tokio::spawn(server);
    tokio::spawn(async move {
        loop {
            tokio::time::sleep(Duration::from_secs(5)).await;
            prometheus.run_upkeep();
        }
    });
    Ok(Some(handle))
}
