//! The term of a level (A-SEC-07), and its end (A-SEC-08).
use super::entity::{Column, Entity, Model};
use super::kinds::Level;
use super::{act, level_rules, rules, step, store};
use crate::{ClientId, ReadClients, parameters};
use chrono::{Months, NaiveDate};
use handbook::Handbook;
use kernel::access::{Actor, Permission};
use kernel::app::App;
use kernel::audit::Changes;
use kernel::error::ApiResult;
use kernel::work::Work;
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect};
use serde_json::json;

/// Files declassified in one work.
const AT_ONCE: u64 = 100;

/// The last day of the usual term of a level that is set today.
pub async fn from(
    db: &impl ConnectionTrait,
    handbook: &Handbook,
    level: Level,
    today: NaiveDate,
) -> ApiResult<NaiveDate> {
    let Some(years) = parameters::of_level(level) else { return Ok(today) };
    let years = handbook.value_at(db, &years, today).await?.value;
    let months = u32::try_from(years.saturating_mul(12)).unwrap_or(u32::MAX);
    Ok(today.checked_add_months(Months::new(months)).unwrap_or(NaiveDate::MAX))
}

/// What the trail says of level and term.
#[must_use]
pub fn changes(before: &Model, after: &Model) -> Changes {
    let said = |row: &Model| json!({"level": row.level, "level_until": row.level_until});
    Changes::between(&said(before), &said(after))
}

/// Declassify every file whose term has ended, without anybody's decision (A-SEC-08); called now and
/// then. Several processes may: each file is looked at again once it is held.
pub async fn declassify(app: &App, handbook: &Handbook) -> ApiResult<u64> {
    let system = Actor::system([ReadClients::NAME], "declassify");
    let mut done = 0_u64;
    loop {
        let ids = due(app.db.reader(), handbook.date(app.clock.now())).await?;
        if ids.is_empty() {
            return Ok(done);
        }
        let mut work = Work::begin(app, &system).await?;
        for file in store::lock_all(work.db(), &system, ids).await? {
            if level_rules::term_over(&file, handbook.date(work.at())) {
                end(&mut work, &file).await?;
                done = done.saturating_add(1);
            }
        }
        work.commit_nothing().await?;
    }
}

async fn due(db: &impl ConnectionTrait, today: NaiveDate) -> Result<Vec<ClientId>, DbErr> {
    Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(Column::Level.is_in(Level::THREE))
        .filter(Column::LevelUntil.lt(today))
        .limit(AT_ONCE)
        .into_tuple()
        .all(db)
        .await
}

/// Told where the file stood: that it was top secret is not for those who may read it now.
async fn end(work: &mut Work<'_>, before: &Model) -> ApiResult<()> {
    let mut after = step::next(work, before);
    after.level = Level::Declassified;
    let record = act::act("client.declassified", &after)
        .at(rules::place(before))
        .changes(changes(before, &after));
    step::keep(work, before, after, record).await?;
    Ok(())
}
