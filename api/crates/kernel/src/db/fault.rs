//! What a database failure means for the caller.
use crate::code::{self, Code};
use sea_orm::{DbErr, RuntimeErr, SqlErr};

/// SQLSTATE or SQLite's extended code.
#[must_use]
pub fn sql_state(error: &DbErr) -> Option<String> {
    let (DbErr::Query(RuntimeErr::SqlxError(e))
    | DbErr::Exec(RuntimeErr::SqlxError(e))
    | DbErr::Conn(RuntimeErr::SqlxError(e))) = error
    else {
        return None;
    };
    e.as_database_error()
        .and_then(sqlx::error::DatabaseError::code)
        .map(std::borrow::Cow::into_owned)
}

/// Worth trying again with the same key: serialization, deadlock, busy.
#[must_use]
pub fn retryable(error: &DbErr) -> bool {
    sql_state(error).is_some_and(|c| matches!(c.as_str(), "40001" | "40P01" | "5" | "6" | "517"))
}

#[must_use]
pub fn code_of(error: &DbErr) -> Code {
    if let Some(state) = sql_state(error) {
        // SQLite 13 FULL, 778 IOERR_WRITE, 1034 IOERR_FSYNC, 4874 IOERR_SHMSIZE (a full disk, a
        // quota, a largest file, as write, fsync and the write-ahead log see it), PostgreSQL 53100.
        return match state.as_str() {
            "13" | "778" | "1034" | "4874" | "53100" => code::STORAGE_FULL,
            "40001" | "40P01" | "55P03" | "5" | "6" | "517" | "57P01" | "57P02" | "57P03"
            | "53300" => code::UNAVAILABLE,
            _ if matches!(error.sql_err(), Some(SqlErr::UniqueConstraintViolation(_))) => {
                code::CONFLICT
            }
            _ => code::INTERNAL,
        };
    }
    if let DbErr::Custom(text) | DbErr::Exec(RuntimeErr::Internal(text)) = error {
        if text == STORAGE_FULL {
            return code::STORAGE_FULL;
        }
        if text == AWAY {
            return code::UNAVAILABLE;
        }
    }
    if is_away(error) { code::UNAVAILABLE } else { code::INTERNAL }
}

fn is_away(error: &DbErr) -> bool {
    match error {
        DbErr::ConnectionAcquire(_) => true,
        DbErr::Conn(RuntimeErr::SqlxError(e))
        | DbErr::Exec(RuntimeErr::SqlxError(e))
        | DbErr::Query(RuntimeErr::SqlxError(e)) => {
            matches!(
                e.as_ref(),
                sqlx::Error::Io(_)
                    | sqlx::Error::PoolTimedOut
                    | sqlx::Error::PoolClosed
                    | sqlx::Error::WorkerCrashed
                    | sqlx::Error::Protocol(_)
            )
        }
        _ => false,
    }
}

const STORAGE_FULL: &str = "storage full";
const AWAY: &str = "database away";

/// Nothing was kept; it is worth trying again.
#[must_use]
pub fn away() -> DbErr {
    DbErr::Custom(AWAY.to_owned())
}

/// A second error that means the same to the caller.
#[must_use]
pub fn again(error: &DbErr) -> Option<DbErr> {
    let code = code_of(error);
    if code == code::STORAGE_FULL {
        return Some(DbErr::Custom(STORAGE_FULL.to_owned()));
    }
    (code == code::UNAVAILABLE).then(away)
}

/// Whether a unique index refused, and which column or index it names.
#[must_use]
pub fn unique_violation(error: &DbErr) -> Option<String> {
    match error.sql_err() {
        Some(SqlErr::UniqueConstraintViolation(text)) => Some(text),
        _ => None,
    }
}
