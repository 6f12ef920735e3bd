//! What time brings along for those that are open: a reminder, lateness, one superior after another; the
//! end of an exception; somebody who has left.
use super::entity::Model;
use super::escalate::{self, Lines};
use super::kinds::{ObligationState, Stage};
use super::notices::Notices;
use super::parameters::ESCALATION_DAYS;
use super::rules::{self, Turn};
use super::source::Obligations;
use super::{settle, store, tell};
use crate::calendar::company::CompanyCalendar;
use crate::notices;
use chrono::Duration;
use kernel::error::{ApiError, ApiResult};
use kernel::notify::NoticeKind;
use kernel::work::Work;
use std::sync::Arc;

/// Looked after in one transaction: on SQLite nobody else writes meanwhile.
pub const AT_ONCE: u64 = 50;
/// Until what could not be looked after is tried again.
const LATER: Duration = Duration::hours(1);

struct Looking<'a> {
    obligations: &'a Obligations,
    calendar: Arc<CompanyCalendar>,
    days: u32,
    lines: Lines,
    notices: Notices,
}

/// Those whose moment has come. Answers how many, and those that could not be looked after are put off
/// an hour rather than asked again at once.
pub async fn look_after(work: &mut Work<'_>, obligations: &Obligations) -> ApiResult<u64> {
    let rows = store::due(work.db(), work.at(), AT_ONCE).await?;
    let handbook = &obligations.handbook;
    let today = handbook.date(work.at());
    let days = handbook.value_at(work.db(), &ESCALATION_DAYS, today).await?.value;
    let mut looking = Looking {
        obligations,
        calendar: handbook.calendar(work.db()).await?,
        days: u32::try_from(days).unwrap_or(1),
        lines: Lines::default(),
        notices: Notices::default(),
    };
    for row in &rows {
        let after = looking.turn(work, row).await.unwrap_or_else(|error| later(work, row, &error));
        store::save(work.db(), &after).await?;
    }
    let looked_after = u64::try_from(rows.len()).unwrap_or_default();
    looking.notices.send(work).await?;
    Ok(looked_after)
}

/// A calendar that knows no day for it, say: it keeps nobody else waiting.
fn later(work: &Work<'_>, row: &Model, error: &ApiError) -> Model {
    tracing::error!(%error, id = %row.id, "an obligation is looked after later");
    Model { next_at: Some(work.at() + LATER), ..row.clone() }
}

impl Looking<'_> {
    async fn turn(&mut self, work: &mut Work<'_>, row: &Model) -> ApiResult<Model> {
        let mut after = Model { version: row.version + 1, ..row.clone() };
        match rules::turn(row, work.at()) {
            None => after.next_at = None,
            Some(Turn::Reopen) => self.reopen(work, &mut after).await?,
            Some(Turn::Remind) => {
                after.stage = Stage::Reminded;
                after.next_at = Some(after.due_at);
                self.tell(work, notices::OBLIGATION_DUE_SOON, &after).await?;
            }
            Some(Turn::Overdue) => {
                after.stage = Stage::Overdue;
                let next = rules::next_superior(&self.calendar, after.due_on, self.days)?;
                after.next_at = Some(next);
                self.tell(work, notices::OBLIGATION_OVERDUE, &after).await?;
                work.record(tell::record("obligation.overdue", &after));
            }
            Some(Turn::Escalate) => self.escalate(work, &mut after).await?,
        }
        Ok(after)
    }

    async fn tell(
        &mut self,
        work: &Work<'_>,
        notice: &'static NoticeKind,
        row: &Model,
    ) -> ApiResult<()> {
        let people = self.lines.pools.people(work, row).await?;
        self.notices.add(people, notice, row);
        Ok(())
    }

    async fn escalate(&mut self, work: &mut Work<'_>, after: &mut Model) -> ApiResult<()> {
        let Some((kind, _)) = self.obligations.kind(&after.kind) else {
            after.next_at = None;
            return Ok(());
        };
        let next = self.lines.next(work, kind, after).await?;
        if next.is_empty() {
            after.next_at = None;
            return Ok(());
        }
        after.stage = Stage::Escalated;
        after.escalations = after.escalations.saturating_add(1);
        let today = self.obligations.handbook.date(work.at());
        after.next_at = Some(rules::next_superior(&self.calendar, today, self.days)?);
        escalate::keep(work, after, &next).await?;
        self.notices.add(next.iter().copied(), notices::OBLIGATION_ESCALATED, after);
        let record = tell::record("obligation.escalated", after).data("step", after.escalations);
        work.record(next.into_iter().fold(record, kernel::audit::Record::tell_person));
        Ok(())
    }

    /// Its exception was another's: it is due as it was at first.
    fn as_before(&self, after: &mut Model) -> ApiResult<()> {
        let first = after.occasion.split('/').next().and_then(|day| day.parse().ok());
        if let Some(day) = first {
            after.due_at = self.calendar.close_of(day)?;
            after.due_on = self.calendar.local_date(after.due_at);
        }
        Ok(())
    }

    /// Its exception is over: what stands until the act is due again, on the day on which it ended.
    async fn reopen(&mut self, work: &mut Work<'_>, after: &mut Model) -> ApiResult<()> {
        let standing = self.obligations.kind(&after.kind).is_some_and(|(kind, _)| kind.standing());
        if !standing {
            after.next_at = None;
            return Ok(());
        }
        if after.exception_id.is_none() {
            self.as_before(after)?;
        }
        after.state = ObligationState::Open;
        after.stage = Stage::Opened;
        after.settled_at = None;
        after.settled_by = None;
        after.next_at = Some(after.due_at.max(work.at()));
        work.record(tell::record("obligation.reopened", after));
        self.tell(work, notices::OBLIGATION_OPENED, after).await
    }
}

/// What was due of people who are no longer at work about themselves is void. What is about a record waits
/// for its next owner, and goes up the line meanwhile.
pub async fn left(work: &mut Work<'_>, obligations: &Obligations) -> ApiResult<u64> {
    let gone = identity::people::disabled(work.db()).await?;
    if gone.is_empty() {
        return Ok(0);
    }
    let personal: Vec<_> = obligations
        .kinds()
        .filter(|(kind, _)| kind.needs.is_none())
        .map(|(it, _)| it.code)
        .collect();
    let rows = store::open_of(work.db(), gone, &personal, (work.at(), AT_ONCE)).await?;
    settle::void_rows(work, &rows, "PERSON_LEFT").await?;
    Ok(u64::try_from(rows.len()).unwrap_or_default())
}
