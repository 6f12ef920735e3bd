//! What the lists hold, counted by the database: one statement a list, however many rules there are.
use super::dto::{ComplianceFigure, ComplianceList, FellDue};
use crate::exceptions::{self, ExceptionState};
use crate::obligations::entity::{Column, Entity};
use crate::obligations::{self, ObligationState, Obligations};
use chrono::{DateTime, Utc};
use kernel::access::Actor;
use kernel::audit::{Outcome, entry};
use kernel::error::ApiResult;
use kernel::ids::DepartmentId;
use kernel::wall::Days;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect, TryGetable,
    sea_query::{Expr, ExprTrait, Func},
};
use std::collections::HashMap;
use std::hash::Hash;

/// What became of what fell due.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Fates {
    pub in_time: u64,
    pub late: u64,
    pub missed: u64,
    /// Its moment is still to come.
    pub open: u64,
    pub excused: u64,
}

impl Fates {
    pub const fn due(&self) -> u64 {
        self.in_time + self.late + self.missed + self.open + self.excused
    }

    /// Percent done in time of what was to be done by now.
    pub fn rate(&self) -> Option<u8> {
        let decided = self.in_time + self.late + self.missed;
        let percent = (self.in_time * 100).checked_div(decided)?;
        u8::try_from(percent).ok()
    }

    /// So many more, of which for so many the moment has passed.
    const fn add(&mut self, (state, late): (ObligationState, bool), number: u64, past: u64) {
        match state {
            ObligationState::Open => {
                self.missed += past;
                self.open += number.saturating_sub(past);
            }
            ObligationState::Fulfilled if late => self.late += number,
            ObligationState::Fulfilled => self.in_time += number,
            ObligationState::Excused => self.excused += number,
            ObligationState::Void => {}
        }
    }

    /// With the query of the list behind each figure; `of`: whose, and of which rule and days.
    pub fn shown(&self, of: &str) -> FellDue {
        let figure = |count, state: &str| ComplianceFigure {
            count,
            list: ComplianceList::Obligations,
            filter: format!("{of}{state}"),
        };
        FellDue {
            due: figure(self.due(), "&state=OPEN&state=FULFILLED&state=EXCUSED"),
            in_time: figure(self.in_time, "&state=FULFILLED&late=false"),
            late: figure(self.late, "&state=FULFILLED&late=true"),
            missed: figure(self.missed, "&state=OPEN&overdue=true"),
            excused: figure(self.excused, "&state=EXCUSED"),
            rate: self.rate(),
        }
    }

    pub const fn and(self, other: Self) -> Self {
        Self {
            in_time: self.in_time + other.in_time,
            late: self.late + other.late,
            missed: self.missed + other.missed,
            open: self.open + other.open,
            excused: self.excused + other.excused,
        }
    }
}

fn whole(number: i64) -> u64 {
    u64::try_from(number).unwrap_or_default()
}

type Reader<'a> = (&'a Obligations, &'a Actor, DateTime<Utc>);

/// What became of what fell due, by one column: the kind, or who has to do it.
pub async fn fates<K: TryGetable + Eq + Hash>(
    db: &impl ConnectionTrait,
    (obligations, actor, at): Reader<'_>,
    (days, department): (&Days, Option<DepartmentId>),
    by: Column,
    kinds: Option<&[&str]>,
) -> ApiResult<HashMap<K, Fates>> {
    let past = Expr::case(Column::DueAt.lt(at), Expr::cust("1")).finally(Expr::cust("0"));
    let of_kinds = kinds.map(|kinds| Column::Kind.is_in(kinds.iter().copied()));
    let of_department = department.map(|id| Column::DepartmentId.eq(id));
    let rows = Entity::find()
        .select_only()
        .columns([by, Column::State, Column::Late])
        .column_as(Expr::cust("COUNT(*)"), "number")
        .column_as(Func::sum(Expr::expr(past)).cast_as("BIGINT"), "past")
        .filter(Column::DueOn.between(days.from, days.to))
        .filter(Column::State.ne(ObligationState::Void))
        .filter(Condition::all().add_option(of_kinds).add_option(of_department))
        .filter(obligations::store::visible_to(obligations, actor, at))
        .group_by(by)
        .group_by(Column::State)
        .group_by(Column::Late)
        .into_tuple::<(K, ObligationState, bool, i64, i64)>()
        .all(db)
        .await?;
    let mut found: HashMap<K, Fates> = HashMap::new();
    for (key, state, late, number, past) in rows {
        found.entry(key).or_default().add((state, late), whole(number), whole(past));
    }
    Ok(found)
}

/// Approved departures, by the list of rules departed from.
pub async fn exceptions(
    db: &impl ConnectionTrait,
    (obligations, actor, at): Reader<'_>,
    days: &Days,
    department: Option<DepartmentId>,
) -> ApiResult<Vec<(Vec<String>, u64)>> {
    use exceptions::entity::{Column, Entity};
    let rows = Entity::find()
        .select_only()
        .column(Column::Clauses)
        .column_as(Expr::cust("COUNT(*)"), "number")
        .filter(Column::State.eq(ExceptionState::Approved))
        .filter(Column::RequestedAt.gte(days.begin))
        .filter(Column::RequestedAt.lt(days.end))
        .filter(Condition::all().add_option(department.map(|id| Column::DepartmentId.eq(id))))
        .filter(exceptions::visible_to(obligations, actor, at))
        .group_by(Column::Clauses)
        .into_tuple::<(String, i64)>()
        .all(db)
        .await?;
    let read =
        |(clauses, number): (String, i64)| Ok((serde_json::from_str(&clauses)?, whole(number)));
    rows.into_iter().map(read).collect()
}

/// Attempts that rules refused, by the rules that did; of the people within the reach of a right.
pub async fn refused(
    db: &impl ConnectionTrait,
    actor: &Actor,
    permission: &str,
    days: &Days,
    department: Option<DepartmentId>,
) -> ApiResult<Vec<(Vec<String>, u64)>> {
    use entry::{Column, Entity};
    let people = identity::people::within(actor, permission, department);
    let rows = Entity::find()
        .select_only()
        .column(Column::Reason)
        .column_as(Expr::cust("COUNT(*)"), "number")
        .filter(Column::Outcome.eq(Outcome::Refused.as_str()))
        .filter(Column::Reason.is_not_null())
        .filter(Column::OccurredAt.gte(days.begin))
        .filter(Column::OccurredAt.lt(days.end))
        .filter(Column::ActorId.in_subquery(people))
        .group_by(Column::Reason)
        .into_tuple::<(String, i64)>()
        .all(db)
        .await?;
    let read = |(reason, number): (String, i64)| {
        (reason.split(' ').map(str::to_owned).collect(), whole(number))
    };
    Ok(rows.into_iter().map(read).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rate_is_of_what_was_to_be_done_by_now_and_not_excused() {
        let fates = Fates { in_time: 7, late: 2, missed: 1, open: 50, excused: 3 };
        assert_eq!((fates.due(), fates.rate()), (63, Some(70)));
        assert_eq!(Fates { open: 4, excused: 1, ..Fates::default() }.rate(), None);
    }
}
