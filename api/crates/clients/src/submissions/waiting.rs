//! What was handed in and waits to be keyed in, for those who supervise it.
use super::entity::{Column, Entity};
use super::kinds::SubmissionState;
use crate::ReadOversight;
use chrono::{DateTime, Utc};
use kernel::access::{Actor, Permission};
use kernel::ids::PersonId;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect, sea_query::Expr,
};
use std::collections::HashMap;

/// How many, and since when the first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Waiting {
    pub count: u64,
    pub oldest: Option<DateTime<Utc>>,
}

impl Waiting {
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        let oldest = [self.oldest, other.oldest].into_iter().flatten().min();
        Self { count: self.count + other.count, oldest }
    }
}

/// By whose they are: the owner of the file, or the submitter while there is none.
pub async fn of_each(
    db: &impl ConnectionTrait,
    actor: &Actor,
) -> Result<HashMap<PersonId, Waiting>, DbErr> {
    let reach = actor.reach(ReadOversight::NAME);
    let rows = Entity::find()
        .select_only()
        .column(Column::OwnerId)
        .column_as(Expr::cust("COUNT(*)"), "waiting")
        .column_as(Column::SubmittedAt.min(), "oldest")
        .filter(reach.condition(actor.id, Column::OwnerId, Column::DepartmentId, Column::SiteId))
        .filter(Column::Level.lte(actor.clearance))
        .filter(Column::State.eq(SubmissionState::Pending))
        .group_by(Column::OwnerId)
        .into_tuple::<(PersonId, i64, Option<DateTime<Utc>>)>()
        .all(db)
        .await?;
    let waiting = |(owner, count, oldest): (PersonId, i64, Option<DateTime<Utc>>)| {
        (owner, Waiting { count: u64::try_from(count).unwrap_or_default(), oldest })
    };
    Ok(rows.into_iter().map(waiting).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_two_the_one_that_has_waited_longer_counts() {
        let day = |day: i64| DateTime::from_timestamp(day * 86_400, 0);
        let (one, other) =
            (Waiting { count: 1, oldest: day(20) }, Waiting { count: 2, oldest: day(18) });
        assert_eq!(one.and(other), Waiting { count: 3, oldest: day(18) });
        assert_eq!(Waiting::default().and(one), one);
    }
}
