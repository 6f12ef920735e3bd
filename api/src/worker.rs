//! What runs beside the requests: sealing trail and events, jobs, forgetting what has expired.
use crate::{
    application::Service,
    sweep::{Swept, sweep},
};
use handbook::obligations::{self, Ticked};
use kernel::{
    access::OnBehalf,
    app::App,
    audit::seal,
    error::{ApiError, ApiResult},
    jobs, lease,
};
use records::mail::{self, Post};
use records::webhooks;
use std::time::Duration as Wait;

/// Another process's commits are found at the latest after this.
const POLL: Wait = Wait::from_millis(500);
/// Longer than the database allows a statement: whoever waits so long waits for a dead network.
const HANGS: Wait = Wait::from_secs(120);
/// Between two rounds of tidying.
const TIDY: Wait = Wait::from_secs(600);
/// Between two looks for terms that have ended: a file is declassified in the first minute of a day.
const TERMS: Wait = Wait::from_secs(60);
/// Between two looks at the approvals under way.
const APPROVALS: Wait = Wait::from_secs(60);
/// Between two looks for what a destruction has left over.
const LEFTOVERS: Wait = Wait::from_secs(60);
/// Between two writings of readings of the lowest level; what a process that is killed loses at the most.
const READINGS: Wait = Wait::from_secs(1);
/// Between two ticks of what is due.
const DUE: Wait = Wait::from_secs(60);
/// Between two rounds of mail.
const MAIL: Wait = Wait::from_secs(15);
/// Between two looks at what is to be sent to webhooks.
const WEBHOOKS: Wait = Wait::from_secs(1);
/// Between two looks through the file store; the first waits until a start is over.
const SWEEP: Wait = Wait::from_secs(24 * 3600);

/// Run until the process stops.
pub async fn run(service: Service) {
    let mut stopping = service.app.stopping.subscribe();
    let sealing = tokio::spawn(seal_on(service.app.clone()));
    let working = tokio::spawn(work_on(service.clone()));
    let tidying = tokio::spawn(tidy_on(service.clone()));
    let declassifying = tokio::spawn(declassify_on(service.clone()));
    let approving = tokio::spawn(tend_on(service.clone()));
    let ticking = tokio::spawn(tick_on(service.clone()));
    let mailing = tokio::spawn(mail_on(service.clone()));
    let sweeping = tokio::spawn(sweep_on(service.app.clone()));
    let fanning = tokio::spawn(fan_out_on(service.clone()));
    let sending = tokio::spawn(send_on(service.clone()));
    let noting = tokio::spawn(note_on(service.app.clone()));
    let clearing = tokio::spawn(clear_on(service.app.clone()));
    // Gone when the last sender is dropped, which is a stop as well.
    let _ = stopping.wait_for(|stop| *stop).await;
    let tasks = [sealing, working, tidying, declassifying, approving, ticking, sweeping];
    for task in tasks.into_iter().chain([mailing, fanning, sending, clearing, noting]) {
        task.abort();
    }
    note_once(&service.app).await;
    seal_once(&service.app).await;
}

async fn note_on(app: App) {
    let mut ticks = tokio::time::interval(READINGS);
    ticks.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        ticks.tick().await;
        note_once(&app).await;
    }
}

/// Write down who read what.
pub async fn note_once(app: &App) {
    if let Err(error) = app.readings.flush(app).await {
        tracing::error!(%error, "readings could not be written; it is tried again");
    }
}

async fn seal_on(app: App) {
    loop {
        // Whichever comes first: a commit of this process, or the poll.
        let _ = tokio::time::timeout(POLL, app.committed.notified()).await;
        if tokio::time::timeout(HANGS, seal_once(&app)).await.is_err() {
            tracing::error!("sealing hangs; it is begun again");
            metrics::counter!("seal_failures_total").increment(1);
        }
    }
}

/// Seal what is committed and wake the live streams.
pub async fn seal_once(app: &App) {
    match seal::seal(&app.db).await {
        Ok(done) if done.events > 0 => app.sealed.send_modify(|count| *count += 1),
        Ok(_) => {}
        Err(error) => {
            tracing::error!(%error, "sealing failed; it is tried again");
            metrics::counter!("seal_failures_total").increment(1);
        }
    }
}

async fn work_on(service: Service) {
    let handlers = service.areas.handlers();
    let people = service.areas.on_behalf();
    let mut sealed = service.app.sealed.subscribe();
    loop {
        if let Err(error) = jobs::drain(&service.app, &handlers, &*people).await {
            tracing::error!(%error, "jobs could not be taken; they are tried again");
        }
        // A commit of this process may have brought a job; otherwise the poll finds it.
        let _ = tokio::time::timeout(POLL, sealed.changed()).await;
    }
}

async fn tidy_on(service: Service) {
    let mut ticks = tokio::time::interval(TIDY);
    loop {
        ticks.tick().await;
        service.tidy();
        if let Err(error) = records::retention::forget(&service.app).await {
            tracing::error!(%error, "tidying failed; it is tried again");
        }
    }
}

async fn declassify_on(service: Service) {
    let mut ticks = tokio::time::interval(TERMS);
    loop {
        ticks.tick().await;
        declassify_once(&service).await;
    }
}

async fn declassify_once(service: &Service) {
    let ended = clients::declassify(&service.app, &service.areas.handbook).await;
    match ended {
        Ok(files) => note_declassified(files),
        Err(error) => tracing::error!(%error, "declassifying failed; it is tried again"),
    }
}

fn note_declassified(files: u64) {
    if files > 0 {
        tracing::info!(files, "declassified: their terms have ended");
    }
}

async fn clear_on(app: App) {
    let mut ticks = tokio::time::interval(LEFTOVERS);
    ticks.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        ticks.tick().await;
        if let Err(error) = clients::destructions::clear(&app).await {
            tracing::error!(%error, "what a destruction left over is still there; it is tried again");
        }
    }
}

async fn tend_on(service: Service) {
    let mut ticks = tokio::time::interval(APPROVALS);
    loop {
        ticks.tick().await;
        if let Err(error) = approvals::tend(&service.app, &service.areas.approvals).await {
            tracing::error!(%error, "approvals could not be looked after; it is tried again");
        }
    }
}

async fn tick_on(service: Service) {
    let holder = lease::fresh_holder(&service.app);
    let mut ticks = tokio::time::interval(DUE);
    loop {
        ticks.tick().await;
        let ticked = obligations::tick(&service.app, &service.areas.obligations, &holder).await;
        match ticked {
            Ok(ticked) => note_ticked(ticked),
            Err(error) => note_late(&error),
        }
    }
}

fn note_late(error: &ApiError) {
    tracing::error!(%error, "what is due was not looked after; it is tried again");
}

fn note_ticked(ticked: Ticked) {
    if ticked != Ticked::default() {
        tracing::info!(opened = ticked.opened, looked_after = ticked.looked_after, "obligations");
    }
}

/// Ends at once where the settings name no mail server.
async fn mail_on(service: Service) {
    let Some(post) = &service.post else { return };
    let holder = lease::fresh_holder(&service.app);
    let mut ticks = tokio::time::interval(MAIL);
    loop {
        ticks.tick().await;
        if let Err(error) = mail_once(&service, &**post, &holder).await {
            tracing::error!(%error, "mail was not sent; it is tried again");
        }
    }
}

async fn mail_once(service: &Service, post: &dyn Post, holder: &str) -> ApiResult<()> {
    let (app, records) = (&service.app, &service.areas.records);
    mail::gather(app, records, holder).await?;
    mail::send(app, records, &*service.areas.on_behalf(), post).await?;
    Ok(())
}

async fn sweep_on(app: App) {
    let mut ticks = tokio::time::interval_at(tokio::time::Instant::now() + TIDY, SWEEP);
    loop {
        ticks.tick().await;
        match sweep(&app).await {
            Ok(swept) => say(swept),
            Err(error) => complain(&error),
        }
    }
}

/// Put events on their way to webhooks.
async fn fan_out_on(service: Service) {
    let people = service.areas.on_behalf();
    let holder = lease::fresh_holder(&service.app);
    let mut sealed = service.app.sealed.subscribe();
    loop {
        if let Err(error) = webhooks::fan_out(&service.app, &*people, &holder).await {
            tracing::error!(%error, "webhooks were not looked after; it is tried again");
        }
        let _ = tokio::time::timeout(WEBHOOKS, sealed.changed()).await;
    }
}

/// Send what is on its way. Beside the above: a slow receiver keeps nothing else waiting.
async fn send_on(service: Service) {
    let people = service.areas.on_behalf();
    let mut ticks = tokio::time::interval(WEBHOOKS);
    // A round may take long; those that it missed are not made up for.
    ticks.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    // Without certificates to trust nothing can be sent: what waits goes on after the next start.
    let Some(post) = open_post(&service.app) else { return };
    loop {
        ticks.tick().await;
        send_once(&service.app, &*people, &post).await;
    }
}

fn open_post(app: &App) -> Option<webhooks::Post> {
    let opened = webhooks::Post::new(&app.config.webhooks);
    opened.inspect_err(|error| tracing::error!(%error, "this process sends no webhooks")).ok()
}

async fn send_once(app: &App, people: &dyn OnBehalf, post: &webhooks::Post) {
    if let Err(error) = webhooks::send_due(app, people, post).await {
        tracing::error!(%error, "webhooks could not be sent; it is tried again");
    }
}

fn say(swept: Swept) {
    if swept != Swept::default() {
        tracing::info!(?swept, "files that no record names");
    }
}

fn complain(error: &ApiError) {
    tracing::error!(%error, "sweeping failed; it is tried again");
}
