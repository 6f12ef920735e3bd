//! B-CRM-07 to B-CRM-09: key and core clients are visited, general ones followed up, potential ones
//! nurtured, each as often as the tier says.
use super::kinds::CONTACT;
use super::notice::{days, horizon, of_file};
use crate::ClientId;
use crate::archive::entity::{Column, Entity, Model};
use crate::archive::kinds::{FileStatus, Tier};
use crate::parameters::of_tier;
use chrono::{DateTime, Days, NaiveDate, Utc};
use handbook::obligations::{self, Tick, Wanted};
use kernel::code;
use kernel::error::ApiResult;
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect, sea_query::Expr,
};

pub async fn wanted(tick: &Tick<'_>) -> ApiResult<Vec<Wanted>> {
    let horizon = horizon(tick).await?;
    let (mut ids, mut intervals) = (vec![], vec![]);
    for tier in [Tier::Key, Tier::Core, Tier::General, Tier::Potential] {
        let left = tick.most.saturating_sub(u64::try_from(ids.len()).unwrap_or_default());
        let days = days(tick.tx, tick.handbook, &of_tier(tier).interval, tick.today).await?;
        intervals.push((tier, days));
        if left > 0 {
            ids.extend(of_one(tick, (tier, days), horizon, left).await?);
        }
    }
    // Held in the order in which acts hold several files, and asked once more.
    let subject = Expr::col((Entity, Column::Id));
    let rows = Entity::find()
        .filter(Column::Id.is_in(ids))
        .filter(Column::Status.eq(FileStatus::Active))
        .filter(obligations::none_waiting(CONTACT.code, subject))
        .order_by_asc(Column::Id)
        .lock_shared()
        .all(tick.tx)
        .await?;
    let due = |row: &Model| {
        let days = intervals.iter().find(|(tier, _)| *tier == row.tier)?.1;
        let due_on = tick.handbook.date(last(row)).checked_add_days(days)?;
        (due_on <= horizon).then(|| of_file(row, due_on))
    };
    Ok(rows.iter().filter_map(due).collect())
}

async fn of_one(
    tick: &Tick<'_>,
    (tier, days): (Tier, Days),
    horizon: NaiveDate,
    most: u64,
) -> ApiResult<Vec<ClientId>> {
    let since = horizon.checked_sub_days(days).and_then(|day| day.succ_opt());
    let since = since.and_then(|day| tick.handbook.midnight(day)).ok_or(code::INTERNAL)?;
    let subject = Expr::col((Entity, Column::Id));
    let never =
        Condition::all().add(Column::LastContactAt.is_null()).add(Column::CreatedAt.lt(since));
    let ids = Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(Column::Status.eq(FileStatus::Active))
        .filter(Column::Tier.eq(tier))
        .filter(Condition::any().add(Column::LastContactAt.lt(since)).add(never))
        .filter(obligations::none_waiting(CONTACT.code, subject))
        .order_by_asc(Column::Id)
        .limit(most)
        .into_tuple()
        .all(tick.tx)
        .await?;
    Ok(ids)
}

fn last(row: &Model) -> DateTime<Utc> {
    row.last_contact_at.unwrap_or(row.created_at)
}
