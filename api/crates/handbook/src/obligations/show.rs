//! Obligations as their readers see them.
use super::dto::{Escalation, ObligationRow};
use super::entity::Model;
use super::escalation_entity as escalation;
use super::kinds::ObligationState;
use super::source::{KindSpec, Obligations};
use chrono::{DateTime, Utc};
use identity::names::{Names, Wanted};
use kernel::access::Actor;
use kernel::app::App;
use kernel::clauses::{self, Clause};
use kernel::error::ApiResult;
use kernel::http::shown::Ref;
use kernel::ids::PersonId;
use kernel::lang::Lang;
use sea_orm::ConnectionTrait;
use std::collections::HashMap;
use uuid::Uuid;

/// What a page names: one look-up of names, one for each kind of record.
pub struct Around<'a> {
    obligations: &'a Obligations,
    actor: &'a Actor,
    at: DateTime<Utc>,
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
        Self::with(app, db, (obligations, actor), (rows, &[])).await
    }

    pub async fn with(
        app: &App,
        db: &impl ConnectionTrait,
        (obligations, actor): (&'a Obligations, &'a Actor),
        (rows, told): (&[Model], &[escalation::Model]),
    ) -> ApiResult<Self> {
        let mut wanted = Wanted::default();
        for row in rows {
            wanted.person(row.person_id);
            // The service itself settles what left with its record.
            wanted.person(row.settled_by.filter(|by| *by != PersonId(Uuid::nil())));
            wanted.department(row.department_id);
        }
        told.iter().for_each(|one| wanted.person(one.person_id));
        let records = rows.iter().map(|row| (row.subject_kind.as_str(), row.subject_id));
        Ok(Self {
            obligations,
            actor,
            at: app.clock.now(),
            names: wanted.find(db).await?,
            labels: obligations.labels(app, actor, records).await?,
        })
    }

    pub fn row(&self, row: &Model) -> ObligationRow {
        let lang = self.actor.request.lang;
        let kind = self.obligations.kind(&row.kind).map(|(kind, _)| kind);
        let label = self.labels.get(&row.subject_id).cloned().unwrap_or_default();
        let open = row.state == ObligationState::Open;
        let system = PersonId(Uuid::nil());
        ObligationRow {
            id: row.id,
            kind: row.kind.clone(),
            name: kind.map_or(row.kind.as_str(), |kind| kind.text.in_lang(lang)).to_owned(),
            clauses: kind.map(|kind| clauses(kind, lang)).unwrap_or_default(),
            subject_kind: row.subject_kind.clone(),
            subject: Ref::new(row.subject_id, label),
            occasion: (!row.standing).then(|| row.occasion.clone()),
            person: row.person_id.map(|id| self.names.person(id)),
            pool: row.pool.clone(),
            department: row.department_id.map(|id| self.names.department(id)),
            opened_at: row.opened_at,
            due_at: row.due_at,
            due_on: row.due_on,
            state: row.state,
            stage: row.stage,
            overdue: open && row.due_at < self.at,
            escalations: row.escalations,
            settled_at: row.settled_at,
            settled_by: row.settled_by.filter(|by| *by != system).map(|id| self.names.person(id)),
            late: row.late,
            reason: row.reason.clone(),
            exception_id: row.exception_id,
            version: row.version,
        }
    }

    pub fn escalation(&self, told: &escalation::Model) -> Escalation {
        Escalation {
            step: told.step,
            person: self.names.person(told.person_id),
            escalated_at: told.escalated_at,
        }
    }
}

/// The rules that a kind comes from.
pub fn clauses(kind: &KindSpec, lang: Lang) -> Vec<Clause> {
    clauses::named(kind.clauses, lang)
}
