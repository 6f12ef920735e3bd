//! Counting attempts in the database, which all processes share.
use super::throttle_entity as entity;
use super::throttle_rules::{self as rules, Count, Kind};
use crate::secrets;
use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, DatabaseTransaction, DbErr, EntityTrait, IntoActiveModel,
    QueryFilter, QueryOrder, QuerySelect, sea_query::OnConflict,
};

/// What one attempt is counted under; digests, since people type passwords into the wrong field.
pub struct Subjects {
    pair: String,
    account: String,
    address: String,
}

/// Whether an attempt may go on.
pub enum Admission {
    /// With the longest wait that begins should this attempt be wrong, in seconds.
    Admitted {
        next_wait: Option<i64>,
    },
    Wait(i64),
}

impl Subjects {
    #[must_use]
    pub fn of(login: &str, address: &str) -> Self {
        Self {
            pair: format!("pair:{}", secrets::hash(&format!("{login}\0{address}"))),
            account: format!("account:{}", secrets::hash(login)),
            address: format!("address:{}", secrets::hash(address)),
        }
    }

    fn kind(&self, subject: &str) -> Kind {
        if subject == self.pair {
            Kind::AccountFromAddress
        } else if subject == self.account {
            Kind::Account
        } else {
            Kind::Address
        }
    }

    /// In the order of locking.
    fn all(&self) -> [&str; 3] {
        [&self.account, &self.address, &self.pair]
    }
}

/// Count an attempt, unless it has to wait. `known`: the device or address is the person's own, so
/// what others did to the account elsewhere does not count.
pub async fn admit(
    tx: &DatabaseTransaction,
    subjects: &Subjects,
    known: bool,
    now: DateTime<Utc>,
) -> Result<Admission, DbErr> {
    let rows = lock(tx, subjects, now).await?;
    let counted = |row: &&entity::Model| !(known && subjects.kind(&row.subject) == Kind::Account);
    let waits = rows.iter().filter(counted).filter_map(|row| rules::wait(&count(row), now));
    if let Some(seconds) = waits.max() {
        return Ok(Admission::Wait(seconds));
    }
    let mut next_wait = None;
    for row in rows.iter().filter(counted) {
        let after = rules::attempt(subjects.kind(&row.subject), &count(row), now);
        next_wait = next_wait.max(rules::wait(&after, now));
        store(tx, &row.subject, after).await?;
    }
    Ok(Admission::Admitted { next_wait })
}

/// The attempt was right: forget its account's mistakes, and take back what the address was charged.
/// The address keeps its other mistakes, or an attacker would clear them with an account of their own.
pub async fn succeeded(
    tx: &DatabaseTransaction,
    subjects: &Subjects,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    for row in lock(tx, subjects, now).await? {
        let mut after = count(&row);
        match subjects.kind(&row.subject) {
            Kind::Address => after.failures = after.failures.saturating_sub(1).max(0),
            Kind::Account | Kind::AccountFromAddress => after.failures = 0,
        }
        after.blocked_until = None;
        store(tx, &row.subject, after).await?;
    }
    Ok(())
}

fn count(row: &entity::Model) -> Count {
    Count {
        failures: row.failures,
        last_failed_at: row.last_failed_at,
        blocked_until: row.blocked_until,
    }
}

/// The three rows, made where missing, locked in one order.
async fn lock(
    tx: &DatabaseTransaction,
    subjects: &Subjects,
    now: DateTime<Utc>,
) -> Result<Vec<entity::Model>, DbErr> {
    let empty = subjects.all().map(|subject| {
        entity::Model {
            subject: subject.to_owned(),
            failures: 0,
            last_failed_at: now,
            blocked_until: None,
        }
        .into_active_model()
    });
    let nothing = OnConflict::column(entity::Column::Subject).do_nothing().to_owned();
    entity::Entity::insert_many(empty).on_conflict(nothing).exec_without_returning(tx).await?;
    entity::Entity::find()
        .filter(entity::Column::Subject.is_in(subjects.all()))
        .order_by_asc(entity::Column::Subject)
        .lock_exclusive()
        .all(tx)
        .await
}

async fn store(tx: &DatabaseTransaction, subject: &str, after: Count) -> Result<(), DbErr> {
    let row = entity::ActiveModel {
        failures: Set(after.failures),
        last_failed_at: Set(after.last_failed_at),
        blocked_until: Set(after.blocked_until),
        ..entity::ActiveModel::default()
    };
    entity::Entity::update_many()
        .set(row)
        .filter(entity::Column::Subject.eq(subject))
        .exec(tx)
        .await?;
    Ok(())
}

/// Take away counts that have long been forgiven.
pub async fn forget(tx: &DatabaseTransaction, before: DateTime<Utc>) -> Result<u64, DbErr> {
    let old = entity::Column::LastFailedAt.lt(before);
    Ok(entity::Entity::delete_many().filter(old).exec(tx).await?.rows_affected)
}
