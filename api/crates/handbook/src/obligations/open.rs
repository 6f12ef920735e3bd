//! How an obligation begins.
use super::entity::Model;
use super::kinds::{ObligationState, Stage};
use super::notices::Notices;
use super::source::{KindSpec, Wanted};
use super::{rules, store};
use crate::calendar::company::CompanyCalendar;
use crate::exceptions;
use crate::notices;
use crate::{Handbook, ObligationId};
use kernel::access::Place;
use kernel::error::ApiResult;
use kernel::ids::PersonId;
use kernel::work::Work;
use std::collections::{BTreeSet, HashMap};

/// A new obligation, open as of now.
fn fresh(
    work: &Work<'_>,
    calendar: &CompanyCalendar,
    kind: &KindSpec,
    wanted: Wanted,
) -> ApiResult<Model> {
    let due_at = calendar.close_of(wanted.due_on)?;
    // A date that comes again (a talk struck out again) is another occasion.
    let occasion = match wanted.occasion {
        Some(period) => period,
        None => format!("{}/{}", wanted.due_on, calendar.local_date(work.at())),
    };
    let next_at = rules::first_moment(calendar, work.at(), wanted.due_on, due_at)?;
    let Place { owner_id, department_id, site_id, level } = wanted.place;
    Ok(Model {
        id: work.fresh(),
        kind: kind.code.to_owned(),
        subject_kind: kind.subject.to_owned(),
        subject_id: wanted.subject_id,
        occasion,
        standing: kind.standing(),
        person_id: owner_id.filter(|_| kind.pool.is_none()),
        pool: kind.pool.map(str::to_owned),
        department_id,
        site_id,
        level,
        opened_at: work.at(),
        due_at,
        due_on: calendar.local_date(due_at),
        state: ObligationState::Open,
        stage: Stage::Opened,
        escalations: 0,
        next_at: Some(next_at),
        settled_at: None,
        settled_by: None,
        late: false,
        reason: None,
        exception_id: None,
        version: 1,
    })
}

/// Open what is wanted and not there yet, and tell those who have to do it. Answers how many are new.
pub async fn open_all(
    work: &mut Work<'_>,
    calendar: &CompanyCalendar,
    kind: &KindSpec,
    wanted: Vec<Wanted>,
) -> ApiResult<usize> {
    let rows = opened(work, calendar, kind, wanted).await?;
    let mut notices = Notices::default();
    let mut pools = Pools::default();
    for row in rows.iter().filter(|row| row.state == ObligationState::Open) {
        notices.add(pools.people(work, row).await?, notices::OBLIGATION_OPENED, row);
    }
    notices.send(work).await?;
    Ok(rows.len())
}

/// Those that are new; what an exception in force covers begins excused.
async fn opened(
    work: &Work<'_>,
    calendar: &CompanyCalendar,
    kind: &KindSpec,
    wanted: Vec<Wanted>,
) -> ApiResult<Vec<Model>> {
    if wanted.is_empty() {
        return Ok(vec![]);
    }
    let rows = wanted.into_iter().map(|one| fresh(work, calendar, kind, one));
    let mut rows = rows.collect::<ApiResult<Vec<_>>>()?;
    exceptions::apply(work.db(), kind, &mut rows, calendar).await?;
    let new: BTreeSet<ObligationId> = store::insert(work.db(), &rows).await?.into_iter().collect();
    rows.retain(|row| new.contains(&row.id));
    Ok(rows)
}

/// Open one because of an act, within its transaction; the act tells those whom it concerns itself.
pub async fn open_now(
    work: &mut Work<'_>,
    handbook: &Handbook,
    kind: &KindSpec,
    wanted: Wanted,
) -> ApiResult<()> {
    let calendar = handbook.calendar(work.db()).await?;
    opened(work, &calendar, kind, vec![wanted]).await.map(drop)
}

/// Done before it was asked for: it stands as done, so that the figures know of it. False: it was asked for
/// meanwhile.
pub async fn done_ahead(
    work: &mut Work<'_>,
    handbook: &Handbook,
    kind: &KindSpec,
    wanted: Wanted,
) -> ApiResult<bool> {
    let calendar = handbook.calendar(work.db()).await?;
    let row = fresh(work, &calendar, kind, wanted)?;
    let late = rules::late(row.due_at, work.at());
    let done = Model {
        state: ObligationState::Fulfilled,
        next_at: None,
        settled_at: Some(work.at()),
        settled_by: Some(work.actor().id),
        late,
        ..row
    };
    Ok(!store::insert(work.db(), &[done]).await?.is_empty())
}

type PoolKey = (String, Place);

/// Who may do what is nobody's in particular, asked once for each place.
#[derive(Default)]
pub struct Pools(HashMap<PoolKey, Vec<PersonId>>);

impl Pools {
    /// Who has to hear of an obligation.
    pub async fn people(&mut self, work: &Work<'_>, row: &Model) -> ApiResult<Vec<PersonId>> {
        if let Some(person) = row.person_id {
            return Ok(vec![person]);
        }
        let Some(pool) = &row.pool else { return Ok(vec![]) };
        let place = super::tell::place(row);
        let key = (pool.clone(), place);
        if let Some(held) = self.0.get(&key) {
            return Ok(held.clone());
        }
        let holders = identity::people::holders_of(work.db(), [pool.as_str()], work.at()).await?;
        let may = identity::people::who_may(work.db(), &holders, pool, &place, work.at()).await?;
        let people: Vec<_> = may.into_iter().collect();
        self.0.insert(key, people.clone());
        Ok(people)
    }
}
