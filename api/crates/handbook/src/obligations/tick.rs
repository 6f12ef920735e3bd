//! The tick: each time of the calendar that has come opens what it brings, once; then whoever is open and
//! whose moment has come is looked after.
//!
//! Several processes may call it at any time. One has the turn; each of its transactions proves the lease
//! within itself, so a process that was frozen and wakes changes nothing. What was missed while nothing
//! ran is caught up: times of the calendar one after another, dates of records by one look, each
//! obligation once by its unique occasion.
use super::source::{KindSpec, Obligations, Source, Tick};
use super::{look_after, open, tick_entity};
use crate::calendar::Occasion;
use chrono::Duration;
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::lease::{self, Lease, Turn};
use kernel::work::Work;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder,
};

/// Name of the turn.
const TURN: &str = "obligations";
/// Longer than any one transaction of a tick.
const TERM: Duration = Duration::seconds(60);
/// Opened in one transaction.
const AT_ONCE: u64 = 200;
/// Times of the calendar further back than this are not made up for.
const FURTHEST: Duration = Duration::days(400);

/// What a tick did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ticked {
    pub opened: u64,
    pub looked_after: u64,
}

/// Open and look after whatever has come due. `holder` names this process ([`lease::fresh_holder`]).
/// Where another has the turn, nothing happens.
pub async fn tick(app: &App, obligations: &Obligations, holder: &str) -> ApiResult<Ticked> {
    match turn(app, holder).await? {
        Some(lease) => tick_under(app, obligations, lease).await,
        None => Ok(Ticked::default()),
    }
}

/// Take the turn, where nobody else has it.
pub async fn turn(app: &App, holder: &str) -> ApiResult<Option<Lease>> {
    Ok(lease::take(app, TURN, holder, TERM).await?)
}

/// The tick of whoever took the turn, or believes so: without it nothing happens.
pub async fn tick_under(app: &App, obligations: &Obligations, lease: Lease) -> ApiResult<Ticked> {
    let ticking = Ticking { app, obligations, turn: Turn::of(app, lease) };
    ticking.turn.ended(ticking.all().await)
}

struct Ticking<'a> {
    app: &'a App,
    obligations: &'a Obligations,
    turn: Turn<'a>,
}

impl Ticking<'_> {
    async fn all(&self) -> ApiResult<Ticked> {
        let mut opened = 0;
        for (kind, source) in self.obligations.kinds() {
            opened += self.kind_alone(kind, source).await?;
        }
        Ok(Ticked { opened, looked_after: self.look_after().await? })
    }

    /// A kind whose records cannot be read keeps no other waiting.
    async fn kind_alone(&self, kind: &KindSpec, source: &dyn Source) -> ApiResult<u64> {
        match self.kind(kind, source).await {
            Err(error) if !self.turn.is_lost() => {
                tracing::error!(%error, kind = kind.code, "a tick is made up later");
                Ok(0)
            }
            opened => opened,
        }
    }

    async fn look_after(&self) -> ApiResult<u64> {
        let mut looked_after = 0;
        loop {
            let mut work = self.turn.begin().await?;
            let mut some = look_after::look_after(&mut work, self.obligations).await?;
            if some == 0 {
                some = look_after::left(&mut work, self.obligations).await?;
            }
            work.commit_nothing().await?;
            looked_after += some;
            // What was missed for long has more than one step to take.
            if some == 0 {
                return Ok(looked_after);
            }
        }
    }

    async fn kind(&self, kind: &KindSpec, source: &dyn Source) -> ApiResult<u64> {
        let mut opened = 0;
        for occasion in self.to_come(kind).await? {
            opened += self.occasion(kind, source, &occasion).await?;
        }
        Ok(opened)
    }

    /// The times of a kind that have come and were not looked at.
    async fn to_come(&self, kind: &KindSpec) -> ApiResult<Vec<Occasion>> {
        let db = self.app.db.reader();
        let today = self.obligations.handbook.date(self.app.clock.now());
        let last = last(db, kind.code).await?.map(|row| row.on_day);
        let Some(recurrence) = kind.recurrence else {
            // Dates of records are all read by one look a day, holidays included: a notice may begin on
            // one. A clock that was set back looks at no day again.
            let day = Occasion { key: today.to_string(), opens_on: today, due_on: today };
            return Ok(if last >= Some(today) { vec![] } else { vec![day] });
        };
        let calendar = self.obligations.handbook.calendar(db).await?;
        let furthest = today.checked_sub_signed(FURTHEST).unwrap_or(today);
        Ok(match last {
            Some(day) => recurrence.occasions(&calendar, day.max(furthest), today)?,
            // The first time: what is under way and not over.
            None => {
                let present = recurrence.containing(&calendar, today).into_iter();
                present.filter(|it| it.due_on >= today).collect()
            }
        })
    }

    /// Everything of one time of the calendar, a few at a time; the last of them keeps that it is done.
    async fn occasion(
        &self,
        kind: &KindSpec,
        source: &dyn Source,
        occasion: &Occasion,
    ) -> ApiResult<u64> {
        let handbook = &self.obligations.handbook;
        let mut opened = 0_usize;
        loop {
            let mut work = self.turn.begin().await?;
            let calendar = handbook.calendar(work.db()).await?;
            let look = Tick {
                tx: work.db(),
                handbook,
                at: work.at(),
                today: handbook.date(work.at()),
                occasion,
                most: AT_ONCE,
            };
            let wanted = source.wanted(&look, kind).await?;
            let more = u64::try_from(wanted.len()).unwrap_or_default() >= AT_ONCE;
            let new = open::open_all(&mut work, &calendar, kind, wanted).await?;
            opened += new;
            // What is there already although it was wanted would be wanted for ever.
            if !more || new == 0 {
                self.keep(&work, kind, occasion, opened).await?;
                work.commit_nothing().await?;
                return Ok(u64::try_from(opened).unwrap_or_default());
            }
            work.commit_nothing().await?;
        }
    }

    async fn keep(
        &self,
        work: &Work<'_>,
        kind: &KindSpec,
        occasion: &Occasion,
        opened: usize,
    ) -> ApiResult<()> {
        let row = tick_entity::Model {
            kind: kind.code.to_owned(),
            occasion: occasion.key.clone(),
            on_day: occasion.opens_on,
            token: self.turn.token(),
            opened: i32::try_from(opened).unwrap_or(i32::MAX),
            ticked_at: work.at(),
        };
        tick_entity::Entity::insert(row.into_active_model())
            .exec_without_returning(work.db())
            .await?;
        Ok(())
    }
}

/// The last time that a kind was looked at.
async fn last(db: &impl ConnectionTrait, kind: &str) -> Result<Option<tick_entity::Model>, DbErr> {
    tick_entity::Entity::find()
        .filter(tick_entity::Column::Kind.eq(kind))
        .order_by_desc(tick_entity::Column::OnDay)
        .one(db)
        .await
}
