//! Exceptions as their readers see them.
use super::dto::{ExceptionDetail, ExceptionRow};
use super::entity::Model;
use super::kinds::ExceptionState;
use super::{allowed, store};
use crate::ObligationId;
use crate::obligations::Obligations;
use chrono::NaiveDate;
use identity::names::{Names, Wanted};
use kernel::access::Actor;
use kernel::app::App;
use kernel::clauses::{self, Clause};
use kernel::error::ApiResult;
use kernel::http::shown::Ref;
use kernel::lang::Text;
use sea_orm::ConnectionTrait;
use std::collections::HashMap;
use uuid::Uuid;

/// What people call what was departed from.
pub fn called(obligations: &Obligations, row: &Model) -> Text {
    let of = row.about.as_deref().and_then(|about| obligations.kind(about));
    of.map_or(row.kind.text(), |(kind, _)| kind.text)
}

/// What a page names.
pub struct Around<'a> {
    obligations: &'a Obligations,
    actor: &'a Actor,
    today: NaiveDate,
    names: Names,
    labels: HashMap<Uuid, String>,
}

impl<'a> Around<'a> {
    pub async fn of(
        app: &App,
        db: &impl ConnectionTrait,
        obligations: &'a Obligations,
        actor: &'a Actor,
        rows: &[Model],
    ) -> ApiResult<Self> {
        let mut wanted = Wanted::default();
        for row in rows {
            wanted.person(row.person_id);
            wanted.person(row.requested_by);
            wanted.person(row.decided_by);
        }
        let records = rows.iter().map(|row| (row.subject_kind.as_str(), row.subject_id));
        Ok(Self {
            obligations,
            actor,
            today: obligations.handbook.date(app.clock.now()),
            names: wanted.find(db).await?,
            labels: obligations.labels(app, actor, records).await?,
        })
    }

    pub fn row(&self, row: Model) -> ExceptionRow {
        let lang = self.actor.request.lang;
        let name = called(self.obligations, &row);
        let ids: Vec<String> = serde_json::from_str(&row.clauses).unwrap_or_default();
        let clause = |id: String| Clause { title: clauses::title(&id, lang), id };
        let label = self.labels.get(&row.subject_id).cloned().unwrap_or_default();
        let over = row.expires_on.is_some_and(|last| last < self.today);
        let person = |id| self.names.person(id);
        ExceptionRow {
            id: row.id,
            kind: row.kind,
            name: name.in_lang(lang).to_owned(),
            clauses: ids.into_iter().map(clause).collect(),
            subject_kind: row.subject_kind,
            subject: Ref::new(row.subject_id, label),
            obligation_id: row.obligation_id,
            about: row.about,
            person: row.person_id.map(person),
            reason: row.reason,
            state: row.state,
            requested_by: person(row.requested_by),
            requested_at: row.requested_at,
            decided_by: row.decided_by.map(person),
            decided_at: row.decided_at,
            decision_note: row.decision_note,
            expires_on: row.expires_on,
            expired: over && row.state == ExceptionState::Approved,
            version: row.version,
        }
    }
}

pub async fn one(
    app: &App,
    db: &impl ConnectionTrait,
    obligations: &Obligations,
    actor: &Actor,
    row: Model,
) -> ApiResult<ExceptionDetail> {
    let around = Around::of(app, db, obligations, actor, std::slice::from_ref(&row)).await?;
    let allowed_actions = allowed::on(db, obligations, actor, &row, app.clock.now()).await?;
    Ok(ExceptionDetail { row: around.row(row), allowed_actions })
}

/// More than one obligation has.
const MOST_OF_ONE: u64 = 50;

/// Those of one obligation, the latest first.
pub async fn of_obligation(
    app: &App,
    db: &impl ConnectionTrait,
    obligations: &Obligations,
    actor: &Actor,
    id: ObligationId,
) -> ApiResult<Vec<ExceptionRow>> {
    let visible = store::visible_to(obligations, actor, app.clock.now());
    let rows = store::of_obligation(db, visible, id, MOST_OF_ONE).await?;
    if rows.is_empty() {
        return Ok(vec![]);
    }
    let around = Around::of(app, db, obligations, actor, &rows).await?;
    Ok(rows.into_iter().map(|row| around.row(row)).collect())
}
