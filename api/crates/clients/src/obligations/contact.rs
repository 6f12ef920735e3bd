//! B-CRM-07 to B-CRM-09: key and core clients are visited, general ones followed up, potential ones
//! nurtured, each as often as the tier says.
use super::kinds::CONTACT;
use super::verification::{horizon, of};
use crate::archive::entity::{Column, Entity, Model};
use crate::archive::kinds::{FileStatus, Tier};
use crate::parameters::of_tier;
use chrono::{DateTime, Days, Utc};
use handbook::obligations::{self, Tick, Wanted};
use kernel::code;
use kernel::error::ApiResult;
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect, sea_query::Expr,
};

pub async fn wanted(tick: &Tick<'_>) -> ApiResult<Vec<Wanted>> {
    let mut found = vec![];
    for tier in [Tier::Key, Tier::Core, Tier::General, Tier::Potential] {
        let left = tick.most.saturating_sub(u64::try_from(found.len()).unwrap_or_default());
        if left > 0 {
            found.extend(of_one(tick, tier, left).await?);
        }
    }
    Ok(found)
}

async fn of_one(tick: &Tick<'_>, tier: Tier, most: u64) -> ApiResult<Vec<Wanted>> {
    let interval = of_tier(tier).interval;
    let days = tick.handbook.value_at(tick.tx, &interval, tick.today).await?.value;
    let days = Days::new(u64::try_from(days).unwrap_or_default());
    let since = horizon(tick).await?.checked_sub_days(days).and_then(|day| day.succ_opt());
    let since = since.and_then(|day| tick.handbook.midnight(day)).ok_or(code::INTERNAL)?;
    let subject = Expr::col((Entity, Column::Id));
    let never =
        Condition::all().add(Column::LastContactAt.is_null()).add(Column::CreatedAt.lt(since));
    let rows = Entity::find()
        .filter(Column::Status.eq(FileStatus::Active))
        .filter(Column::Tier.eq(tier))
        .filter(Condition::any().add(Column::LastContactAt.lt(since)).add(never))
        .filter(obligations::none_waiting(CONTACT.code, subject))
        .order_by_asc(Column::Id)
        .limit(most)
        .lock_shared()
        .all(tick.tx)
        .await?;
    let due = |row: &Model| {
        let last = tick.handbook.date(last(row));
        of(row, last.checked_add_days(days).unwrap_or(last))
    };
    Ok(rows.iter().map(due).collect())
}

fn last(row: &Model) -> DateTime<Utc> {
    row.last_contact_at.unwrap_or(row.created_at)
}
