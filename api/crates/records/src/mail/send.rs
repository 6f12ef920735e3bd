//! One round of sending. The server is called with nothing held: an attempt is claimed by counting it, and
//! one that hangs or dies is taken up again when its time is over.
use super::compose::{self, Written};
use super::entity::{MailState, Model};
use super::post::{Post, Undelivered};
use super::store;
use crate::Wiring;
use crate::notifications::sift;
use chrono::{DateTime, Duration, Utc};
use kernel::access::OnBehalf;
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::work::Work;

/// Mails of one round.
const BATCH: u64 = 100;
/// Minutes after each attempt that failed; three days in all.
const PAUSES: [i64; 9] = [1, 5, 15, 60, 180, 480, 720, 1080, 1440];

/// What a round did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rounded {
    pub sent: u64,
    pub dropped: u64,
    /// Tried again later.
    pub put_off: u64,
    pub failed: u64,
}

pub async fn send(
    app: &App,
    wiring: &Wiring,
    people: &dyn OnBehalf,
    post: &dyn Post,
) -> ApiResult<Rounded> {
    let mut done = Rounded::default();
    for mail in store::due(app.db.reader(), app.clock.now(), BATCH).await? {
        // Twice the time that the server has: nobody takes over what still runs.
        let patience = app.config.mail.timeout_seconds.saturating_mul(2).max(60);
        let patience = Duration::seconds(i64::try_from(patience).unwrap_or(3600));
        if !claimed(app, &mail, patience).await? {
            continue;
        }
        let mail = Model { attempts: mail.attempts.saturating_add(1), ..mail };
        let (after, away) = attempt(app, wiring, people, post, mail).await?;
        let actor = super::service();
        let work = Work::begin(app, &actor).await?;
        let noted = store::note(work.db(), &after).await?;
        work.commit_nothing().await?;
        if noted {
            done.count(&after);
        }
        // The rest would wait for the same silence, one after another.
        if away {
            break;
        }
    }
    Ok(done)
}

async fn claimed(app: &App, mail: &Model, patience: Duration) -> ApiResult<bool> {
    let actor = super::service();
    let work = Work::begin(app, &actor).await?;
    let until = work.at() + patience;
    let ours = store::claim(work.db(), mail, until).await?;
    work.commit_nothing().await?;
    Ok(ours)
}

impl Rounded {
    const fn count(&mut self, mail: &Model) {
        match mail.state {
            MailState::Sent => self.sent += 1,
            MailState::Dropped => self.dropped += 1,
            MailState::Failed => self.failed += 1,
            MailState::Pending => self.put_off += 1,
        }
    }
}

/// As its reader may read it now: what they read in the application meanwhile, or may not see any more, is
/// left out, and a mail of which nothing is left is not sent. True: nobody answers at the server.
async fn attempt(
    app: &App,
    wiring: &Wiring,
    people: &dyn OnBehalf,
    post: &dyn Post,
    mail: Model,
) -> ApiResult<(Model, bool)> {
    let Some(written) = written(app, wiring, people, &mail).await? else {
        return Ok((settled(app, &mail, MailState::Dropped, None), false));
    };
    Ok(match post.deliver(&written.message(app)).await {
        Ok(()) => (settled(app, &mail, MailState::Sent, None), false),
        Err(undelivered) => (put_off(app, &mail, &undelivered), undelivered.away),
    })
}

/// Tried again after a pause, or given up.
fn put_off(app: &App, mail: &Model, undelivered: &Undelivered) -> Model {
    let error = Some(undelivered.error.clone());
    let pause = usize::try_from(mail.attempts - 1).ok().and_then(|at| PAUSES.get(at));
    match pause.filter(|_| !undelivered.lasting) {
        Some(pause) => {
            let next = app.clock.now() + Duration::minutes(*pause);
            Model { next_attempt_at: Some(next), last_error: error, ..mail.clone() }
        }
        None => settled(app, mail, MailState::Failed, error),
    }
}

async fn written(
    app: &App,
    wiring: &Wiring,
    people: &dyn OnBehalf,
    mail: &Model,
) -> ApiResult<Option<Written>> {
    let db = app.db.reader();
    let contact = identity::people::contacts(db, [mail.person_id]).await?.remove(&mail.person_id);
    let Some(contact) = contact else { return Ok(None) };
    let reader = people.actor(app, mail.person_id, "mail").await?;
    let Some(reader) = reader else { return Ok(None) };
    let rows = store::unread_of(db, mail.id).await?;
    let seen = sift::sift(app, wiring, &reader, rows).await?;
    let rows: Vec<_> = seen.into_iter().map(|sifted| sifted.row).collect();
    Ok((!rows.is_empty()).then(|| compose::written(app, wiring, mail, &contact, &rows)))
}

fn settled(app: &App, mail: &Model, state: MailState, error: Option<String>) -> Model {
    let now: DateTime<Utc> = app.clock.now();
    if state == MailState::Failed {
        tracing::warn!(mail = %mail.id, error = error.as_deref(), "a mail was not delivered");
        metrics::counter!("mails_failed_total").increment(1);
    }
    Model { state, next_attempt_at: None, last_error: error, settled_at: Some(now), ..mail.clone() }
}
