//! What lies on the desks of the demonstration: handed in, settled and told by the use cases, each by
//! whom it concerns and some days ago.
use super::clock::PastClock;
use super::marker::Marker;
use super::staff::Staff;
use super::{at, company, count, opening};
use crate::application::Service;
use crate::demo::{Decision, DemoInstruction, DemoSubmission, INSTRUCTIONS, submissions};
use anyhow::{Context, Result};
use chrono::Duration;
use clients::archive::entity::{Column, Entity, Model};
use clients::archive::kinds::{ClientKind, FileStatus, Level};
use clients::instructions::{InstructionInput, give};
use clients::submissions::{
    AcceptSubmission, ReturnSubmission, Submission, SubmissionInput, accept, create,
    entity as submission, hand_back,
};
use kernel::access::Actor;
use kernel::app::App;
use kernel::http::conditional::IfMatch;
use sea_orm::sea_query::ExprTrait;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde_json::Value;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Fewer clients are not a company at work but what somebody tries something out on.
const AT_WORK: u64 = 100;
/// From where ids are drawn, beyond those of four million clients.
const IDS: u64 = 8_000_000_000;
const IDS_PER_ACT: u64 = 1_000;
/// Acts before this one are about submissions.
const FIRST_INSTRUCTION: u64 = 1_000;
/// The information administrator keys in (A-CLI-16); the manager tells owners what to do (A-CLI-04).
const KEEPER: &str = "duxinyi";
const MANAGER: &str = "zhoumin";

/// Put what is not there yet on the desks.
pub async fn fill(service: &Service, marker: &Marker) -> Result<()> {
    if marker.clients < AT_WORK || marker.lean {
        return Ok(());
    }
    let app = &service.app;
    let desks = Desks { service, marker, staff: Staff::load(app.db.reader()).await? };
    // A start that was cut short goes on where it was; each note is another.
    let there = desks.notes().await?;
    for (one, act) in submissions(marker.seed).iter().zip(0_u64..) {
        if !there.contains(one.note) {
            let done = desks.hand_in(one, act * 2).await;
            done.with_context(|| format!("{}: {}", one.by, one.note))?;
        }
    }
    let done = count(app, "client_instruction").await?;
    for (one, act) in INSTRUCTIONS.iter().zip(0_u64..) {
        if act >= done {
            desks.tell(one, FIRST_INSTRUCTION + act).await?;
        }
    }
    registers(&desks).await
}

/// What customer service keeps beside the files.
async fn registers(desks: &Desks<'_>) -> Result<()> {
    let app = &desks.service.app;
    super::loans::fill(desks, count(app, "client_loan").await?).await?;
    super::incidents::fill(desks, count(app, "client_incident").await?).await?;
    super::destructions::fill(desks, count(app, "client_destruction").await?).await?;
    super::information_reports::fill(desks).await
}

pub(super) struct Desks<'a> {
    pub service: &'a Service,
    pub marker: &'a Marker,
    staff: Staff,
}

impl Desks<'_> {
    /// The service on an earlier day, a little after it opened.
    pub fn on(&self, days_ago: i64, act: u64) -> App {
        let minutes = Duration::minutes(i64::try_from(20 + act * 7 % 120).unwrap_or(20));
        let day = self.marker.today - Duration::days(days_ago);
        let clock = PastClock::at(
            opening(self.service, day) + minutes,
            self.marker.seed,
            IDS + act * IDS_PER_ACT,
        );
        at(&self.service.app, Arc::new(clock))
    }

    pub async fn person(&self, app: &App, login: &str) -> Result<Actor> {
        let id = self.staff.get(login)?.id;
        let people = self.service.areas.on_behalf();
        people.actor(app, id, company::AS).await?.with_context(|| format!("{login} has left"))
    }

    /// Of what was handed in before.
    async fn notes(&self) -> Result<BTreeSet<String>> {
        let notes: Vec<Option<String>> = submission::Entity::find()
            .select_only()
            .column(submission::Column::Note)
            .into_tuple()
            .all(self.service.app.db.reader())
            .await?;
        Ok(notes.into_iter().flatten().collect())
    }

    async fn hand_in(&self, one: &DemoSubmission, act: u64) -> Result<()> {
        let app = self.on(one.days_ago, act);
        let seller = self.person(&app, one.by).await?;
        let client = match one.client {
            Some(at) => {
                let found = self.client(&app, &seller, at).await?;
                // In a small company not everybody looks after somebody.
                let Some(found) = found else { return Ok(()) };
                Some(found)
            }
            None => None,
        };
        let input = SubmissionInput {
            client_id: client.as_ref().map(|it| it.id),
            client_version: client.map(|it| it.version),
            payload: object(&one.payload)?,
            records: serde_json::from_value(self.dated(&one.records, one.days_ago))?,
            note: Some(one.note.to_owned()),
        };
        let handbook = &self.service.areas.handbook;
        let made = create(&app, handbook, &seller, input).await?.body;
        let Some(decision) = one.decision else { return Ok(()) };
        self.settle(&made, decision, one.days_ago - 1, act + 1).await
    }

    /// What was bought was bought the day before it was handed in.
    fn dated(&self, records: &Value, days_ago: i64) -> Value {
        let mut records = records.clone();
        let day = self.marker.today - Duration::days(days_ago + 1);
        for record in records.as_array_mut().into_iter().flatten() {
            if let Some(bought) = record.pointer_mut("/payload/occurred_on") {
                *bought = day.to_string().into();
            }
        }
        records
    }

    async fn settle(
        &self,
        made: &Submission,
        how: Decision,
        days_ago: i64,
        act: u64,
    ) -> Result<()> {
        let app = self.on(days_ago, act);
        let keeper = self.person(&app, KEEPER).await?;
        let (handbook, id, seen) =
            (&self.service.areas.handbook, made.row.id, IfMatch(made.row.version));
        match how {
            Decision::Accepted => {
                let as_it_is = AcceptSubmission::default();
                accept(&app, handbook, &keeper, id, seen, as_it_is).await?;
            }
            Decision::Returned(reason) => {
                let input = ReturnSubmission { reason: reason.to_owned() };
                hand_back(&app, &keeper, id, seen, input).await?;
            }
        }
        Ok(())
    }

    /// One of somebody's clients of that time, from the newest back.
    pub async fn client(&self, app: &App, owner: &Actor, at: usize) -> Result<Option<Model>> {
        let now = app.clock.now();
        let newest_first = Entity::find()
            .filter(Column::OwnerId.eq(owner.id))
            .filter(Column::Status.eq(FileStatus::Active))
            .filter(Column::Level.eq(Level::Secret))
            .filter(Column::GroupBuy.eq(false))
            .filter(Column::Kind.eq(ClientKind::Institution))
            .filter(Column::CreatedAt.lt(now))
            .filter(Column::TradingSince.lte(now.date_naive()).or(Column::TradingSince.is_null()))
            .order_by_desc(Column::Number);
        let mut found = newest_first.all(app.db.reader()).await?;
        let last = found.len().checked_sub(1);
        Ok(last.map(|last| found.swap_remove(at.min(last))))
    }

    async fn tell(&self, one: &DemoInstruction, act: u64) -> Result<()> {
        let app = self.on(one.days_ago, act);
        let manager = self.person(&app, MANAGER).await?;
        let given = self.marker.today - Duration::days(one.days_ago);
        let input = InstructionInput {
            given_to: self.staff.get(one.to)?.id,
            client_id: None,
            filter: Some(one.filter.to_owned()),
            instruction: one.text.to_owned(),
            due_on: Some(given + Duration::days(one.days)),
        };
        give(&app, &self.service.areas.handbook, &manager, input).await?;
        Ok(())
    }
}

fn object(value: &Value) -> Result<serde_json::Map<String, Value>> {
    value.as_object().cloned().context("a payload is an object")
}
