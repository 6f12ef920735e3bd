//! Queries on mails and on the notices that go into them.
use super::entity::{Column, Entity, MailState, Model};
use chrono::{DateTime, Utc};
use kernel::ids::PersonId;
use kernel::notify::entity as notice;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait,
    IntoActiveModel, QueryFilter, QueryOrder, QuerySelect, sea_query::Expr,
};
use uuid::Uuid;

/// Notices that are looked at now, the longest waiting first.
pub async fn waiting(
    db: &impl ConnectionTrait,
    now: DateTime<Utc>,
    most: u64,
) -> Result<Vec<notice::Model>, DbErr> {
    notice::Entity::find()
        .filter(notice::Column::MailAfter.lte(now))
        .order_by_asc(notice::Column::MailAfter)
        .order_by_asc(notice::Column::Id)
        .limit(most)
        .all(db)
        .await
}

/// Look at them at another moment; never again where there is none. `mail`: they went into it.
pub async fn put_off(
    tx: &DatabaseTransaction,
    ids: &[Uuid],
    until: Option<DateTime<Utc>>,
    mail: Option<Uuid>,
) -> Result<(), DbErr> {
    notice::Entity::update_many()
        .col_expr(notice::Column::MailAfter, Expr::value(until))
        .col_expr(notice::Column::MailId, Expr::value(mail))
        .filter(notice::Column::Id.is_in(ids.iter().copied()))
        .exec(tx)
        .await
        .map(|_| ())
}

pub async fn insert(tx: &DatabaseTransaction, rows: Vec<Model>) -> Result<(), DbErr> {
    if rows.is_empty() {
        return Ok(());
    }
    let rows = rows.into_iter().map(IntoActiveModel::into_active_model);
    Entity::insert_many(rows).exec_without_returning(tx).await.map(|_| ())
}

/// Mails whose turn has come.
pub async fn due(
    db: &impl ConnectionTrait,
    now: DateTime<Utc>,
    most: u64,
) -> Result<Vec<Model>, DbErr> {
    Entity::find()
        .filter(Column::NextAttemptAt.lte(now))
        .order_by_asc(Column::NextAttemptAt)
        .order_by_asc(Column::Id)
        .limit(most)
        .all(db)
        .await
}

/// Take an attempt; false: another process has it. Until `until` nobody else tries.
pub async fn claim(
    db: &impl ConnectionTrait,
    mail: &Model,
    until: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let taken = Entity::update_many()
        .col_expr(Column::Attempts, Expr::value(mail.attempts.saturating_add(1)))
        .col_expr(Column::NextAttemptAt, Expr::value(until))
        .filter(Column::Id.eq(mail.id))
        .filter(Column::Attempts.eq(mail.attempts))
        .filter(Column::State.eq(MailState::Pending))
        .exec(db)
        .await?;
    Ok(taken.rows_affected > 0)
}

/// Note what became of the attempt that was claimed; false: it was overtaken meanwhile, and its word is of
/// no account.
pub async fn note(db: &impl ConnectionTrait, mail: &Model) -> Result<bool, DbErr> {
    let noted = Entity::update_many()
        .set(mail.clone().into_active_model().reset_all())
        .filter(Column::Id.eq(mail.id))
        .filter(Column::Attempts.eq(mail.attempts))
        .filter(Column::State.eq(MailState::Pending))
        .exec(db)
        .await?;
    Ok(noted.rows_affected > 0)
}

/// What goes into a mail and was not read meanwhile, oldest first.
pub async fn unread_of(db: &impl ConnectionTrait, mail: Uuid) -> Result<Vec<notice::Model>, DbErr> {
    notice::Entity::find()
        .filter(notice::Column::MailId.eq(mail))
        .filter(notice::Column::ReadAt.is_null())
        .order_by_asc(notice::Column::Id)
        .all(db)
        .await
}

/// When and why somebody's last mail failed, unless one arrived since.
pub async fn last_failure(
    db: &impl ConnectionTrait,
    person: PersonId,
) -> Result<Option<(DateTime<Utc>, String)>, DbErr> {
    let last = Entity::find()
        .filter(Column::PersonId.eq(person))
        .filter(Column::State.is_in([MailState::Sent, MailState::Failed]))
        .order_by_desc(Column::Id)
        .one(db)
        .await?;
    let failed = last.filter(|mail| mail.state == MailState::Failed);
    Ok(failed.and_then(|mail| Some((mail.settled_at?, mail.last_error.unwrap_or_default()))))
}

/// Forget what was settled before a moment.
pub async fn forget(tx: &DatabaseTransaction, before: DateTime<Utc>) -> Result<u64, DbErr> {
    let gone = Entity::delete_many().filter(Column::SettledAt.lt(before)).exec(tx).await?;
    Ok(gone.rows_affected)
}
