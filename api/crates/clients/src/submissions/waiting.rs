//! What was handed in and waits to be keyed in, for those who supervise it.
use super::entity::{Column, Entity};
use super::kinds::SubmissionState;
use crate::ReadOversight;
use crate::archive::entity::{Column as FileColumn, Entity as File};
use crate::archive::store::visible_to as files_visible_to;
use chrono::{DateTime, Utc};
use kernel::access::{Actor, Permission};
use kernel::ids::PersonId;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, JoinType, QueryFilter,
    QuerySelect, RelationDef,
    sea_query::{Expr, Func},
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

/// By whose they are by now: the owner of the file, or the submitter while there is none.
pub async fn of_each(
    db: &impl ConnectionTrait,
    actor: &Actor,
) -> Result<HashMap<PersonId, Waiting>, DbErr> {
    let file: RelationDef =
        Entity::belongs_to(File).from(Column::ClientId).to(FileColumn::Id).into();
    let owner = Func::coalesce([
        Expr::col((File, FileColumn::OwnerId)),
        Expr::col((Entity, Column::OwnerId)),
    ]);
    let rows = Entity::find()
        .select_only()
        .column_as(Expr::expr(owner.clone()), "whose")
        .column_as(Expr::cust("COUNT(*)"), "waiting")
        .column_as(Column::SubmittedAt.min(), "oldest")
        .join(JoinType::LeftJoin, file)
        .filter(visible_to(actor))
        .filter(Column::State.eq(SubmissionState::Pending))
        .group_by(owner)
        .into_tuple::<(PersonId, i64, Option<DateTime<Utc>>)>()
        .all(db)
        .await?;
    let waiting = |(owner, count, oldest): (PersonId, i64, Option<DateTime<Utc>>)| {
        (owner, Waiting { count: u64::try_from(count).unwrap_or_default(), oldest })
    };
    Ok(rows.into_iter().map(waiting).collect())
}

/// Where the file stands now; where the submission was handed in, while there is no file.
fn visible_to(actor: &Actor) -> Condition {
    let reach = actor.reach(ReadOversight::NAME);
    let new = Condition::all()
        .add(Column::ClientId.is_null())
        .add(reach.condition(actor.id, Column::OwnerId, Column::DepartmentId, Column::SiteId))
        .add(Column::Level.lte(actor.clearance));
    Condition::any().add(files_visible_to::<ReadOversight>(actor)).add(new)
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
