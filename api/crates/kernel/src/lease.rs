//! Turns: work that only one process may do at a time, however many run.
//!
//! A lease is a row. Whoever takes it draws a token that nobody had before, and every transaction done
//! under it proves within itself that the token is still the row's ([`Turn`]). A process that
//! was frozen past its term and wakes therefore changes nothing: its token is an old one, whatever its
//! own clock says.
use crate::access::Actor;
use crate::app::App;
use crate::code;
use crate::error::ApiResult;
use crate::work::Work;
use chrono::{DateTime, Duration, Utc};
use sea_orm::{
    ColumnTrait, DatabaseTransaction, DbErr, EntityTrait, QueryFilter,
    sea_query::{Expr, OnConflict},
};
use std::sync::atomic::{AtomicBool, Ordering};

/// Table `lease`.
pub mod entity {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "lease")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub name: String,
        /// The process that has it.
        pub holder: String,
        /// Counts who had it; the fence.
        pub token: i64,
        pub held_until: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

use entity::{Column, Entity};

/// A turn in hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lease {
    name: &'static str,
    token: i64,
    term: Duration,
}

/// Take the turn where nobody has it, or it has run out, or it is this holder's already; none otherwise.
/// `holder` names one process ([`fresh_holder`]).
pub async fn take(
    app: &App,
    name: &'static str,
    holder: &str,
    term: Duration,
) -> Result<Option<Lease>, DbErr> {
    let now = app.clock.now();
    let tx = app.db.begin().await?;
    let held = Entity::find_by_id(name.to_owned()).one(tx.db()).await?;
    let free = held.as_ref().is_none_or(|row| row.holder == holder || row.held_until <= now);
    if !free {
        return Ok(None);
    }
    let token = held.as_ref().map_or(0, |row| row.token);
    if held.is_none() {
        first(tx.db(), name, now).await?;
    }
    // Two that saw the same row: the second finds another token than it saw.
    let taken = Entity::update_many()
        .col_expr(Column::Holder, Expr::value(holder))
        .col_expr(Column::Token, Expr::value(token + 1))
        .col_expr(Column::HeldUntil, Expr::value(now + term))
        .filter(Column::Name.eq(name))
        .filter(Column::Token.eq(token))
        .exec(tx.db())
        .await?;
    if taken.rows_affected == 0 {
        return Ok(None);
    }
    tx.commit().await?;
    Ok(Some(Lease { name, token: token + 1, term }))
}

/// The row that two processes may both find missing.
async fn first(tx: &DatabaseTransaction, name: &str, now: DateTime<Utc>) -> Result<(), DbErr> {
    let row = entity::ActiveModel {
        name: sea_orm::Set(name.to_owned()),
        holder: sea_orm::Set(String::new()),
        token: sea_orm::Set(0),
        held_until: sea_orm::Set(now),
    };
    let nothing = OnConflict::new().do_nothing().to_owned();
    Entity::insert(row).on_conflict(nothing).exec_without_returning(tx).await?;
    Ok(())
}

/// A name that no other process has.
#[must_use]
pub fn fresh_holder(app: &App) -> String {
    app.clock.fresh_id().to_string()
}

impl Lease {
    /// Prove within a transaction that the turn is still this one's, and prolong it. The row stays held
    /// until the commit, so nobody takes the turn in between. False: somebody else has it.
    async fn prove(&self, tx: &DatabaseTransaction, now: DateTime<Utc>) -> Result<bool, DbErr> {
        let until = Expr::value(now + self.term);
        let kept = Entity::update_many()
            .col_expr(Column::HeldUntil, until)
            .filter(Column::Name.eq(self.name))
            .filter(Column::Token.eq(self.token))
            .exec(tx)
            .await?;
        Ok(kept.rows_affected > 0)
    }
}

/// A turn in use: every transaction begun through it proves it.
pub struct Turn<'a> {
    app: &'a App,
    lease: Lease,
    service: Actor,
    lost: AtomicBool,
}

impl<'a> Turn<'a> {
    /// Of whoever took the lease, or believes so: without it nothing happens.
    #[must_use]
    pub fn of(app: &'a App, lease: Lease) -> Self {
        let service = Actor::system([], lease.name);
        Self { app, lease, service, lost: AtomicBool::new(false) }
    }

    /// A transaction of the service itself. Fails where somebody else has the turn now.
    pub async fn begin(&self) -> ApiResult<Work<'_>> {
        let work = Work::begin(self.app, &self.service).await?;
        if !self.lease.prove(work.db(), work.at()).await? {
            self.lost.store(true, Ordering::Relaxed);
            return Err(code::CONFLICT.into());
        }
        Ok(work)
    }

    /// The fence, as it stands beside what was done under it.
    #[must_use]
    pub const fn token(&self) -> i64 {
        self.lease.token
    }

    #[must_use]
    pub fn is_lost(&self) -> bool {
        self.lost.load(Ordering::Relaxed)
    }

    /// What a round did. That somebody else took over is no error: nothing of its last step was kept.
    pub fn ended<T: Default>(&self, round: ApiResult<T>) -> ApiResult<T> {
        match round {
            Err(_) if self.is_lost() => Ok(T::default()),
            round => round,
        }
    }
}
