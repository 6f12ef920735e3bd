//! The write side of one request: the only way to a transaction, and one that cannot be committed
//! without its audit trail, its events and its idempotency record.
use crate::access::Actor;
use crate::app::App;
use crate::audit::{self, Record};
use crate::error::ApiResult;
use crate::http::reply::{Answer, Nothing, Reply};
use crate::idempotency::{self, Stored};
use crate::search;
use chrono::{DateTime, Utc};
use sea_orm::DatabaseTransaction;
use uuid::Uuid;

/// Record what changes nothing: a table that leaves the house, before its first byte does, so that also
/// one that is broken off stands in the trail; an act that was refused.
pub async fn note(app: &App, actor: &Actor, record: Record) -> ApiResult<()> {
    let actor = Actor { request: actor.request.beside(), ..actor.clone() };
    let mut work = Work::begin(app, &actor).await?;
    work.record(record);
    work.commit_nothing().await?;
    Ok(())
}

/// How many records and changes of what is found a work held.
pub struct Noted {
    records: usize,
    found_by: usize,
}

#[must_use = "nothing is saved until it is committed"]
pub struct Work<'a> {
    tx: crate::db::Tx,
    app: &'a App,
    actor: &'a Actor,
    at: DateTime<Utc>,
    records: Vec<Record>,
    found_by: Vec<search::Change>,
}

impl<'a> Work<'a> {
    /// Begin; where the caller's idempotency key was used before, answer as then.
    pub async fn begin(app: &'a App, actor: &'a Actor) -> ApiResult<Work<'a>> {
        let tx = app.db.begin().await?;
        let at = app.clock.now();
        if !actor.request.dry_run {
            idempotency::reserve(tx.db(), actor, at).await?;
        }
        Ok(Self { tx, app, actor, at, records: vec![], found_by: vec![] })
    }

    #[must_use]
    pub fn db(&self) -> &DatabaseTransaction {
        self.tx.db()
    }

    #[must_use]
    pub const fn at(&self) -> DateTime<Utc> {
        self.at
    }

    #[must_use]
    pub const fn actor(&self) -> &'a Actor {
        self.actor
    }

    #[must_use]
    pub const fn app(&self) -> &'a App {
        self.app
    }

    /// A fresh id that carries the time of the work.
    #[must_use]
    pub fn fresh<T: From<Uuid>>(&self) -> T {
        self.app.clock.fresh_id().into()
    }

    /// Note an act; it is stored with the data it speaks of.
    pub fn record(&mut self, record: Record) {
        self.records.push(record);
    }

    /// Change what a record is found by, together with the record.
    pub fn index(&mut self, change: search::Change) {
        self.found_by.push(change);
    }

    /// Nothing of it will stand in the trail: nothing was done, or it was only tried.
    #[must_use]
    pub const fn is_silent(&self) -> bool {
        self.records.is_empty() || self.actor.request.dry_run
    }

    /// How much has been noted so far.
    pub(crate) const fn noted(&self) -> Noted {
        Noted { records: self.records.len(), found_by: self.found_by.len() }
    }

    /// Note nothing of what came since.
    pub(crate) fn forget(&mut self, since: &Noted) {
        self.records.truncate(since.records);
        self.found_by.truncate(since.found_by);
    }

    /// Commit and answer 200.
    pub async fn commit<T: Answer>(self, answer: T) -> ApiResult<Reply<T>> {
        self.finish(Reply::ok(answer)).await
    }

    /// Commit and answer 201 with `Location`.
    pub async fn commit_created<T: Answer>(self, answer: T) -> ApiResult<Reply<T>> {
        self.finish(Reply::created(answer)).await
    }

    /// Commit and answer 202: the rest is a job's.
    pub async fn commit_accepted<T: Answer>(self, answer: T) -> ApiResult<Reply<T>> {
        self.finish(Reply::accepted(answer)).await
    }

    /// Commit and answer 204.
    pub async fn commit_nothing(self) -> ApiResult<Nothing> {
        let stored = Stored { status: 204, body: String::new(), version: None, location: None };
        self.save(stored).await?;
        Ok(Nothing)
    }

    async fn finish<T: Answer>(self, reply: Reply<T>) -> ApiResult<Reply<T>> {
        let stored = Stored {
            status: reply.status.as_u16(),
            body: serde_json::to_string(&reply.body)?,
            version: reply.body.version(),
            location: reply.body.location().filter(|_| reply.status.as_u16() == 201),
        };
        let dry = self.actor.request.dry_run;
        self.save(stored).await?;
        // Nothing was created and nothing is under way.
        Ok(if dry { Reply::ok(reply.body) } else { reply })
    }

    async fn save(self, stored: Stored) -> ApiResult<()> {
        let Self { tx, app, actor, at, records, found_by } = self;
        // Everything was checked and written; all of it is let go.
        if actor.request.dry_run {
            return Ok(());
        }
        audit::insert(tx.db(), actor, at, records, || app.clock.fresh_id()).await?;
        idempotency::keep(tx.db(), actor, stored).await?;
        tx.commit_with(found_by).await?;
        app.committed.notify_one();
        Ok(())
    }
}
