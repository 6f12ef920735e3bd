//! What is late goes up the line: to the direct superior of whoever has to do it, then to theirs, each
//! once. Who may not know of the record is passed over, or a reminder would tell what the list does not.
use super::entity::Model;
use super::open::Pools;
use super::source::KindSpec;
use super::{store, tell};
use crate::{EscalationId, ReadObligations};
use kernel::access::{Permission, Place};
use kernel::error::ApiResult;
use kernel::ids::PersonId;
use kernel::work::Work;
use std::collections::{BTreeSet, HashMap};

type Asked = (PersonId, &'static str, Place);

/// What is asked again and again while many are gone through.
#[derive(Default)]
pub struct Lines {
    superiors: HashMap<PersonId, Vec<PersonId>>,
    may: HashMap<Asked, bool>,
    pub pools: Pools,
}

impl Lines {
    async fn of(&mut self, work: &Work<'_>, person: PersonId) -> ApiResult<Vec<PersonId>> {
        if let Some(held) = self.superiors.get(&person) {
            return Ok(held.clone());
        }
        let line = identity::people::superiors(work.db(), person).await?;
        self.superiors.insert(person, line.clone());
        Ok(line)
    }

    async fn may_know(
        &mut self,
        work: &Work<'_>,
        person: PersonId,
        kind: &KindSpec,
        place: &Place,
    ) -> ApiResult<bool> {
        let needed = kind.needs.unwrap_or(ReadObligations::NAME);
        let key = (person, needed, *place);
        if let Some(held) = self.may.get(&key) {
            return Ok(*held);
        }
        let db = work.db();
        let may = match kind.needs {
            Some(right) => {
                identity::people::who_may(db, &[person], right, place, work.at()).await?
            }
            // About a person: their superior's business whatever the reach.
            None => {
                let asked = BTreeSet::from([person]);
                let rights = [ReadObligations::NAME];
                identity::people::who_hold(db, &asked, &rights, place.level, work.at()).await?
            }
        };
        self.may.insert(key, may.contains(&person));
        Ok(may.contains(&person))
    }

    /// The next who are told: of each line the nearest who may know and was not told yet. Nobody is told
    /// of what they have to do themselves.
    pub async fn next(
        &mut self,
        work: &Work<'_>,
        kind: &KindSpec,
        row: &Model,
    ) -> ApiResult<BTreeSet<PersonId>> {
        let doing = self.pools.people(work, row).await?;
        let told = store::escalations(work.db(), [row.id]).await?;
        let passed: BTreeSet<_> =
            told.into_iter().map(|it| it.person_id).chain(doing.iter().copied()).collect();
        let mut next = BTreeSet::new();
        for person in doing {
            for above in self.of(work, person).await? {
                if passed.contains(&above) {
                    continue;
                }
                if self.may_know(work, above, kind, &tell::place(row)).await? {
                    next.insert(above);
                    break;
                }
            }
        }
        Ok(next)
    }
}

/// Keep to whom it went.
pub async fn keep(work: &Work<'_>, row: &Model, people: &BTreeSet<PersonId>) -> ApiResult<()> {
    let told = people.iter().map(|person| super::escalation_entity::Model {
        id: work.fresh::<EscalationId>(),
        obligation_id: row.id,
        step: row.escalations,
        person_id: *person,
        escalated_at: work.at(),
    });
    store::escalate(work.db(), told.collect()).await?;
    Ok(())
}
