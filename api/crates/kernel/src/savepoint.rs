//! One row within the transaction of many: what a refused row had written already is taken back,
//! and on PostgreSQL the transaction stays usable after a unique index refused.
use crate::error::{ApiError, ApiResult};
use crate::work::Work;
use sea_orm::{ConnectionTrait, DbErr};

pub async fn open(work: &Work<'_>) -> Result<(), DbErr> {
    work.db().execute_unprepared("SAVEPOINT one_row").await.map(drop)
}

/// What became of the row. A failure of the service's own ends the whole transaction.
pub async fn close<T>(work: &Work<'_>, outcome: ApiResult<T>) -> ApiResult<Result<T, ApiError>> {
    match outcome {
        Err(error) if error.code().status >= 500 => return Err(error),
        Err(_) => work.db().execute_unprepared("ROLLBACK TO SAVEPOINT one_row").await.map(drop)?,
        Ok(_) => {}
    }
    work.db().execute_unprepared("RELEASE SAVEPOINT one_row").await?;
    Ok(outcome)
}
